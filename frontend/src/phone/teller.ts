// Says each step aloud, or leaves it to the laptop where the laptop answers for it: one of them does.
import type { Step } from "./protocol.js";

/** Without an answer for so long, the laptop is not heard of in time. */
const TAKE_OVER_S = 1.2;

export class Teller {
  /** The laptop speaks, as far as is known. */
  laptop = false;
  /** What was left to the laptop, which has not answered yet. */
  private open: { step: Step; until_s: number } | undefined;
  /** The step under way is said by this phone. */
  here = true;

  constructor(private readonly tell: (step: Step, aloud: boolean) => void) {}

  begin(step: Step, now_s: number): void {
    this.here = !this.laptop;
    this.open = this.laptop ? { step, until_s: now_s + TAKE_OVER_S } : undefined;
    this.tell(step, this.here);
  }

  /** The laptop's answer; it counts for the step under way only if that was what it was told of. */
  answered(speaker: "phone" | "laptop", toThisStep: boolean): void {
    this.laptop = speaker === "laptop";
    if (!this.laptop) return this.takeOver();
    if (toThisStep) this.open = undefined;
  }

  /** Nobody is reached. */
  lost(): void {
    this.laptop = false;
    this.takeOver();
  }

  tick(now_s: number): void {
    if (this.open !== undefined && now_s >= this.open.until_s) this.lost();
  }

  /** The leg is over. */
  end(): void {
    this.open = undefined;
  }

  private takeOver(): void {
    const left = this.open;
    this.open = undefined;
    if (left === undefined) return;
    this.here = true;
    this.tell(left.step, true);
  }
}
