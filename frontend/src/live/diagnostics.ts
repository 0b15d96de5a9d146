// A small panel that tells how it runs, for whoever wants to know or is asked by a helper.
import { html } from "lit";
import type { TemplateResult } from "lit";

import type { LiveWords } from "./words.js";

export interface Measured {
  fps: number;
  frame_ms: number;
  delegate: string;
  dropped: number;
  people: number;
}

export function diagnostics(words: LiveWords["diagnostics"], now: Measured): TemplateResult {
  const rows: [string, string][] = [
    [words.fps, now.fps.toFixed(1)],
    [words.frame, now.frame_ms.toFixed(0)],
    [words.delegate, now.delegate],
    [words.dropped, String(now.dropped)],
    [words.people, now.people < 0 ? "–" : String(now.people)],
  ];
  return html`
    <details class="diagnostics">
      <summary>${words.title}</summary>
      <dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </details>
  `;
}
