// Eleven large buttons for 0 to 10, with words at both ends.
import { html } from "lit";
import type { TemplateResult } from "lit";

const SCORES = Array.from({ length: 11 }, (_, score) => score);

export function scores(
  chosen: number | null,
  lowest: string,
  highest: string,
  choose: (score: number) => void,
): TemplateResult {
  return html`
    <div class="scores">
      ${SCORES.map(
        (score) => html`
          <button
            type="button"
            class="score"
            aria-pressed=${String(score === chosen)}
            aria-label=${label(score, lowest, highest)}
            @click=${() => choose(score)}
          >
            ${score}
          </button>
        `,
      )}
    </div>
    <p class="ends" aria-hidden="true"><span>${lowest}</span><span>${highest}</span></p>
  `;
}

function label(score: number, lowest: string, highest: string): string {
  if (score === 0) return `0, ${lowest}`;
  return score === 10 ? `10, ${highest}` : String(score);
}
