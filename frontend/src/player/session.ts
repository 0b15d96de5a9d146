// One session as the player leads it: keeps time, plays cues, sends what happens. No page needed.
import type { Announcer } from "./announcer.js";
import { SessionClock } from "./clock.js";
import type { Connection } from "./connection.js";
import { isOver } from "./protocol.js";
import type { Fault, PauseReason, Reply, Screen, SessionEvent } from "./protocol.js";
import type { SeenMoment } from "./watch-protocol.js";

/** A beat this late means that the machine slept: what lies between does not count. */
const SLEPT_MS = 3000;

export interface SpokenWords {
  lost: string;
  found: string;
}

export class Session {
  screen: Screen | undefined;
  fault: Fault | undefined;
  lost = false;
  /** A pause that the server has not confirmed yet. */
  private held: PauseReason | null = null;
  private lastBeat_ms: number;
  private tickedFor: number | null = null;

  constructor(
    private readonly connection: Pick<Connection, "send" | "read">,
    private readonly announcer: Announcer,
    private readonly words: SpokenWords,
    private readonly changed: () => void,
    private readonly now_ms: () => number = () => performance.now(),
    private readonly clock: SessionClock = new SessionClock(now_ms),
  ) {
    this.lastBeat_ms = now_ms();
  }

  get paused(): PauseReason | null {
    return this.held ?? this.screen?.paused ?? null;
  }

  /** The session's clock. */
  get t_s(): number {
    return this.clock.now();
  }

  /** Read where the session stands; what was running when the page closed is now paused. */
  async open(): Promise<void> {
    const reply = await this.connection.read();
    this.fault = undefined;
    this.held = null;
    this.take(reply);
    if (reply.screen.running) this.pause("gap");
  }

  begin(): void {
    this.send({ kind: "begin", t_s: 0 });
  }

  pause(reason: PauseReason, at_ms: number = this.now_ms()): void {
    if (this.held !== null || this.screen?.running !== true) return;
    const t_s = this.clock.freeze(at_ms);
    this.held = reason;
    this.announcer.clear();
    this.announcer.silence();
    this.send({ kind: "pause", t_s, reason });
  }

  resume(): void {
    if (this.paused === null || this.lost) return;
    this.send({ kind: "resume", t_s: this.t_s });
  }

  next(): void {
    this.announcer.silence();
    this.send({ kind: "next", t_s: this.t_s });
  }

  tellPain(score: number, groin_pinch: boolean, stop_signs: string[]): void {
    this.send({ kind: "pain", t_s: this.t_s, score, groin_pinch, stop_signs });
  }

  tellEffort(score: number | null, note: string): void {
    this.send({ kind: "effort", t_s: this.t_s, score, note });
  }

  /** Whether a camera looks on; said again when it began to look anew. */
  camera(on: boolean): void {
    this.send({ kind: "camera", t_s: this.t_s, on });
  }

  /** A moment of the exercise, by the monotonic time at which the camera took it. */
  sight({ what, share, fault_id }: SeenMoment, captured_ms: number): void {
    if (this.screen === undefined || isOver(this.screen.phase)) return;
    this.send({ kind: "sight", t_s: this.clock.at(captured_ms), what, share, fault_id });
  }

  stop(): void {
    this.send({ kind: "stop", t_s: this.t_s });
  }

  /** Called many times a second: plays what is due and reports the end of a phase. */
  beat(): void {
    const now_ms = this.now_ms();
    const slept = now_ms - this.lastBeat_ms > SLEPT_MS;
    if (slept) this.pause("gap", this.lastBeat_ms);
    this.lastBeat_ms = now_ms;
    const screen = this.screen;
    if (screen?.running !== true || this.held !== null) return;
    const t_s = this.clock.now();
    this.announcer.play(t_s);
    const due_s = screen.next_tick_s;
    if (due_s !== null && t_s >= due_s && this.tickedFor !== due_s) {
      this.tickedFor = due_s;
      this.send({ kind: "tick", t_s });
    }
  }

  /** The server confirmed an event. */
  acknowledged(reply: Reply, idle: boolean): void {
    if (idle) this.held = null;
    this.take(reply);
  }

  /** The server is out of reach: the clock stands, the person is told at once. */
  connectionLost(): void {
    this.lost = true;
    this.pause("connection");
    if (this.screen !== undefined && !isOver(this.screen.phase)) {
      this.announcer.tell(this.words.lost);
    }
    this.changed();
  }

  connectionFound(): void {
    this.lost = false;
    this.announcer.tell(this.words.found);
    this.changed();
  }

  /** The server turned an event down; what counts now is what the server has. */
  refused(fault: Fault): void {
    this.fault = fault;
    this.announcer.clear();
    this.clock.freeze();
    this.changed();
  }

  private take(reply: Reply): void {
    const before = this.screen;
    this.screen = reply.screen;
    if (this.held === null) {
      this.clock.follow(reply.screen);
      if (before === undefined || isAnother(before, reply.screen)) this.announcer.clear();
      this.announcer.plan(reply.cues);
      this.announcer.play(this.clock.now());
    }
    this.tickedFor = null;
    this.changed();
  }

  private send(event: SessionEvent): void {
    this.connection.send(event);
    this.changed();
  }
}

function isAnother(before: Screen, after: Screen): boolean {
  return (
    before.phase !== after.phase ||
    before.phase_started_s !== after.phase_started_s ||
    before.paused !== after.paused
  );
}
