// How far along the way from start to end: a calm bar with the band that counts. Nothing is counted by it.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { CameraWords } from "./camera-words.js";
import { fill } from "./words.js";

/** As coxa.watching.moments: from here on it is the end of the range. */
export const BAND_FROM = 0.8;
/** The bar goes a little past the end: people go further than their last reading. */
export const BAR_TO = 1.2;

export interface Range {
  /** Of the way to the end that is asked for; null: cannot be told just now. */
  share: number | null;
  atEnd: boolean;
  /** Furthest of today in this exercise on this side. */
  best: number | null;
}

export function rangeBar(words: CameraWords, { share, atEnd, best }: Range): TemplateResult {
  const percent = Math.round(100 * Math.min(Math.max(share ?? 0, 0), BAR_TO));
  return html`
    <div
      class="range ${atEnd ? "at-end" : ""} ${share === null ? "unknown" : ""}"
      role="img"
      aria-label=${share === null ? words.blind : fill(words.range, { percent })}
      .style=${`--share: ${place(share ?? 0)}; --band: ${place(BAND_FROM)}; --best: ${place(best ?? 0)}`}
    >
      <span class="bar"><span class="band"></span><span class="gone"></span></span>
      ${best === null ? nothing : html`<span class="best" title=${words.best}></span>`}
      <span class="ends" aria-hidden="true"><span>${words.start}</span><span>${words.end}</span></span>
    </div>
  `;
}

/** Where on the bar a share of the way lies, 0 to 1. */
export function place(share: number): number {
  return Math.round(1000 * Math.min(Math.max(share / BAR_TO, 0), 1)) / 1000;
}
