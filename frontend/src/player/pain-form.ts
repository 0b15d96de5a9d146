// Pain: stop signs first, the pinch on its own, then one tap on 0 to 10 that sends it all.
import { LitElement, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { scores } from "./score.js";
import { formStyles } from "./styles/forms.js";
import { shared } from "./styles/shared.js";
import { fill } from "./words.js";
import type { PlayerWords } from "./words.js";

export interface PainTold {
  score: number;
  groin_pinch: boolean;
  stop_signs: string[];
}

@customElement("coxa-pain-form")
export class PainForm extends LitElement {
  static override styles = [shared, formStyles];

  @property({ attribute: false }) words!: PlayerWords;
  /** The question, as the session asks it. */
  @property() question = "";
  /** Seconds until the session goes on by itself; null when it waits. */
  @property({ attribute: false }) goesOnIn: number | null = null;
  /** The word on the button that leaves without an answer; empty for none. */
  @property() leave = "";

  @state() private pinch = false;
  @state() private signs: ReadonlySet<string> = new Set();

  override firstUpdated(): void {
    this.renderRoot.querySelector("h1")?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`
      <form class="form" @submit=${(event: Event) => event.preventDefault()} @pointerdown=${this.touched} @keydown=${this.touched}>
        <h1 tabindex="-1">${this.question}</h1>
        <fieldset>
          <legend>${words.painSigns}</legend>
          <div class="signs">
            ${this.toggle("groin_pinch", words.groinPinch, this.pinch, () => (this.pinch = !this.pinch))}
            ${words.stopSigns.map(({ id, label }) =>
              this.toggle(id, label, this.signs.has(id), () => this.flip(id)),
            )}
          </div>
          <p class="means" role="alert">${this.pinch ? words.groinPinchMeans : nothing}</p>
        </fieldset>
        <fieldset>
          <legend>${words.painScore}</legend>
          ${scores(null, words.painNone, words.painWorst, this.send)}
        </fieldset>
        <div class="after">${this.foot()}</div>
      </form>
    `;
  }

  private foot(): TemplateResult | typeof nothing {
    if (this.leave === "") return nothing;
    const soon = this.goesOnIn;
    return html`
      <button type="button" class="plain" @click=${() => this.tell("left")}>${this.leave}</button>
      ${soon === null
        ? nothing
        : html`<p class="soon">${fill(this.words.painGoesOn, { seconds: soon })}</p>`}
    `;
  }

  private toggle(id: string, label: string, on: boolean, flip: () => void): TemplateResult {
    return html`
      <button type="button" class="sign" data-sign=${id} aria-pressed=${String(on)} @click=${flip}>
        <span class="box" aria-hidden="true"></span>${label}
      </button>
    `;
  }

  private flip(id: string): void {
    const signs = new Set(this.signs);
    if (!signs.delete(id)) signs.add(id);
    this.signs = signs;
  }

  private readonly send = (score: number): void => {
    this.tell("told", { score, groin_pinch: this.pinch, stop_signs: [...this.signs] });
  };

  /** Whoever touches the form is given all the time they want. */
  private readonly touched = (): void => this.tell("touched");

  private tell(name: "told" | "left" | "touched", detail?: PainTold): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-pain-form": PainForm;
  }
}
