// What the laptop says of a test by phone: each step once, and only if the server gave it to this page.
import type { Speaker } from "../player/speaker.js";

/** A step as the page shows it. */
export interface ShownStep {
  /** Its name; another step has another one. */
  cue: string;
  /** Empty where nothing is to be said. */
  text: string;
  /** Who says it in words; empty: nobody does. */
  aloud: "phone" | "laptop" | "";
  /** This page does, and now. */
  saysIt: boolean;
}

export class Cues {
  private said = "";
  private read = "";
  private speaking = false;

  constructor(
    private readonly speaker: Omit<Speaker, "wake">,
    /** Put a text where screen readers read it out. */
    private readonly readOut: (text: string) => void,
  ) {}

  /** The page shows this now; undefined: no leg is under way. */
  show(step: ShownStep | undefined): void {
    if (step?.aloud !== "laptop") this.hush();
    if (step === undefined || step.text === "") return;
    if (step.saysIt && this.said !== step.cue) {
      this.said = step.cue;
      this.speaking = true;
      this.speaker.say(step.text, false);
    }
    // A screen reader does not talk over a voice that says the same.
    if (step.aloud === "" && this.read !== step.cue) {
      this.read = step.cue;
      this.readOut(step.text);
    }
  }

  /** The phone has taken over, or the leg is done: not a word more from here. */
  private hush(): void {
    if (this.speaking) this.speaker.silence();
    this.speaking = false;
  }
}
