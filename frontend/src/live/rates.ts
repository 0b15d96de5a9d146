// How it runs: frames a second and milliseconds a frame, over the last few seconds.
import { middle } from "./trial.js";

const OVER_MS = 3000;

export class Rates {
  private frames: { at_ms: number; spent_ms: number }[] = [];

  add(at_ms: number, spent_ms: number): void {
    this.frames.push({ at_ms, spent_ms });
    const from_ms = at_ms - OVER_MS;
    while ((this.frames[0]?.at_ms ?? at_ms) < from_ms) this.frames.shift();
  }

  /** Frames a second; 0 until there are two. */
  get fps(): number {
    const first = this.frames[0];
    const last = this.frames.at(-1);
    if (first === undefined || last === undefined || last.at_ms <= first.at_ms) return 0;
    return (1000 * (this.frames.length - 1)) / (last.at_ms - first.at_ms);
  }

  /** What the nets take for the middle one of these frames. */
  get frame_ms(): number {
    return this.frames.length === 0 ? 0 : middle(this.frames.map((frame) => frame.spent_ms));
  }
}
