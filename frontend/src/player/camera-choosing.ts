// Before the session: does the camera count, or the clock?
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { CameraWords } from "./camera-words.js";
import { gettingReady, trouble } from "./sight-words.js";
import type { Looking } from "./sight-words.js";

export function cameraChoosing(
  words: CameraWords,
  wanted: boolean,
  eye: Looking,
  choose: (wanted: boolean) => void,
): TemplateResult {
  return html`
    <fieldset class="who">
      <legend>${words.choose}</legend>
      <div class="controls">
        ${choice(words.with, wanted, () => choose(true))} ${choice(words.without, !wanted, () => choose(false))}
      </div>
      <p class="soft">${wanted ? words.why : words.byClock}</p>
      <p class="standing" role="status">${wanted ? standing(words, eye) : nothing}</p>
    </fieldset>
  `;
}

function choice(label: string, chosen: boolean, choose: () => void): TemplateResult {
  return html`
    <button type="button" aria-pressed=${String(chosen)} @click=${choose}>${label}</button>
  `;
}

function standing(words: CameraWords, eye: Looking): string {
  if (eye.stage === "closed") return "";
  return trouble(words, eye) || gettingReady(words, eye) || words.ready;
}
