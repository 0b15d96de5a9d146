// The screens with one thing to read and one thing to press: before the test, when it fails, after it.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { Sound } from "../player/announcer.js";
import { fill } from "../player/words.js";
import type { CameraChoice } from "./camera.js";
import type { FaultId } from "./live-test.js";
import type { LiveWords } from "./words.js";

/** Where else to go from here; an empty address is no way. */
export interface Ways {
  leave: string;
  phone: string;
  typing: string;
}

export function start(
  words: LiveWords,
  heard: Sound,
  begin: () => void,
  soundButton: TemplateResult,
  leave: string,
): TemplateResult {
  return html`
    <div class="plain-screen">
      <h1>${words.title}</h1>
      <ol class="intro">
        ${[...words.intro, words.told[heard]].map((sentence) => html`<li>${sentence}</li>`)}
      </ol>
      <button type="button" class="main begin" @click=${begin}>${words.begin}</button>
      <div class="choices beside">
        <div class="controls">${soundButton}</div>
        ${link(leave, words.leave)}
      </div>
      <p class="soft keys">${words.keys}</p>
    </div>
  `;
}

export function asking(words: LiveWords, leave: string): TemplateResult {
  return html`
    <div class="plain-screen">
      <div role="status"><h1>${words.asking}</h1></div>
      <div class="choices beside">${link(leave, words.leave)}</div>
    </div>
  `;
}

/** Under the picture while the nets come: how far they are. */
export function loading(words: LiveWords, share: number): TemplateResult {
  const percent = Math.round(100 * share);
  const ready = share >= 1;
  return html`
    <p class="big" role="status">${ready ? words.trying : fill(words.loading, { percent })}</p>
    <progress max="100" .value=${percent} aria-label=${fill(words.loading, { percent })}></progress>
  `;
}

export function choosing(
  words: LiveWords,
  cameras: readonly CameraChoice[],
  chosen: string,
  choose: (id: string) => void,
  confirm: () => void,
): TemplateResult {
  const picked = (event: Event): void => choose((event.target as HTMLSelectElement).value);
  return html`
    <label class="pick">
      <span>${words.camera}</span>
      <select @change=${picked}>
        ${cameras.map(
          ({ id, name }, index) => html`
            <option value=${id} ?selected=${id === chosen}>
              ${name || fill(words.cameraNumber, { number: index + 1 })}
            </option>
          `,
        )}
      </select>
    </label>
    <button type="button" class="main" @click=${confirm}>${words.begin}</button>
  `;
}

/** What happened, how to go on or start anew, and every other way of measuring. */
export function faulty(
  words: LiveWords,
  fault: FaultId,
  said: string | undefined,
  again: (() => void) | null,
  ways: Ways,
): TemplateResult {
  const told = words.faults[fault];
  return html`
    <div class="plain-screen">
      <div role="alert"><h1>${told.title}</h1></div>
      <p>${said || told.what}</p>
      <div class="choices">
        ${again === null
          ? link(ways.leave, words.anew, "main")
          : html`<button type="button" class="main" @click=${again}>${words.again}</button>`}
        ${link(ways.phone, words.phone)}
        ${link(ways.typing, words.typing)}
        ${again === null ? nothing : link(ways.leave, words.leave)}
      </div>
    </div>
  `;
}

export function over(words: LiveWords, stopped: boolean, caption: string, leave: string): TemplateResult {
  return html`
    <div class="plain-screen ${stopped ? "stopped" : "finished"}">
      <h1>${stopped ? words.phases.stopped : words.working}</h1>
      <p>${caption}</p>
      ${stopped ? html`<div class="choices">${link(leave, words.leave)}</div>` : nothing}
    </div>
  `;
}

function link(address: string, name: string, rank = "second"): TemplateResult | typeof nothing {
  return address === "" ? nothing : html`<a class="button ${rank}" href=${address}>${name}</a>`;
}
