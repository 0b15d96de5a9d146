// The pictures that only the live test's buttons have; the others are the player's.
import { svg } from "lit";

const icon = (inside: ReturnType<typeof svg>) =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${inside}</svg>`;

export const pause = icon(svg`<path d="M8 5v14M16 5v14" />`);
export const goOn = icon(svg`<path d="M7 4.500 20 12 7 19.500z" />`);
export const again = icon(svg`<path d="M19.500 12a7.500 7.500 0 1 1-2.300-5.400L19.500 9" /><path d="M19.500 4v5h-5" />`);
