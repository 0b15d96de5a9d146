// When to say aloud what is missing before the exercise: once it has lasted, and then only now and then.
import type { CameraWords } from "./camera-words.js";
import type { Looking } from "./sight-words.js";
import { missing } from "./sight-words.js";

const LASTING_MS = 2500;
const AGAIN_MS = 12_000;
/** What the coach says of by itself: how to lie or sit. */
const LEFT_TO_THE_COACH = ["pose", "still"];

export class Hints {
  private since_ms = 0;
  private sentence = "";
  private said_ms = -Infinity;

  constructor(private readonly words: CameraWords) {}

  /** What to say now, if anything; asked many times a second while the start pose is waited for. */
  due(eye: Looking, now_ms: number): string | undefined {
    const sentence = this.worthSaying(eye) ? missing(this.words, eye) : "";
    if (sentence !== this.sentence) {
      this.sentence = sentence;
      this.since_ms = now_ms;
    }
    if (sentence === "" || now_ms - this.since_ms < LASTING_MS) return undefined;
    if (now_ms - this.said_ms < AGAIN_MS) return undefined;
    this.said_ms = now_ms;
    return sentence;
  }

  private worthSaying({ sight, glimpse, dark }: Looking): boolean {
    if (sight !== "seeing" || glimpse === undefined || glimpse.set_up === null) return false;
    return dark || !LEFT_TO_THE_COACH.includes(glimpse.set_up);
  }
}
