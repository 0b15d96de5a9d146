// The voice: the browser's own speech, which may be missing or fail without anything stopping.
import { pieces } from "./utterances.js";
import { rememberedVoice } from "./voice-choices.js";
import type { VoiceChoices } from "./voice-choices.js";
import { languageOf, voiceFor } from "./voices.js";

export interface Speaker {
  /** Whether anything is heard when it speaks. */
  readonly works: boolean;
  /** Allow speech, also after it failed; must be called from a tap or a key. */
  wake(): void;
  /** Say a text; it takes the place of what is being said, unless it is to queue behind it. */
  say(text: string, queue: boolean): void;
  silence(): void;
}

/** Browsers drop what is said in the same breath as a `cancel`. */
const AFTER_CANCEL_MS = 60;
/** A voice that has not begun by then is not heard. */
const BEGINS_MS = 4000;

export class BrowserSpeaker implements Speaker {
  private failed = false;
  /** What waits for the breath after a `cancel`. */
  private waiting: string[] = [];
  private breath: ReturnType<typeof setTimeout> | undefined;
  private doubt: ReturnType<typeof setTimeout> | undefined;
  /** Kept until the next text: some browsers fall silent when an utterance is collected. */
  private spoken: SpeechSynthesisUtterance[] = [];

  constructor(
    private readonly language: string,
    private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
    private readonly choices: () => VoiceChoices = rememberedVoice,
    private readonly changed: () => void = () => undefined,
  ) {}

  get works(): boolean {
    return !this.failed && this.voice() !== undefined;
  }

  wake(): void {
    this.failed = false;
    const { synthesis } = this;
    if (synthesis === undefined || this.voice() === undefined || this.busy) return;
    try {
      // Nothing to hear: it only lets speech begin later, without a tap.
      const nothing = new SpeechSynthesisUtterance("");
      nothing.volume = 0;
      synthesis.speak(nothing);
    } catch {
      this.fail();
    }
  }

  say(text: string, queue: boolean): void {
    if (this.synthesis === undefined) return;
    const parts = pieces(text, this.choices().rate);
    if (queue) this.waiting.push(...parts);
    else this.instead(parts);
    if (this.breath === undefined) this.speakWaiting();
  }

  silence(): void {
    this.forget();
    this.synthesis?.cancel();
  }

  private get busy(): boolean {
    return this.synthesis?.speaking === true || this.synthesis?.pending === true;
  }

  /** Cut off what is being said, and take a breath if that was anything. */
  private instead(parts: string[]): void {
    const cut = this.busy || this.breath !== undefined;
    this.forget();
    this.waiting = parts;
    if (!cut) return;
    this.synthesis?.cancel();
    this.breath = setTimeout(() => {
      this.breath = undefined;
      this.speakWaiting();
    }, AFTER_CANCEL_MS);
  }

  private forget(): void {
    clearTimeout(this.breath);
    clearTimeout(this.doubt);
    this.breath = this.doubt = undefined;
    this.waiting = [];
    this.spoken = [];
  }

  private speakWaiting(): void {
    const texts = this.waiting;
    this.waiting = [];
    const voice = this.voice();
    if (voice === undefined || this.synthesis === undefined) return;
    try {
      if (this.synthesis.paused) this.synthesis.resume();
      if (!this.busy) this.doubtIt();
      for (const text of texts) this.speak(text, voice, this.synthesis);
    } catch {
      this.fail();
    }
  }

  private speak(text: string, voice: SpeechSynthesisVoice, synthesis: SpeechSynthesis): void {
    const utterance = new SpeechSynthesisUtterance(text);
    const { rate, volume } = this.choices();
    // Android goes by the language even where a voice is given.
    Object.assign(utterance, { voice, lang: voice.lang.replace("_", "-"), rate, volume });
    utterance.addEventListener("start", () => this.begun());
    utterance.addEventListener("error", (event) => {
      // Cutting a sentence short for the next one is not a failure.
      if (event.error !== "canceled" && event.error !== "interrupted") this.fail();
    });
    this.spoken.push(utterance);
    synthesis.speak(utterance);
  }

  private doubtIt(): void {
    clearTimeout(this.doubt);
    this.doubt = setTimeout(() => this.fail(), BEGINS_MS);
  }

  private begun(): void {
    clearTimeout(this.doubt);
    this.failed = false;
  }

  private fail(): void {
    clearTimeout(this.doubt);
    this.failed = true;
    this.changed();
  }

  private voice(): SpeechSynthesisVoice | undefined {
    const chosen = this.choices().voices[languageOf(this.language)];
    const regions = globalThis.navigator?.languages ?? [];
    return voiceFor(this.synthesis?.getVoices() ?? [], this.language, chosen, regions);
  }
}
