// Stand-ins for tests: a server that takes what it is sent, a store, a clock.
import { Refused } from "./link.js";
import type { Parts } from "./phone-test.js";
import type { FromServer, Joined, Row, Step, ToServer } from "./protocol.js";
import type { KeptTake, Store } from "./store.js";

export const STEPS: Step[] = [
  { phase: "place", lasts_s: 2, say: "Sit down.", direction: null, repeat: 0 },
  { phase: "neutral", lasts_s: 2, say: "Keep still.", direction: null, repeat: 0 },
  { phase: "go", lasts_s: 2, say: "Foot out.", direction: "internal", repeat: 1 },
  { phase: "done", lasts_s: 1, say: "That was all.", direction: null, repeat: 0 },
];

export const JOINED: Joined = {
  token: "token",
  test: "seated-rotation",
  side: "left",
  take: 0,
  scripts: { left: STEPS, right: STEPS },
};

/** Keeps what comes in order, as the real one does; can be out of reach. */
export class FakeServer {
  token = "";
  reached = true;
  turnsDown: Refused | undefined;
  /** Takes a batch in, but its answer is lost on the way. */
  losesAnswers = false;
  heard: ToServer[] = [];
  rows: Row[] = [];
  reply: FromServer = {
    take: 0,
    next_number: 0,
    read_take: 0,
    asked: null,
    results: [],
    both_read: false,
    speaker: "phone",
    over: null,
  };

  join(code: string): Promise<Joined> {
    if (!this.reached) return Promise.reject(new TypeError("network"));
    if (code !== "ABCD-2345") return Promise.reject(new Refused("phone_code_wrong", "Not the code."));
    return Promise.resolve(JOINED);
  }

  say(message: ToServer): Promise<FromServer> {
    if (!this.reached) return Promise.reject(new TypeError("network"));
    if (this.turnsDown !== undefined) return Promise.reject(this.turnsDown);
    this.heard.push(message);
    if (message.take > this.reply.take) {
      this.reply = { ...this.reply, take: message.take, next_number: 0 };
      this.rows = [];
    }
    if (message.rows !== null && message.number === this.reply.next_number) {
      this.rows.push(...message.rows);
      this.reply = { ...this.reply, next_number: this.reply.next_number + 1 };
    }
    if (message.state === "ended" && message.batches !== null && this.reply.next_number >= message.batches) {
      this.reply = { ...this.reply, read_take: message.take };
    }
    if (this.losesAnswers) return Promise.reject(new TypeError("network"));
    return Promise.resolve(this.reply);
  }
}

export class MemoryStore implements Store {
  kept: KeptTake | undefined;

  keep(take: number, side: "left" | "right", number: number, rows: readonly Row[]): void {
    if (number === 0) this.kept = { number: take, side, batches: [], ended: false };
    this.kept?.batches.push(rows);
  }

  end(): void {
    if (this.kept !== undefined) this.kept.ended = true;
  }

  load(): Promise<KeptTake | undefined> {
    return Promise.resolve(this.kept);
  }

  clear(): void {
    this.kept = undefined;
  }
}

export class FakePhone implements Parts {
  link = new FakeServer();
  store = new MemoryStore();
  ticket: { phone: string; joined: Joined | undefined } = { phone: "p".repeat(32), joined: undefined };
  allowed: "yes" | "no" | "absent" = "yes";
  time_s = 100;
  spoken: string[] = [];
  shown: string[] = [];
  saved: { name: string; content: string }[] = [];
  noAnswer = "No answer.";
  private hear: ((row: Row) => void) | undefined;

  allow(): Promise<"yes" | "no" | "absent"> {
    return Promise.resolve(this.allowed);
  }

  feel(hear: (row: Row) => void): void {
    this.hear = hear;
  }

  /** The sensors tell something. */
  tells(): void {
    this.hear?.([this.time_s, 1, 2, 3, null, null, null, null, null, null]);
  }

  speak(step: Step, aloud: boolean): void {
    (aloud ? this.spoken : this.shown).push(step.say ?? "");
  }

  sound(): "voice" {
    return "voice";
  }

  hush(): void {}

  now_s(): number {
    return this.time_s;
  }

  changed(): void {}

  save(name: string, content: string): void {
    this.saved.push({ name, content });
  }
}
