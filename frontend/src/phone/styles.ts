// Looks of the phone's page: dark and quiet like the player, one column, large targets.
import { css } from "lit";

export const phoneStyles = css`
  :host {
    --target: 3.5rem;
    overflow-y: auto;
  }
  .plain {
    display: grid;
    gap: 1rem;
    align-content: start;
    max-width: 34rem;
    min-height: 100%;
    margin: 0 auto;
    padding: max(1.5rem, env(safe-area-inset-top)) 1.25rem max(1.5rem, env(safe-area-inset-bottom));
    font-size: 1.125rem;
    line-height: 1.4;
  }
  .plain h1 {
    font-size: 1.875rem;
    line-height: 1.15;
  }
  .plain .side {
    font-size: 1.5rem;
    justify-self: start;
  }
  .plain button.main {
    font-size: 1.375rem;
    min-height: 4.5rem;
  }
  .plain button:not(.main) {
    border-color: var(--edge);
  }
  .plain .hurts,
  .controls .hurts {
    color: var(--alarm);
    border-color: var(--alarm);
  }
  .plain ol {
    display: grid;
    gap: 0.625rem;
    margin: 0;
    padding-left: 1.4em;
  }
  .plain .big {
    font-size: 1.25rem;
    font-weight: 650;
    text-wrap: pretty;
  }
  .plain .big::first-letter {
    text-transform: uppercase;
  }
  .plain [role="status"] {
    display: grid;
    gap: 1rem;
  }
  .soft {
    color: var(--dim);
    font-size: 1rem;
  }
  .wrong {
    color: var(--alarm);
    font-weight: 650;
  }
  form,
  .row {
    display: grid;
    gap: 0.75rem;
  }
  label {
    font-weight: 650;
  }
  input:not([type="radio"]) {
    width: 100%;
    min-height: var(--target);
    padding: 0 1rem;
    font: inherit;
    font-size: 1.5rem;
    letter-spacing: 0.1em;
    text-transform: uppercase;
    color: var(--light);
    background: var(--raised);
    border: 2px solid var(--edge);
    border-radius: 1rem;
  }
  .legs {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }
  .legs legend {
    padding: 0 0 0.5rem;
    font-weight: 650;
  }
  .leg {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-height: var(--target);
    padding: 0 1rem;
    border: 2px solid var(--edge);
    border-radius: 1rem;
  }
  .leg.left {
    color: var(--left);
  }
  .leg.right {
    color: var(--right);
  }
  .leg:has(:checked) {
    border-color: currentcolor;
  }
  .leg:has(:focus-visible) {
    outline: 4px solid var(--light);
    outline-offset: 3px;
  }
  .leg input {
    width: 1.5rem;
    height: 1.5rem;
    accent-color: currentcolor;
  }
  .phone-running {
    grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    gap: 0.75rem;
    justify-items: center;
    text-align: center;
  }
  .phone-running > * {
    grid-area: auto;
  }
  .phone-running h1.word {
    font-size: max(8.4vh, 2.5rem);
    font-weight: 700;
    line-height: 1;
  }
  .phone-running .ring {
    /* Neither side's colour: it counts time. */
    --colour: var(--light);
    align-self: stretch;
    width: min(100%, 40vh);
    height: auto;
  }
  .phone-running .caption {
    /* Three lines, so that the ring stays where it is. */
    min-height: 3.75em;
    font-size: clamp(1.25rem, 3.4vh, 2rem);
    line-height: 1.25;
  }
  .phone-running .controls {
    grid-auto-flow: row;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
    width: 100%;
  }
  .phone-running .controls button {
    min-height: 6rem;
    font-size: 1.25rem;
  }
  @media (max-width: 30rem) {
    .phone-running h1.word {
      min-height: 2em;
    }
  }
  @media (max-height: 30rem) {
    .phone-running .ring {
      display: none;
    }
    .phone-running .controls button {
      min-height: var(--target);
    }
  }
`;
