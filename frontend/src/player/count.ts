// The large count in its ring: seconds left or the repetition under way, readable from afar.
import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";

import type { Screen } from "./protocol.js";
import { fill } from "./words.js";
import type { PlayerWords } from "./words.js";

/** Where motion is not wanted the ring moves a twentieth at a time. */
export function stepped(share: number, still: boolean = prefersStill()): number {
  return still ? Math.round(share * 20) / 20 : share;
}

function prefersStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export interface Counted {
  /** The large number, or nothing where there is none to count. */
  number: number | null;
  /** Share of the phase that has passed, 0 to 1. */
  share: number;
}

/** What to count at `t_s` of the session's clock. */
export function counted(screen: Screen, t_s: number): Counted {
  const { phase_started_s: from_s, phase_ends_s: to_s } = screen;
  if (to_s === null) return standing(screen);
  const left_s = Math.min(Math.max(0, to_s - t_s), to_s - from_s);
  const share = to_s > from_s ? 1 - left_s / (to_s - from_s) : 1;
  if (screen.count === "seconds") return { number: Math.max(0, Math.ceil(left_s - 1e-6)), share };
  return { number: screen.count === "reps" ? screen.rep : null, share };
}

/** While something is waited for: the repetition under way, or what is left of a hold that was left. */
function standing({ count, rep, hold_left_s }: Screen): Counted {
  if (count === "reps") return { number: rep, share: 0 };
  const seconds = count === "seconds" && hold_left_s !== null;
  return { number: seconds ? Math.ceil(hold_left_s - 1e-6) : null, share: 0 };
}

/** The ring holds the largest button of all: pressing it, like anything around it, pauses or goes on. */
export function count(
  screen: Screen,
  number: number | null,
  paused: boolean,
  words: PlayerWords,
): TemplateResult {
  const ofReps = screen.count === "reps" && !paused;
  return html`
    <div class="ring">
      ${ring()}
      <div class="inside" aria-hidden="true">
        <span class="word">${paused ? words.paused : screen.now}</span>
        ${paused ? play() : html`<span class="number">${number ?? ""}</span>`}
        ${ofReps ? html`<span class="of">${fill(words.of, { number: screen.reps })}</span>` : nothing}
      </div>
      <button class="press" type="button" aria-label=${paused ? words.goOn : words.pause}></button>
    </div>
  `;
}

/** A ring that is filled as far as `--passed` says, 0 to 1. */
export function ring() {
  return svg`
    <svg class="circle" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle class="track" cx="50" cy="50" r="46" pathLength="100" />
      <circle class="share" cx="50" cy="50" r="46" pathLength="100" />
    </svg>`;
}

function play() {
  return svg`
    <svg class="play" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M7 4.500 20 12 7 19.500z" />
    </svg>`;
}
