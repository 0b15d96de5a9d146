// What a screen reader says by itself: every caption, unless the page's own voice is saying it.
import { html } from "lit";
import type { TemplateResult } from "lit";

import type { Caption } from "./announcer.js";

/** Both regions always stand there: one that appears together with its text may stay unread. */
export function liveRegions(caption: Caption): TemplateResult {
  const text = caption.aloud === true ? "" : captionOf(caption);
  return html`
    <p class="unseen" role="status" aria-live="polite">${caption.urgent ? "" : text}</p>
    <p class="unseen" role="alert" aria-live="assertive">${caption.urgent ? text : ""}</p>
  `;
}

/** The same words twice in a row are read twice only if something about them has changed. */
function captionOf({ text, again }: Caption): string {
  return again === true ? `${text}\u00a0` : text;
}
