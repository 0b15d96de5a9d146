// The second row of buttons: camera on or off, its picture shown or hidden; while getting into position, pause too.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { CameraWords } from "./camera-words.js";
import * as icons from "./icons.js";

export interface CameraButtonsState {
  pause: { word: string; press: () => void } | null;
  on: boolean;
  /** Why it does not watch; empty while it does or is not wanted. */
  trouble: string;
  picture: boolean;
  switch: () => void;
  showPicture: () => void;
}

export function cameraButtons(words: CameraWords, now: CameraButtonsState): TemplateResult {
  const { pause } = now;
  return html`
    ${now.trouble === "" ? nothing : html`<p class="trouble" role="status">${now.trouble}</p>`}
    <div class="controls second">
      ${pause === null ? nothing : html`<button type="button" class="pause" @click=${pause.press}>${icons.pause}<span>${pause.word}</span></button>`}
      <button type="button" class="camera" @click=${now.switch}>
        ${icons.camera}<span>${now.on ? words.off : words.on}</span>
      </button>
      ${now.on ? html`<button type="button" class="picture" @click=${now.showPicture}>${icons.picture}<span>${now.picture ? words.hide : words.show}</span></button>` : nothing}
    </div>
  `;
}
