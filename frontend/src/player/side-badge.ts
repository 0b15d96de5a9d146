// Which hip it is about: colour, shape and letter together, so that none of them has to be seen.
import { html } from "lit";
import type { TemplateResult } from "lit";

import type { Side } from "./protocol.js";
import type { PlayerWords } from "./words.js";

type SideWords = Pick<PlayerWords, "left" | "leftLetter" | "right" | "rightLetter">;

export function sideBadge(side: Side, words: SideWords): TemplateResult {
  const letter = side === "left" ? words.leftLetter : words.rightLetter;
  const name = side === "left" ? words.left : words.right;
  return html`
    <p class="side ${side}">
      <span class="shape" aria-hidden="true">${letter}</span><span>${name}</span>
    </p>
  `;
}
