// The few pictures on the player's buttons.
import { svg } from "lit";

const icon = (inside: ReturnType<typeof svg>) =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${inside}</svg>`;

export const next = icon(svg`<path d="M5 5l9 7-9 7z" /><path d="M18 5v14" />`);
export const pain = icon(svg`<path d="M12 3 22 20.500H2z" /><path d="M12 10v5M12 17.700v.1" />`);
export const stop = icon(svg`<path d="M6 6h12v12H6z" />`);
export const voice = icon(
  svg`<path d="M4 9.500v5h3.500L12 18.500v-13L7.500 9.500z" /><path d="M15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11" />`,
);
export const beeps = icon(svg`<path d="M2 12h4l2.500-7 4 14 3-9 1.500 2h5" />`);
export const silent = icon(
  svg`<path d="M4 9.500v5h3.500L12 18.500v-13L7.500 9.500z" /><path d="m15.500 9.500 5 5m0-5-5 5" />`,
);
export const camera = icon(
  svg`<path d="M3 7.500h11v9H3z" /><path d="m14 10.500 7-3.500v10l-7-3.500z" />`,
);
export const picture = icon(
  svg`<path d="M3 5h18v14H3z" /><path d="m3 16 5-5 4 4 3-2.500 6 5" />`,
);
export const pause = icon(svg`<path d="M8 5v14M16 5v14" />`);
