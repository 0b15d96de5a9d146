// Plays the cues of a phase when they fall due: caption always, voice or tones as chosen.
import type { Beeper } from "./beeper.js";
import type { Cue } from "./protocol.js";
import type { Speaker } from "./speaker.js";

export type Sound = "voice" | "beeps" | "silent";

/** A sentence this late is still worth saying; a tone is not. */
const LATE_SENTENCE_S = 1.5;
const LATE_BEEP_S = 0.4;

export interface Caption {
  text: string;
  urgent: boolean;
}

export class Announcer {
  sound: Sound = "voice";
  private cues: Cue[] = [];

  constructor(
    private readonly speaker: Speaker,
    private readonly beeper: Beeper,
    private readonly show: (caption: Caption) => void,
  ) {}

  /** What is heard now: beeps stand in for a voice that is missing. */
  get heard(): Sound {
    return this.sound === "voice" && !this.speaker.works ? "beeps" : this.sound;
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
      if (late_s <= LATE_BEEP_S && this.heard !== "silent") this.beeper.beep("end");
      return;
    }
    const urgent = cue.priority === "urgent";
    if (late_s > LATE_SENTENCE_S && !urgent) return;
    this.show({ text: cue.text, urgent });
    if (cue.kind === "caption") return;
    if (this.heard === "voice") this.speaker.say(cue.text, cue.priority === "low");
    if (this.heard === "beeps" && cue.priority !== "low") this.beeper.beep("short");
  }
}
