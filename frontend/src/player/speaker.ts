// The voice: the browser's own speech, which may be missing or fail without anything stopping.

export interface Speaker {
  /** Whether anything is heard when it speaks. */
  readonly works: boolean;
  /** Say a text; it takes the place of what is being said, unless it is to queue behind it. */
  say(text: string, queue: boolean): void;
  silence(): void;
}

export class BrowserSpeaker implements Speaker {
  private failed = false;

  constructor(
    private readonly language: string,
    private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
  ) {}

  get works(): boolean {
    return !this.failed && this.synthesis !== undefined && this.synthesis.getVoices().length > 0;
  }

  say(text: string, queue: boolean): void {
    if (this.synthesis === undefined) return;
    try {
      if (!queue) this.synthesis.cancel();
      this.synthesis.speak(this.utterance(text));
    } catch {
      this.failed = true;
    }
  }

  silence(): void {
    this.synthesis?.cancel();
  }

  private utterance(text: string): SpeechSynthesisUtterance {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = this.language;
    const voice = this.voice();
    if (voice !== undefined) utterance.voice = voice;
    utterance.addEventListener("start", () => (this.failed = false));
    utterance.addEventListener("error", (event) => {
      // Cutting a sentence short for the next one is not a failure.
      if (event.error !== "canceled" && event.error !== "interrupted") this.failed = true;
    });
    return utterance;
  }

  /** A voice of the page's language; one on this machine rather than one from outside. */
  private voice(): SpeechSynthesisVoice | undefined {
    const wanted = this.language.slice(0, 2).toLowerCase();
    const fitting = (this.synthesis?.getVoices() ?? []).filter((voice) =>
      voice.lang.toLowerCase().startsWith(wanted),
    );
    return fitting.find((voice) => voice.localService) ?? fitting[0];
  }
}
