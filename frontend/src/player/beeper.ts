// Short tones: the end of a phase, and everything that is said when there is no voice.
import { rememberedVoice } from "./voice-choices.js";

export interface Beeper {
  /** Allow sound; must be called from a tap or a key. */
  wake(): void;
  beep(tone: "short" | "end"): void;
}

const TONES = {
  short: { hertz: 520, lasts_s: 0.12 },
  end: { hertz: 780, lasts_s: 0.32 },
};
const LOUDNESS = 0.18;

export class AudioBeeper implements Beeper {
  private context: AudioContext | undefined;

  wake(): void {
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
    } catch {
      // No sound on this machine: captions carry everything.
    }
  }

  beep(tone: "short" | "end"): void {
    const context = this.context;
    if (context === undefined || context.state !== "running") return;
    const { hertz, lasts_s } = TONES[tone];
    const from_s = context.currentTime;
    const loudness = LOUDNESS * rememberedVoice().volume;
    const oscillator = new OscillatorNode(context, { frequency: hertz, type: "sine" });
    const gain = new GainNode(context, { gain: 0 });
    // Soft edges, or the loudspeaker clicks.
    gain.gain.linearRampToValueAtTime(loudness, from_s + 0.015);
    gain.gain.setValueAtTime(loudness, from_s + lasts_s - 0.05);
    gain.gain.linearRampToValueAtTime(0, from_s + lasts_s);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from_s);
    oscillator.stop(from_s + lasts_s);
  }
}
