// The screens with one thing to read and one thing to press: before, after, and when it fails.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { Fault, Screen } from "./protocol.js";
import { sideBadge } from "./side-badge.js";
import { inOnePiece } from "./words.js";
import type { PlayerWords } from "./words.js";

export function welcome(
  words: PlayerWords,
  screen: Screen,
  begin: () => void,
  soundButton: TemplateResult,
  camera: TemplateResult | typeof nothing,
): TemplateResult {
  return html`
    <div class="plain-screen ${camera === nothing ? "" : "with-camera"}">
      <div class="title">
        <h1>${inOnePiece(screen.exercise)}</h1>
        ${sideBadge(screen.side, words)}
      </div>
      ${camera}
      <button type="button" class="main begin" @click=${begin}>${words.begin}</button>
      <p class="hint">${words.beginHint}</p>
      <div class="controls narrow">${soundButton}</div>
      <p class="soft keys">${camera === nothing ? words.keys : `${words.keys} · ${words.camera.keys}`}</p>
    </div>
  `;
}

export function reading(words: PlayerWords, failed: boolean, again: () => void): TemplateResult {
  return html`
    <div class="plain-screen">
      <p role="status">${failed ? words.lost : words.loading}</p>
      ${failed
        ? html`<button type="button" class="main" @click=${again}>${words.again}</button>`
        : nothing}
    </div>
  `;
}

export function refused(
  words: PlayerWords,
  fault: Fault,
  again: () => void,
  leave: string,
): TemplateResult {
  return html`
    <div class="plain-screen">
      <p role="alert">${fault.message || words.lost}</p>
      <div class="choices">
        <button type="button" class="main" @click=${again}>${words.again}</button>
        <a class="button second" href=${leave}>${words.leave}</a>
      </div>
    </div>
  `;
}

export function sureToEnd(words: PlayerWords, end: () => void, back: () => void): TemplateResult {
  return html`
    <div class="plain-screen">
      <h1>${words.endAsk}</h1>
      <div class="choices">
        <button type="button" class="main" @click=${back}>${words.back}</button>
        <button type="button" class="yes" @click=${end}>${words.endYes}</button>
      </div>
    </div>
  `;
}

export function ending(words: PlayerWords, screen: Screen, done: string): TemplateResult {
  const stopped = screen.phase === "stopped";
  return html`
    <div class="plain-screen ${stopped ? "stopped" : "finished"}">
      <h1>${screen.now}</h1>
      ${screen.ending === screen.now ? nothing : html`<p>${screen.ending}</p>`}
      <a class="button" href=${done}>${words.seeDone}</a>
    </div>
  `;
}
