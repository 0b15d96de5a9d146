// The screen while a leg turns: one word that can be read from a distance, and two buttons.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import type { Caption } from "../player/announcer.js";
import { ring, stepped } from "../player/count.js";
import * as icons from "../player/icons.js";
import { sideBadge } from "../player/side-badge.js";
import { fill } from "../player/words.js";
import type { PhoneTest } from "./phone-test.js";
import type { Step } from "./protocol.js";
import type { Doing } from "./screens.js";
import type { PhoneWords } from "./words.js";

/** In these the ring fills, as long as it is to be held. */
const HELD = ["neutral", "hold"];

export function running(
  words: PhoneWords,
  test: PhoneTest,
  caption: Caption,
  doing: Doing,
): TemplateResult {
  const step = test.player?.steps[test.player.index];
  const share = step !== undefined && HELD.includes(step.phase) ? (test.player?.share(now_s()) ?? 0) : 0;
  const said = test.lost ? words.lost : caption.text;
  return html`
    <div class="screen phone-running" data-phase=${step?.phase ?? ""} data-step=${test.player?.index ?? 0}>
      ${sideBadge(test.side, words)}
      <h1 class="word">${step === undefined ? nothing : wordOf(words, step)}</h1>
      <div class="ring" .style=${`--passed: ${1 - stepped(share)}`}>
        ${ring()}
        <div class="inside" aria-hidden="true">
          <span class="number">${step !== undefined && step.repeat > 0 ? step.repeat : nothing}</span>
          <span class="small">${step !== undefined && step.repeat > 0 ? count(words, test, step) : nothing}</span>
        </div>
      </div>
      <p class="caption" aria-hidden="true">${said}</p>
      <div class="controls">
        <button type="button" class="hurts" @click=${doing.pinch}>
          ${icons.pain}<span>${words.pinch}</span>
        </button>
        <button type="button" class="end" @click=${doing.stop}>
          ${icons.stop}<span>${words.stop}</span>
        </button>
      </div>
    </div>
  `;
}

function wordOf(words: PhoneWords, step: Step): string {
  if (step.phase === "go" && step.direction !== null) return words.directions[step.direction];
  return words.phases[step.phase];
}

function count(words: PhoneWords, test: PhoneTest, step: Step): string {
  const all = Math.max(...(test.player?.steps.map((one) => one.repeat) ?? [0]));
  return fill(words.repeat, { number: step.repeat, all });
}

const now_s = (): number => performance.now() / 1000;
