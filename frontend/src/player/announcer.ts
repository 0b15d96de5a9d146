// Plays the cues of a phase when they fall due: caption always, voice or tones as chosen.
import type { Beeper } from "./beeper.js";
import type { Cue } from "./protocol.js";
import type { Speaker } from "./speaker.js";
import { vibrate } from "./vibration.js";
import type { Buzz } from "./vibration.js";

export type Sound = "voice" | "beeps" | "silent";

/** A sentence this late is still worth saying; a tone is not. */
const LATE_SENTENCE_S = 1.5;
const LATE_BEEP_S = 0.4;

export interface Caption {
  text: string;
  urgent: boolean;
  /** The page's voice says it, so that a screen reader need not. */
  aloud?: boolean;
  /** Alternates, so that the same words in a row are two captions. */
  again?: boolean;
}

export class Announcer {
  sound: Sound = "voice";
  /** The person's screen reader says the captions, so the page's own voice is quiet. */
  reader = false;
  private cues: Cue[] = [];
  private again = false;
  private shown = { at_s: Number.NaN, text: "" };

  constructor(
    private readonly speaker: Speaker,
    private readonly beeper: Beeper,
    private readonly show: (caption: Caption) => void,
    private readonly buzz: (buzz: Buzz) => void = vibrate,
  ) {}

  /** What is heard now: beeps stand in for a voice that is missing. */
  get heard(): Sound {
    const missing = this.sound === "voice" && !this.reader && !this.speaker.works;
    return missing ? "beeps" : this.sound;
  }

  /** Allow sound; must be called from a tap or a key. */
  wake(): void {
    this.beeper.wake();
    if (this.sound === "voice" && !this.reader) this.speaker.wake();
  }

  /** Take cues on; they are played by `play`. */
  plan(cues: Cue[]): void {
    this.cues = [...this.cues, ...cues].sort((one, other) => one.at_s - other.at_s);
  }

  /** Forget what has not been said yet. */
  clear(): void {
    this.cues = [];
  }

  silence(): void {
    this.speaker.silence();
  }

  /** Play everything that has fallen due by `now_s`. */
  play(now_s: number): void {
    while (this.cues[0] !== undefined && this.cues[0].at_s <= now_s) {
      const cue = this.cues.shift() as Cue;
      this.playOne(cue, now_s - cue.at_s);
    }
  }

  /** Say something at once that no cue of the server carries. */
  tell(text: string): void {
    this.playOne({ at_s: 0, kind: "say", priority: "urgent", text }, 0);
  }

  private playOne(cue: Cue, late_s: number): void {
    if (cue.kind === "beep" || cue.text === null) {
      if (late_s <= LATE_BEEP_S) this.end();
      return;
    }
    const urgent = cue.priority === "urgent";
    if (late_s > LATE_SENTENCE_S && !urgent) return;
    const spoken = cue.kind !== "caption";
    this.again = !this.again;
    const text = this.captioned(cue, cue.text);
    this.show({ text, urgent, aloud: spoken && this.speaks, again: this.again });
    if (urgent) this.buzz("urgent");
    if (spoken) this.sayOrBeep(cue.text, cue.priority === "low");
  }

  /** What waits behind a sentence of the same moment is shown behind it, or nobody could read the first. */
  private captioned(cue: Cue, text: string): string {
    const behind = cue.priority === "low" && cue.at_s === this.shown.at_s;
    this.shown = { at_s: cue.at_s, text: behind ? `${this.shown.text} ${text}` : text };
    return this.shown.text;
  }

  private get speaks(): boolean {
    return this.heard === "voice" && !this.reader;
  }

  private end(): void {
    this.buzz("end");
    if (this.heard !== "silent") this.beeper.beep("end");
  }

  private sayOrBeep(text: string, mayWait: boolean): void {
    if (this.speaks) this.speaker.say(text, mayWait);
    if (this.heard === "beeps" && !mayWait) this.beeper.beep("short");
  }
}
