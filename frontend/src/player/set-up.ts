// Before an exercise with the camera: the pose to take, where the camera goes, and what it sees so far.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { CameraWords, ShownExercise } from "./camera-words.js";
import type { Screen } from "./protocol.js";
import { missing } from "./sight-words.js";
import type { Looking } from "./sight-words.js";

export interface SetUpState {
  eye: Looking;
  /** Address of the figure's body. */
  body: string;
  preview: TemplateResult | typeof nothing;
}

export function setUp(
  words: CameraWords,
  screen: Screen,
  shown: ShownExercise,
  now: SetUpState,
): TemplateResult {
  const ready = now.eye.glimpse?.in_position === true;
  return html`
    <div class="set-up ${ready ? "ready" : ""}">
      ${figure(screen, shown, now.body)} ${now.preview}
      <p class="missing" role="status">
        ${ready ? tick : nothing}<span>${missing(words, now.eye)}</span>
      </p>
      <p class="where"><b>${words.place}:</b> ${shown.place}</p>
    </div>
  `;
}

/** As the camera should see it; a new one for each exercise. */
function figure(screen: Screen, shown: ShownExercise, body: string): TemplateResult {
  return html`
    <coxa-figure
      data-plain
      data-view="coach"
      data-motion=${shown.motion}
      data-body=${body}
      data-side=${screen.side}
      .said=${shown.figure}
    >
      ${shown.still === "" ? nothing : html`<img src=${shown.still} alt="" />`}
    </coxa-figure>
  `;
}

const tick = html`
  <svg class="tick" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 12.500 10 18.500 20.500 6" /></svg>
`;
