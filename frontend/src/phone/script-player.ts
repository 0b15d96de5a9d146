// Leads through the steps of a script by the phone's own clock.
import type { Step } from "./protocol.js";

/** A page that was not run for so long was asleep: what it asked for meanwhile nobody heard. */
const ASLEEP_S = 3;

export class ScriptPlayer {
  index = 0;
  private began_s: number;
  private looked_s: number;

  constructor(
    readonly steps: readonly Step[],
    now_s: number,
    private readonly begin: (step: Step) => void,
  ) {
    this.began_s = this.looked_s = now_s;
    this.begin(this.step);
  }

  get step(): Step {
    return this.steps[this.index] as Step;
  }

  get over(): boolean {
    return this.index >= this.steps.length;
  }

  /** Share of the present step that has passed. */
  share(now_s: number): number {
    return this.over ? 1 : Math.min(1, (now_s - this.began_s) / this.step.lasts_s);
  }

  /** Go on as far as the time has come; false when the page was asleep. */
  play(now_s: number): boolean {
    if (now_s - this.looked_s > ASLEEP_S) return false;
    this.looked_s = now_s;
    while (!this.over && now_s - this.began_s >= this.step.lasts_s) {
      this.began_s += this.step.lasts_s;
      this.index += 1;
      if (!this.over) this.begin(this.step);
    }
    return true;
  }
}
