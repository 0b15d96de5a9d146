// How it went: effort from 0 to 10 and a note, at the end of a session.
import { LitElement, html } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { scores } from "./score.js";
import { formStyles } from "./styles/forms.js";
import { shared } from "./styles/shared.js";
import type { PlayerWords } from "./words.js";

export interface EffortTold {
  score: number | null;
  note: string;
}

@customElement("coxa-effort-form")
export class EffortForm extends LitElement {
  static override styles = [shared, formStyles];

  @property({ attribute: false }) words!: PlayerWords;
  @state() private score: number | null = null;
  @query("textarea") private note!: HTMLTextAreaElement;

  override firstUpdated(): void {
    this.renderRoot.querySelector("h1")?.focus();
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`
      <form class="form" @submit=${this.send}>
        <h1 tabindex="-1" id="question">${words.effortTitle}</h1>
        <fieldset aria-labelledby="question">
          ${scores(this.score, words.effortNone, words.effortMost, (score) => (this.score = score))}
        </fieldset>
        <label for="note">${words.effortNote}</label>
        <textarea id="note" rows="2" maxlength="2000"></textarea>
        <div class="after"><button class="main" type="submit">${words.effortDone}</button></div>
      </form>
    `;
  }

  private readonly send = (event: Event): void => {
    event.preventDefault();
    const detail: EffortTold = { score: this.score, note: this.note.value.trim() };
    this.dispatchEvent(new CustomEvent<EffortTold>("told", { detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-effort-form": EffortForm;
  }
}
