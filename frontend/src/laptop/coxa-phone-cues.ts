// <coxa-phone-cues>: stands around the laptop's view of a test by phone, and is its voice.
//
//   <coxa-phone-cues>
//     <p class="unseen" role="status" data-live></p>
//     <div id="phone-test" data-cue="1-4" data-say="Hold." data-aloud="laptop" data-says-it>…</div>
//   </coxa-phone-cues>
//
// The view is swapped by htmx. With each of its requests goes `voice`: a word of this page's own
// where it can speak, "none" without a voice, "asleep" before anything was pressed on the page.
import { BrowserSpeaker } from "../player/speaker.js";
import { WakeLock } from "../player/wake-lock.js";
import { Cues } from "./cues.js";
import type { ShownStep } from "./cues.js";

interface AskedByHtmx {
  parameters: Record<string, string>;
}

export class CoxaPhoneCues extends HTMLElement {
  /** Tells this window from another one; no secret. */
  private readonly name = Math.random().toString(36).slice(2) || "page";
  private readonly speaker = new BrowserSpeaker(document.documentElement.lang || "en");
  private readonly cues = new Cues(this.speaker, (text) => this.readOut(text));
  private readonly swapped = new MutationObserver(() => this.look());
  private readonly wakeLock = new WakeLock();

  connectedCallback(): void {
    this.addEventListener("htmx:configRequest", this.asking);
    this.addEventListener("click", this.pressed);
    this.swapped.observe(this, { childList: true });
    void this.wakeLock.hold();
    this.look();
  }

  disconnectedCallback(): void {
    this.removeEventListener("htmx:configRequest", this.asking);
    this.removeEventListener("click", this.pressed);
    this.swapped.disconnect();
    this.cues.show(undefined);
    void this.wakeLock.release();
  }

  /** What this page says of its voice. */
  private get voice(): string {
    if (!this.speaker.works) return "none";
    return navigator.userActivation?.hasBeenActive === false ? "asleep" : this.name;
  }

  private look(): void {
    const shown = this.querySelector<HTMLElement>("[data-cue]");
    this.cues.show(shown === null ? undefined : shownStep(shown));
  }

  private readOut(text: string): void {
    const live = this.querySelector("[data-live]");
    if (live !== null) live.textContent = text;
  }

  private readonly asking = (event: Event): void => {
    (event as CustomEvent<AskedByHtmx>).detail.parameters["voice"] = this.voice;
  };

  /** Whoever chooses this machine hears at once whether it is loud enough. */
  private readonly pressed = (event: Event): void => {
    const trial = (event.target as Element).closest<HTMLElement>("[data-trial]")?.dataset["trial"];
    if (trial !== undefined) this.speaker.say(trial, false);
  };
}

function shownStep({ dataset }: HTMLElement): ShownStep {
  const { cue = "", say = "", aloud = "", saysIt } = dataset;
  return { cue, text: say, aloud: aloud as ShownStep["aloud"], saysIt: saysIt !== undefined };
}

customElements.define("coxa-phone-cues", CoxaPhoneCues);

declare global {
  interface HTMLElementTagNameMap {
    "coxa-phone-cues": CoxaPhoneCues;
  }
}
