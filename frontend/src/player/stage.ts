// The screen while a session runs: what it is, which side, the count, what comes next, the buttons.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { Caption } from "./announcer.js";
import { count } from "./count.js";
import * as icons from "./icons.js";
import type { Screen } from "./protocol.js";
import { sideBadge } from "./side-badge.js";
import { fill, inOnePiece } from "./words.js";
import type { PlayerWords } from "./words.js";

export interface StageState {
  number: number | null;
  paused: boolean;
  lost: boolean;
  caption: Caption;
  toggle: () => void;
  next: () => void;
  pain: () => void;
  end: () => void;
  soundButton: TemplateResult;
}

const CALM = new Set(["intro", "get-ready", "rest", "switch-sides"]);

export function stage(words: PlayerWords, screen: Screen, now: StageState): TemplateResult {
  const calm = CALM.has(screen.phase) || now.paused;
  return html`
    <div class="screen ${screen.side} ${calm ? "calm" : ""} ${now.paused ? "paused" : ""}">
      <header>
        ${progress(words, screen)}
        <div class="title">
          <h1>${inOnePiece(screen.exercise)}</h1>
          ${sideBadge(screen.side, words)}
        </div>
      </header>
      <div class="stage" @click=${now.toggle}>
        ${count(screen, now.number, now.paused, words)}
        <p class="place">${screen.place}</p>
        ${upNext(words, screen)}
        ${captionLine(words, now)}
      </div>
      ${controls(words, now)}
    </div>
  `;
}

function progress(words: PlayerWords, screen: Screen): TemplateResult {
  const { sets_behind: behind, sets_planned: planned } = screen;
  const segments = Array.from({ length: planned }, (_, index) => index);
  return html`
    <div class="progress" role="img" aria-label=${fill(words.progress, { behind, planned })}>
      ${segments.map(
        (index) =>
          html`<span class=${index < behind ? "behind" : index === behind ? "here" : ""}></span>`,
      )}
    </div>
  `;
}

function upNext(words: PlayerWords, screen: Screen): TemplateResult | typeof nothing {
  if (screen.next === null) return nothing;
  return html`<p class="next"><small>${words.nextUp}</small> <b>${screen.next}</b></p>`;
}

/** What was said last; in a pause, why it is one and how to go on. */
function captionLine(words: PlayerWords, now: StageState): TemplateResult {
  const urgent = now.lost || now.caption.urgent;
  const said = now.lost ? words.lost : now.caption.text;
  const why = now.paused && !urgent ? "" : said;
  const how = now.paused ? words.tapToGoOn : said === "" ? words.tapToPause : "";
  return html`
    <p class="caption" aria-hidden="true">
      <span class=${urgent ? "urgent" : ""}>${why}</span>
      ${now.lost ? nothing : html`<span>${how}</span>`}
    </p>
  `;
}

function controls(words: PlayerWords, now: StageState): TemplateResult {
  return html`
    <div class="controls">
      <button type="button" class="hurts" @click=${now.pain}>
        ${icons.pain}<span>${words.pain}</span>
      </button>
      ${now.paused
        ? html`<button type="button" class="end" @click=${now.end}>
            ${icons.stop}<span>${words.end}</span>
          </button>`
        : html`<button type="button" class="skip" @click=${now.next}>
            ${icons.next}<span>${words.next}</span>
          </button>`}
      ${now.soundButton}
    </div>
  `;
}
