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
  /** In the place of the count, while the person gets into position before the camera. */
  setUp: TemplateResult | null;
  /** What the camera sees, and how far along the way that is. */
  preview: TemplateResult | typeof nothing;
  range: TemplateResult | typeof nothing;
  /** Buttons about the camera: while they are wanted, below the others. */
  cameraButtons: TemplateResult | typeof nothing;
  /** Another name of the button that goes on. */
  nextWord: string;
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
      <div class="stage ${now.setUp === null ? "" : "sets-up"}" @click=${now.toggle}>
        ${now.setUp ?? work(words, screen, now)}
        ${captionLine(words, screen, now)}
      </div>
      ${controls(words, now)} ${now.cameraButtons}
    </div>
  `;
}

function work(words: PlayerWords, screen: Screen, now: StageState): TemplateResult {
  return html`
    ${count(screen, now.number, now.paused, words)} ${now.range}
    <p class="place">${screen.place}</p>
    ${upNext(words, screen)} ${now.preview}
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

/** What was said last, or what is to be put right; in a pause, why it is one and how to go on. */
function captionLine(words: PlayerWords, screen: Screen, now: StageState): TemplateResult {
  if (screen.fault !== null && !now.paused && !now.lost) {
    return html`<p class="caption fault" aria-hidden="true"><span>${screen.fault}</span></p>`;
  }
  const urgent = now.lost || now.caption.urgent;
  const said = now.lost ? words.lost : shownElsewhere(words, now) ? "" : now.caption.text;
  const why = now.paused && !urgent ? "" : said;
  const how = now.paused ? words.tapToGoOn : said === "" && now.setUp === null ? words.tapToPause : "";
  return html`
    <p class="caption" aria-hidden="true">
      <span class=${urgent ? "urgent" : ""}>${why}</span>
      ${now.lost ? nothing : html`<span>${how}</span>`}
    </p>
  `;
}

/** A hint that the set-up shows in large type, or has shown before. */
function shownElsewhere(words: PlayerWords, now: StageState): boolean {
  return now.setUp !== null && Object.values(words.camera.setUp).includes(now.caption.text);
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
            ${icons.next}<span>${now.nextWord}</span>
          </button>`}
      ${now.soundButton}
    </div>
  `;
}
