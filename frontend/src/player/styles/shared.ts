// Colours, type and buttons of the player: dark, quiet, large.
import { css } from "lit";

export const shared = css`
  :host {
    --night: #11100e;
    --raised: #211e1a;
    --raised-more: #2f2b25;
    --edge: #5a544b;
    --light: #f7f2ea;
    --dim: #c6beb2;
    --left: #7db8ee;
    --right: #f0a04b;
    --alarm: #ffb4a9;
    --target: 6rem;
    color: var(--light);
    font-family: var(--font, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  h1,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  button {
    font: inherit;
    font-weight: 650;
    color: inherit;
    background: var(--raised);
    border: 2px solid transparent;
    border-radius: 1.25rem;
    min-height: var(--target);
    padding: 0.5rem 0.75rem;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  button:hover {
    background: var(--raised-more);
  }
  button.main {
    background: var(--light);
    color: var(--night);
    font-size: clamp(1.5rem, 4vh, 2.25rem);
    padding-inline: 2rem;
  }
  button.main:hover {
    background: #fff;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 4px solid var(--light);
    outline-offset: 3px;
  }
  h1:focus-visible {
    outline: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
