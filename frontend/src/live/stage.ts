// What stands beside the picture while the test runs: the word of the moment, side, count, hold ring.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import * as icons from "../player/icons.js";
import { ring, stepped } from "../player/count.js";
import { sideBadge } from "../player/side-badge.js";
import { fill } from "../player/words.js";
import * as liveIcons from "./icons.js";
import type { Answer, LiveView } from "./protocol.js";
import type { LiveWords } from "./words.js";

export interface StageState {
  paused: boolean;
  /** Why it is paused, or what was said last. */
  caption: string;
  urgent: boolean;
  toggle: () => void;
  answer: (answer: Answer) => void;
  soundButton: TemplateResult;
}

/** In these the ring shows how long the legs have been still. */
const HELD = ["neutral", "hold"];
/** In these the person finds their place, and the one sentence is what matters. */
const SETTING_UP = ["place", "raise_hand"];

export function settingUp(view: LiveView | undefined): boolean {
  return view === undefined || SETTING_UP.includes(view.phase);
}

export function moment(words: LiveWords, view: LiveView | undefined, now: StageState): TemplateResult {
  const phase = view?.phase ?? "place";
  return html`
    <div class="moment ${view?.side ?? ""} ${now.paused ? "paused" : ""}" data-phase=${phase}>
      ${view?.side == null || settingUp(view) ? nothing : sideBadge(view.side, words)}
      <h1 class="word">${now.paused ? words.paused : wordOf(words, view)}</h1>
      ${settingUp(view) ? nothing : count(words, view as LiveView)}
    </div>
  `;
}

function wordOf(words: LiveWords, view: LiveView | undefined): string {
  if (view?.phase === "go" && view.direction !== null) return words.directions[view.direction];
  return words.phases[view?.phase ?? "place"];
}

function count(words: LiveWords, view: LiveView): TemplateResult {
  const { repeat: number, repeats: all, swing_deg } = view;
  // The player's ring runs out; this one fills. As a property: the page allows no style attribute.
  const left = 1 - stepped(HELD.includes(view.phase) ? view.hold_share : 0);
  return html`
    <div class="ring" .style=${`--passed: ${left}`}>
      ${ring()}
      <div class="inside" aria-hidden="true">
        <span class="number">${number > 0 ? number : nothing}</span>
        <span class="small">${number > 0 ? fill(words.repeat, { number, all }) : nothing}</span>
        <span class="small">
          ${swing_deg === null ? nothing : fill(words.about, { degrees: Math.round(swing_deg) })}
        </span>
      </div>
    </div>
  `;
}

export function captionLine(now: StageState): TemplateResult {
  return html`
    <p class="caption ${now.urgent ? "urgent" : ""}" aria-hidden="true">${now.caption}</p>
  `;
}

export function controls(words: LiveWords, view: LiveView | undefined, now: StageState): TemplateResult {
  const press = (answer: Answer) => () => now.answer(answer);
  return html`
    <div class="controls">
      <button type="button" class="hurts" @click=${press("pinch")}>
        ${icons.pain}<span>${words.pinch}</span>
      </button>
      <button type="button" class="toggle" @click=${now.toggle}>
        ${now.paused ? liveIcons.goOn : liveIcons.pause}
        <span>${now.paused ? words.goOn : words.pause}</span>
      </button>
      <button type="button" class="end" @click=${press("stop")}>
        ${icons.stop}<span>${words.stop}</span>
      </button>
      <button type="button" class="again" ?disabled=${!moving(view)} @click=${press("repeat")}>
        ${liveIcons.again}<span>${words.repeatIt}</span>
      </button>
      <button type="button" class="skip" ?disabled=${view?.may_skip !== true} @click=${press("skip_side")}>
        ${icons.next}<span>${skipping(words, view)}</span>
      </button>
      ${now.soundButton}
    </div>
  `;
}

function skipping({ skip }: LiveWords, view: LiveView | undefined): string {
  const phase = view?.phase ?? "place";
  return phase === "place" || phase === "raise_hand" || phase === "neutral" ? skip[phase] : skip.movement;
}

/** Only what has been begun can be done once more. */
function moving(view: LiveView | undefined): boolean {
  return view !== undefined && ["go", "hold", "back", "rest"].includes(view.phase);
}
