// The session's clock: the server's seconds, counted on locally by the monotonic clock.
import type { Screen } from "./protocol.js";

/** Farther apart than this, the server's time counts and not the local one. */
const TRUSTED_S = 3;

export class SessionClock {
  private base_s = 0;
  private base_ms = 0;
  private running = false;

  constructor(private readonly now_ms: () => number = () => performance.now()) {}

  /** Seconds of the session now. */
  now(): number {
    return this.at(this.now_ms());
  }

  /** Seconds of the session at a moment of the monotonic clock. */
  at(moment_ms: number): number {
    if (!this.running) return this.base_s;
    return this.base_s + Math.max(0, moment_ms - this.base_ms) / 1000;
  }

  /** Take over what a reply says; while both run on, the local count stays, so it never jitters. */
  follow(screen: Screen): void {
    const ahead_s = this.now() - screen.t_s;
    const agrees = this.running && screen.running && ahead_s >= 0 && ahead_s < TRUSTED_S;
    if (agrees) return;
    this.base_s = screen.t_s;
    this.base_ms = this.now_ms();
    this.running = screen.running;
  }

  /** Stand still, now or where it stood at an earlier moment; gives that time. */
  freeze(at_ms: number = this.now_ms()): number {
    this.base_s = this.at(at_ms);
    this.running = false;
    return this.base_s;
  }
}
