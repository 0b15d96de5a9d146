// Keeps a slow machine answering: where pictures come late, they become simpler and fewer.

const SLOW_MS = 45;
const SETTLED = 6;
const MEMORY = 0.7;
const REST_MS = 80;

/** Watches how late pictures come. */
export class Pace {
  /** Whether the machine is too slow for the full picture; once so, it stays so. */
  isSlow = false;
  private mean_ms = 0;
  private count = 0;

  /** A picture came so long after the one before. Says whether the machine has just proved slow. */
  took(step_ms: number): boolean {
    this.count += 1;
    this.mean_ms = this.count === 1 ? step_ms : MEMORY * this.mean_ms + (1 - MEMORY) * step_ms;
    if (this.isSlow || this.count < SETTLED || this.mean_ms < SLOW_MS) return false;
    this.isSlow = true;
    return true;
  }

  /** How long to leave the machine alone before the next picture. */
  get rest_ms(): number {
    return this.isSlow ? REST_MS : 0;
  }
}
