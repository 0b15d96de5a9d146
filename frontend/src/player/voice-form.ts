// <coxa-voice-form>: which voice, how fast, how loud, or tones, or a screen reader; and to try it.
//
//   data-words   id of the json_script block with VoiceWords; in the player they come as `.words`
//   .leave       whether there is a way back (in the player): then `left` is sent
//
// Sends `changed` whenever something was chosen; it has been remembered by then.
import { LitElement, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { Announcer } from "./announcer.js";
import type { Caption } from "./announcer.js";
import { AudioBeeper } from "./beeper.js";
import { rememberSound, rememberedSound } from "./choices.js";
import { liveRegions } from "./live-regions.js";
import { BrowserSpeaker } from "./speaker.js";
import { shared } from "./styles/shared.js";
import { voiceStyles } from "./styles/voice.js";
import { canVibrate } from "./vibration.js";
import { RATES, VOLUMES, rememberVoice, rememberedVoice } from "./voice-choices.js";
import type { VoiceChoices } from "./voice-choices.js";
import type { VoiceWords, Way } from "./voice-words.js";
import { languageOf, offered, voiceFor } from "./voices.js";
import { fill, readWords } from "./words.js";

const WAYS: readonly Way[] = ["voice", "reader", "beeps", "silent"];

@customElement("coxa-voice-form")
export class VoiceForm extends LitElement {
  static override styles = [shared, voiceStyles];

  @property({ attribute: "data-words" }) wordsId = "";
  @property({ attribute: false }) words!: VoiceWords;
  @property({ type: Boolean, reflect: true }) leave = false;

  @state() private choices: VoiceChoices = rememberedVoice();
  @state() private way: Way = rememberedWay();
  @state() private tried: Caption | undefined;
  @state() private failed = false;

  private readonly language = document.documentElement.lang || "en";
  private readonly speaker = new BrowserSpeaker(
    this.language,
    globalThis.speechSynthesis,
    rememberedVoice,
    () => (this.failed = true),
  );
  private readonly announcer = new Announcer(
    this.speaker,
    new AudioBeeper(),
    (caption) => (this.tried = caption),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.wordsId !== "") this.words = readWords<VoiceWords>(this.wordsId, this.ownerDocument);
    // Some browsers find their voices only a while after the page has come.
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", this.voicesCame);
    this.addEventListener("keydown", this.escaped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", this.voicesCame);
    this.removeEventListener("keydown", this.escaped);
    this.speaker.silence();
  }

  override firstUpdated(): void {
    if (this.leave) this.renderRoot.querySelector<HTMLElement>("input:checked")?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`
      <form class="form" @submit=${(event: Event) => event.preventDefault()}>
        <fieldset>
          <legend>${words.who}</legend>
          ${WAYS.map((way) => this.wayChoice(way))}
        </fieldset>
        ${this.way === "voice" ? this.voiceChoice() : nothing}
        ${this.speaks ? this.slider("rate", RATES, this.rateWords()) : nothing}
        ${this.way === "silent" || this.way === "reader"
          ? nothing
          : this.slider("volume", VOLUMES, fill(words.percent, { percent: percent(this.choices.volume) }))}
        ${this.trial()}
        ${canVibrate() ? this.yesOrNo("vibrates", this.words.vibrates) : nothing}
        ${this.yesOrNo("keys", this.words.keys)}
        <p class="soft">${words.kept}</p>
        ${this.leave
          ? html`<button type="button" class="main" @click=${() => this.tell("left")}>${words.done}</button>`
          : nothing}
      </form>
    `;
  }

  private wayChoice(way: Way): TemplateResult {
    return html`
      <label class="way">
        <input
          type="radio"
          name="way"
          value=${way}
          .checked=${this.way === way}
          aria-describedby="means-${way}"
          @change=${() => this.choose(way)}
        />
        <span>
          <b>${this.words.ways[way]}</b>
          <small id="means-${way}">${this.words.means[way]}</small>
        </span>
      </label>
    `;
  }

  private voiceChoice(): TemplateResult {
    const { words, language } = this;
    const all = globalThis.speechSynthesis?.getVoices() ?? [];
    const { fitting, others } = offered(all, language, navigator.languages);
    const chosen = this.chosenVoice;
    const option = (voice: SpeechSynthesisVoice) => html`
      <option value=${voice.voiceURI} ?selected=${voice === chosen}>${voice.name}</option>
    `;
    return html`
      ${fitting.length === 0 ? html`<p class="none">${words.none}</p>` : nothing}
      ${fitting.length + others.length === 0
        ? nothing
        : html`
            <div class="row">
              <label for="voice">${words.voice}</label>
              <select id="voice" @change=${this.chooseVoice}>
                ${chosen === undefined ? html`<option selected></option>` : nothing}
                ${fitting.map(option)}
                ${others.length === 0
                  ? nothing
                  : html`<optgroup label=${words.others}>${others.map(option)}</optgroup>`}
              </select>
            </div>
          `}
      <p class="soft">${words.onlyHere}</p>
    `;
  }

  private slider(
    name: "rate" | "volume",
    { least, most, step }: typeof RATES,
    told: string,
  ): TemplateResult {
    return html`
      <div class="row">
        <label for=${name}>${this.words[name]}</label>
        <input
          id=${name}
          type="range"
          min=${least}
          max=${most}
          step=${step}
          .value=${String(this.choices[name])}
          aria-valuetext=${told}
          @input=${(event: Event) => this.keep({ [name]: Number((event.target as HTMLInputElement).value) })}
        />
        <output for=${name} aria-hidden="true">${told}</output>
      </div>
    `;
  }

  private yesOrNo(name: "vibrates" | "keys", label: string): TemplateResult {
    return html`
      <label class="way">
        <input
          type="checkbox"
          name=${name}
          .checked=${this.choices[name]}
          @change=${(event: Event) => this.keep({ [name]: (event.target as HTMLInputElement).checked })}
        />
        <span>${label}</span>
      </label>
    `;
  }

  private trial(): TemplateResult {
    const { words, tried } = this;
    return html`
      <div class="trial">
        <button type="button" class="try" @click=${this.tryIt}>${words.tryIt}</button>
        <p class="said" aria-hidden="true">${tried?.text}</p>
        ${liveRegions(tried ?? { text: "", urgent: false })}
        <p class="soft" role="status">${tried === undefined ? nothing : this.verdict()}</p>
      </div>
    `;
  }

  private verdict(): string {
    const { words } = this;
    if (this.way !== "voice") return words.tried[this.way];
    if (this.failed) return words.failed;
    return this.speaks ? words.tried.voice : words.tried.beeps;
  }

  /** Whether a voice is chosen that could speak. */
  private get speaks(): boolean {
    return this.way === "voice" && this.chosenVoice !== undefined;
  }

  private get chosenVoice(): SpeechSynthesisVoice | undefined {
    const chosen = this.choices.voices[languageOf(this.language)];
    const all = globalThis.speechSynthesis?.getVoices() ?? [];
    return voiceFor(all, this.language, chosen, navigator.languages);
  }

  private rateWords(): string {
    const off = percent(this.choices.rate) - 100;
    if (off === 0) return this.words.asItComes;
    return fill(off < 0 ? this.words.slower : this.words.faster, { percent: Math.abs(off) });
  }

  private choose(way: Way): void {
    this.way = way;
    rememberSound(way === "reader" ? "voice" : way);
    this.keep({ reader: way === "reader" });
  }

  private readonly chooseVoice = (event: Event): void => {
    const uri = (event.target as HTMLSelectElement).value;
    if (uri === "") return;
    this.keep({ voices: { ...this.choices.voices, [languageOf(this.language)]: uri } });
  };

  private keep(changes: Partial<VoiceChoices>): void {
    this.choices = { ...this.choices, ...changes };
    rememberVoice(this.choices);
    this.tried = undefined;
    this.tell("changed");
  }

  private readonly tryIt = (): void => {
    this.failed = false;
    this.announcer.sound = this.way === "reader" ? "voice" : this.way;
    this.announcer.reader = this.way === "reader";
    this.announcer.wake();
    this.announcer.tell(this.words.trial);
  };

  private tell(name: "changed" | "left"): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private readonly escaped = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.tell("left");
  };

  private readonly voicesCame = (): void => this.requestUpdate();
}

function rememberedWay(): Way {
  const sound = rememberedSound();
  return sound === "voice" && rememberedVoice().reader ? "reader" : sound;
}

function percent(share: number): number {
  return Math.round(share * 100);
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-voice-form": VoiceForm;
  }
}
