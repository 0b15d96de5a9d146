// Looks of the voice settings: in the colours of the page, or large and dark in the player.
import { css } from "lit";

export const voiceStyles = css`
  :host {
    display: block;
  }
  :host(:not([leave])) {
    --night: var(--paper);
    --raised: var(--sheet);
    --raised-more: var(--quiet);
    --edge: var(--ink-soft);
    --light: var(--ink);
    --dim: var(--ink-soft);
    --target: 3rem;
    --text-size: 1em;
  }
  :host([leave]) {
    --text-size: clamp(1.25rem, 3vh, 1.625rem);
    height: 100%;
    overflow-y: auto;
    background: var(--night);
  }
  .form {
    display: grid;
    gap: 1.25rem;
    max-width: 42rem;
    font-size: var(--text-size);
    line-height: 1.35;
  }
  :host(:not([leave])) .form {
    margin-bottom: 1.5rem;
  }
  :host([leave]) .form {
    margin: 0 auto;
    padding: max(1.25rem, env(safe-area-inset-top)) clamp(1rem, 4vw, 3rem) 2rem;
  }
  legend {
    padding: 0;
    margin-bottom: 0.5rem;
    font-weight: 650;
  }
  .way {
    display: flex;
    align-items: center;
    gap: 0.875rem;
    min-height: var(--target);
    padding: 0.625rem 1rem;
    margin-bottom: 0.5rem;
    background: var(--raised);
    border: 2px solid transparent;
    border-radius: 0.875rem;
    line-height: 1.3;
    cursor: pointer;
  }
  :host(:not([leave])) .way:not(:has(:checked)) {
    border-color: var(--line);
  }
  .way b + small {
    display: block;
  }
  .way:hover {
    background: var(--raised-more);
  }
  .way:has(:checked) {
    border-color: var(--light);
  }
  .way:has(:focus-visible) {
    outline: 3px solid var(--light);
    outline-offset: 3px;
  }
  .way input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--light);
  }
  .way input:focus-visible {
    outline: none;
  }
  .way b {
    display: block;
    font-weight: 650;
  }
  small,
  .soft {
    color: var(--dim);
    font-size: 0.875em;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  .row label {
    font-weight: 650;
  }
  .row output {
    grid-area: 1 / 2;
    color: var(--dim);
  }
  select,
  input[type="range"] {
    grid-column: 1 / -1;
    width: 100%;
    min-height: max(var(--target), 3rem);
    font: inherit;
    color: inherit;
  }
  select {
    padding: 0 0.875rem;
    background: var(--raised);
    border: 2px solid var(--edge);
    border-radius: 0.875rem;
  }
  input[type="range"] {
    margin: 0;
    accent-color: var(--light);
    cursor: pointer;
  }
  .none {
    padding-left: 0.875rem;
    border-left: 4px solid var(--light);
  }
  .trial {
    display: grid;
    gap: 0.625rem;
  }
  .try {
    justify-self: start;
    min-width: 12rem;
    border-color: var(--edge);
  }
  .said:empty,
  .soft:empty {
    display: none;
  }
  .said {
    font-size: 1.25em;
    font-weight: 650;
  }
`;
