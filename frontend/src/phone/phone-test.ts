// A test by phone from the code to the last word: sensors, script and link, without a page.
import { asCsv } from "./csv.js";
import { Refused } from "./link.js";
import type { Link } from "./link.js";
import type {
  Ending,
  FromServer,
  Joined,
  PhoneState,
  Result,
  Row,
  Side,
  Sound,
  Step,
  ToServer,
} from "./protocol.js";
import { ScriptPlayer } from "./script-player.js";
import type { Allowed } from "./sensors.js";
import type { Store } from "./store.js";
import { Take } from "./take.js";
import { Teller } from "./teller.js";
import type { Ticket } from "./ticket.js";

export type Stage =
  /** The code is asked for. */
  | "join"
  | "joining"
  /** How to strap the phone on; the sensors are not allowed yet. */
  | "prepare"
  | "asking"
  | "denied"
  | "blind"
  | "ready"
  | "running"
  | "sending"
  | "result"
  | "finishing"
  | "over"
  /** The server no longer knows this phone, or turned something down. */
  | "fault";

/** What the test is made of; each can be stood in for. */
export interface Parts {
  link: Pick<Link, "join" | "say" | "token">;
  store: Store;
  ticket: Ticket;
  allow(): Promise<Allowed>;
  /** Start the sensors; every row is handed to `hear`. */
  feel(hear: (row: Row) => void): void;
  /** Show what is asked for, and say it aloud or not. */
  speak(step: Step, aloud: boolean): void;
  hush(): void;
  /** How this phone makes itself heard. */
  sound(): Sound;
  now_s(): number;
  changed(): void;
  save(name: string, content: string): void;
  noAnswer: string;
}

/** A phone that is allowed to feel and has felt nothing for so long has no such sensor. */
const BLIND_AFTER_S = 3;
const SEND_EVERY_S = 0.5;
/** With nothing to send, or nobody reached. */
const ASK_EVERY_S = 1;

/** How the server calls it; everything else is still being got ready. */
const STATES: Partial<Record<Stage, PhoneState>> = {
  denied: "blind",
  blind: "blind",
  ready: "ready",
  running: "running",
  sending: "ended",
  result: "ended",
  finishing: "ended",
};

export class PhoneTest {
  stage: Stage = "join";
  joined: Joined | undefined;
  side: Side = "left";
  player: ScriptPlayer | undefined;
  results: Result[] = [];
  bothRead = false;
  ending: Ending | undefined;
  /** Why the code was turned down, or the test cannot go on. */
  said = "";
  /** Nobody is reached at present. */
  lost = false;
  /** The last take was broken off, as the page was out of sight. */
  interrupted = false;
  /** The last take was ended by the person, before its end. */
  stopped = false;
  private take: Take | undefined;
  private takeNumber = 0;
  private press: "pinch" | "finish" | null = null;
  private felt_s = 0;
  private heard = 0;
  private saying = false;
  private due_s = 0;
  private readonly teller: Teller;

  constructor(private readonly parts: Parts) {
    this.teller = new Teller((step, aloud) => parts.speak(step, aloud));
  }

  /** Go on after a reload, or wait for a code. */
  async restore(): Promise<void> {
    const { link, ticket, store } = this.parts;
    const joined = ticket.joined;
    if (joined === undefined) return;
    link.token = joined.token;
    const kept = await store.load().catch(() => undefined);
    if (kept !== undefined) {
      this.take = new Take(kept.number, kept.side, store, kept.batches);
      this.take.ended = true;
      this.side = kept.side;
      this.takeNumber = kept.number;
    }
    this.welcome(joined);
    if (kept?.ended === true) this.go("sending");
    else this.interrupted = kept !== undefined;
  }

  async join(code: string): Promise<void> {
    if (this.stage === "joining") return;
    this.said = "";
    this.go("joining");
    const { link, ticket } = this.parts;
    try {
      const joined = await link.join(code, ticket.phone);
      link.token = joined.token;
      ticket.joined = joined;
      this.welcome(joined);
    } catch (fault) {
      this.said = fault instanceof Refused ? fault.message : this.parts.noAnswer;
      this.go("join");
    }
  }

  /** Ask for the sensors; must be called from a tap. */
  async allow(): Promise<void> {
    const asked = this.parts.allow();
    this.go("asking");
    const allowed = await asked;
    if (allowed === "no") return this.go("denied");
    if (allowed === "absent") return this.go("blind");
    this.felt_s = this.parts.now_s();
    this.heard = 0;
    this.parts.feel((row) => this.feel(row));
  }

  choose(side: Side): void {
    this.side = side;
    this.parts.changed();
  }

  begin(side: Side = this.side): void {
    const steps = this.joined?.scripts[side];
    if (steps === undefined || (this.stage !== "ready" && this.stage !== "result")) return;
    this.side = side;
    this.interrupted = this.stopped = false;
    this.takeNumber += 1;
    this.take = new Take(this.takeNumber, side, this.parts.store);
    this.player = new ScriptPlayer(steps, this.parts.now_s(), (step) => this.ask(step));
    this.go("running");
  }

  /** The phone is strapped to the other shin first. */
  changeLegs(): void {
    this.side = this.side === "left" ? "right" : "left";
    this.go("ready");
  }

  /** End this leg here; what was done is read. */
  stop(): void {
    if (this.stage !== "running") return;
    this.stopped = true;
    this.hush();
    this.endTake();
  }

  pinch(): void {
    this.hush();
    this.press = "pinch";
    this.take?.end();
    this.due_s = 0;
    this.go("finishing");
  }

  finish(): void {
    this.press = "finish";
    this.due_s = 0;
    this.go("finishing");
  }

  get pinched(): boolean {
    return this.press === "pinch" || this.ending?.kind === "pinch";
  }

  /** The page went out of sight, where browsers let no sensor tell anything. */
  hide(): void {
    if (this.stage !== "running") return;
    this.hush();
    this.interrupted = true;
    this.take?.end();
    this.player = undefined;
    this.go("ready");
  }

  /** As far as is known before a leg begins. */
  get laptopSpeaks(): boolean {
    return this.teller.laptop;
  }

  get canSave(): boolean {
    return this.stage !== "running" && (this.take?.rows.length ?? 0) > 0;
  }

  save(): void {
    if (this.take === undefined) return;
    const name = `coxa-${this.joined?.test ?? "phone"}-${this.take.side}.csv`;
    this.parts.save(name, asCsv(this.take.rows));
  }

  get latest(): Result | undefined {
    return this.results.at(-1);
  }

  /** Look at the clock; called several times a second. */
  tick(): void {
    const now_s = this.parts.now_s();
    this.teller.tick(now_s);
    if (this.stage === "asking" && this.felt_s > 0 && this.heard > 0) this.go("ready");
    if (this.stage === "asking" && this.felt_s > 0 && now_s - this.felt_s > BLIND_AFTER_S) this.go("blind");
    if (this.stage === "running" && this.player !== undefined) {
      if (!this.player.play(now_s)) this.hide();
      else if (this.player.over) this.endTake();
      this.parts.changed();
    }
    if (this.joined !== undefined && this.ending === undefined && this.stage !== "fault") {
      if (!this.saying && now_s >= this.due_s) void this.say();
    }
  }

  private welcome(joined: Joined): void {
    this.joined = joined;
    if (this.take === undefined) this.side = joined.side;
    this.takeNumber = Math.max(this.takeNumber, joined.take);
    this.go("prepare");
  }

  private feel(row: Row): void {
    this.heard += 1;
    if (this.stage === "blind") this.go("ready");
    // What counts begins with the stillness: before it, somebody was still sitting down.
    const counts = this.player !== undefined && this.player.steps[this.player.index]?.phase !== "place";
    if (this.stage === "running" && counts) this.take?.add(row);
  }

  /** A step begins, and the laptop is to know at once. */
  private ask(step: Step): void {
    this.due_s = 0;
    this.teller.begin(step, this.parts.now_s());
  }

  private hush(): void {
    this.teller.end();
    this.parts.hush();
  }

  private endTake(): void {
    this.teller.end();
    this.take?.end();
    this.player = undefined;
    this.due_s = 0;
    this.go("sending");
  }

  private async say(): Promise<void> {
    this.saying = true;
    const now_s = (): number => this.parts.now_s();
    const before = this.take?.acknowledged;
    const told = this.place;
    try {
      const answer = await this.parts.link.say(this.message());
      this.teller.answered(answer.speaker, this.place === told);
      this.listen(answer);
      const goneOn = this.place !== told;
      this.due_s = goneOn ? 0 : now_s() + this.patience(this.take?.acknowledged !== before);
      this.lost = false;
    } catch (fault) {
      if (fault instanceof Refused) this.refuse(fault);
      this.teller.lost();
      this.lost = !(fault instanceof Refused);
      this.due_s = now_s() + ASK_EVERY_S;
    } finally {
      this.saying = false;
      this.parts.changed();
    }
  }

  /** More batches that wait go at once, as long as they are taken in. */
  private patience(taken: boolean): number {
    const waiting = this.take === undefined ? 0 : this.take.count - this.take.acknowledged;
    if (taken && waiting > 0) return 0;
    return this.stage === "running" ? SEND_EVERY_S : ASK_EVERY_S;
  }

  /** A name for where the leg is. */
  private get place(): string {
    return `${this.takeNumber}-${this.player?.index ?? ""}`;
  }

  private message(): ToServer {
    const take = this.stage === "running" || this.stage === "sending" ? this.take : undefined;
    if (this.stage === "running") take?.close();
    return {
      state: this.state,
      take: this.takeNumber,
      side: this.side,
      step: this.player?.index ?? 0,
      sound: this.teller.here ? this.parts.sound() : null,
      sent_s: this.parts.now_s(),
      number: take?.acknowledged ?? 0,
      batches: take?.ended === true ? take.count : null,
      rows: take?.pending ?? null,
      press: this.press,
    };
  }

  private get state(): PhoneState {
    if (this.stage === "running") return "running";
    return STATES[this.stage] ?? "asking";
  }

  private listen(told: FromServer): void {
    const { take } = this;
    this.results = told.results;
    this.bothRead = told.both_read;
    if (take !== undefined && told.take === take.number) {
      take.acknowledged = Math.max(take.acknowledged, told.next_number);
    }
    this.takeNumber = Math.max(this.takeNumber, told.take);
    if (told.over !== null) return this.end(told.over);
    if (this.stage === "sending" && told.read_take >= this.takeNumber) this.go("result");
    const asked = told.asked;
    if (asked?.kind === "begin" && asked.take > this.takeNumber) this.begin(asked.side);
    if (asked?.kind === "stop" && asked.take === this.takeNumber) this.stop();
  }

  private end(ending: Ending): void {
    this.hush();
    this.ending = ending;
    this.press = null;
    this.player = undefined;
    this.parts.ticket.joined = undefined;
    this.parts.store.clear();
    this.go("over");
  }

  private refuse(fault: Refused): void {
    this.hush();
    this.said = fault.message;
    this.player = undefined;
    this.take?.end();
    this.go("fault");
  }

  private go(stage: Stage): void {
    this.stage = stage;
    this.parts.changed();
  }
}
