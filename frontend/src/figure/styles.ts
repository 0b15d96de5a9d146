// Looks of the figure: a calm picture with few buttons below it.
import { css } from "lit";

export const figureStyles = css`
  :host {
    display: block;
    margin: var(--space-4, 1rem) 0;
  }
  [hidden] {
    display: none !important;
  }
  .picture {
    position: relative;
    overflow: hidden;
    border-radius: var(--radius, 0.875rem);
    background: var(--quiet, #f1ece3);
    aspect-ratio: 1;
    max-height: min(56vh, 30rem);
    width: 100%;
  }
  /* It takes the place that it is given. */
  :host([data-plain]) {
    min-height: 0;
  }
  :host([data-plain]) .instead {
    height: 100%;
  }
  :host([data-plain]) .picture {
    height: 100%;
    max-height: none;
    aspect-ratio: auto;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    cursor: grab;
  }
  canvas:active {
    cursor: grabbing;
  }
  canvas:focus-visible,
  button:focus-visible {
    outline: 3px solid var(--focus, #23201c);
    outline-offset: -3px;
  }
  button:focus-visible {
    outline-offset: 2px;
  }
  .caption {
    position: absolute;
    inset: auto 0 0 0;
    margin: 0;
    padding: 0.5rem 1rem 0.75rem;
    font-size: var(--large, 1.25rem);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    color: var(--ink, #23201c);
    pointer-events: none;
  }
  .side {
    position: absolute;
    top: 0.75rem;
    left: 1rem;
    margin: 0;
    padding: 0.1rem 0.7rem;
    border-radius: 1rem;
    font-weight: 650;
    color: var(--sheet, #fff);
    background: var(--left, #1b5fa6);
    pointer-events: none;
  }
  .side.right {
    background: var(--right, #a85400);
    border-radius: 0.25rem;
  }
  .wait {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    color: var(--ink-soft, #5a544b);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.25rem;
    margin-top: 0.75rem;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 0.2rem;
    font-size: var(--small, 0.9rem);
    color: var(--ink-soft, #5a544b);
  }
  button {
    min-height: 3rem;
    min-width: 3rem;
    padding: 0 0.875rem;
    font: inherit;
    color: var(--ink, #23201c);
    background: var(--sheet, #fffdfa);
    border: 1px solid var(--line, #d9d2c6);
    border-radius: 0.625rem;
    cursor: pointer;
  }
  button[aria-pressed="true"] {
    background: var(--button, #23201c);
    color: var(--button-ink, #fffdfa);
    border-color: transparent;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .mark {
    width: 1.75rem;
    border-radius: 0.5rem;
  }
  .lengthens {
    height: 0.375rem;
    background: var(--lengthen, #0c7a5a);
  }
  .shortens {
    height: 0.375rem;
    background: repeating-linear-gradient(90deg, var(--shorten, #75489f) 0 0.3rem, transparent 0.3rem 0.5rem);
  }
  .works {
    height: 0.75rem;
    background: var(--work, #b02a62);
  }
  @media print {
    .picture,
    .controls,
    .legend {
      display: none;
    }
  }
`;
