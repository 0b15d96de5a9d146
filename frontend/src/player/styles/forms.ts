// Looks of the two questions: big numbers, one tap each, reachable from the floor.
import { css } from "lit";

export const formStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow-y: auto;
  }
  .form {
    display: grid;
    gap: clamp(0.875rem, 2.4vh, 2rem);
    align-content: safe center;
    min-height: 100%;
    max-width: 62rem;
    margin: 0 auto;
    padding: clamp(0.75rem, 2vh, 2.5rem) clamp(1rem, 4vw, 3rem);
  }
  h1 {
    font-size: clamp(1.75rem, 4.6vh, 3rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  legend,
  label {
    padding: 0;
    margin-bottom: 0.5rem;
    color: var(--dim);
    font-size: clamp(1.125rem, 2.6vh, 1.5rem);
  }
  .signs {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5rem;
  }
  .sign {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 4rem;
    padding: 0.375rem 0.75rem;
    text-align: left;
    line-height: 1.15;
    font-size: clamp(1rem, 2.2vh, 1.3125rem);
  }
  .box {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    border: 2px solid var(--dim);
    border-radius: 0.375rem;
  }
  .sign[aria-pressed="true"] {
    border-color: var(--alarm);
    color: var(--alarm);
  }
  .sign[aria-pressed="true"] .box {
    border-color: var(--alarm);
    background: var(--alarm);
    box-shadow: inset 0 0 0 4px var(--raised);
  }
  .sign[data-sign="groin_pinch"] {
    grid-column: 1 / -1;
    min-height: 5rem;
    font-size: clamp(1.1875rem, 2.8vh, 1.75rem);
  }
  .means {
    color: var(--alarm);
    font-size: clamp(1.0625rem, 2.4vh, 1.375rem);
  }
  .means:not(:empty) {
    margin-top: 0.75rem;
  }
  .scores {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 0.5rem;
  }
  .score {
    font-size: clamp(1.75rem, 5vh, 2.75rem);
    padding: 0;
    min-height: clamp(4rem, 8.5vh, 6rem);
  }
  .score:last-child {
    grid-column: span 2;
  }
  .score[aria-pressed="true"] {
    background: var(--light);
    color: var(--night);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    margin-top: 0.625rem;
    color: var(--dim);
    font-size: clamp(1rem, 2.2vh, 1.25rem);
  }
  textarea {
    width: 100%;
    font: inherit;
    font-size: 1.25rem;
    color: inherit;
    background: var(--raised);
    border: 2px solid var(--edge);
    border-radius: 1rem;
    padding: 0.75rem 1rem;
    margin-top: -0.5rem;
  }
  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1rem 1.5rem;
  }
  .after:empty {
    display: none;
  }
  .after button {
    min-height: 4.5rem;
    padding-inline: 2rem;
    font-size: clamp(1.25rem, 3vh, 1.75rem);
  }
  .after .main {
    min-height: var(--target);
    flex: 1 1 auto;
    max-width: 30rem;
  }
  .soon {
    color: var(--dim);
    font-size: clamp(1.125rem, 2.6vh, 1.5rem);
  }
  /* On a phone, which is at hand then, all of it is to be seen at once; elsewhere it is hit from afar. */
  @media (min-width: 46rem) {
    .form {
      max-width: 78rem;
    }
    .sign,
    .score {
      min-height: var(--target);
    }
    .after button {
      min-height: var(--target);
    }
    .sign {
      gap: 0.875rem;
      padding-inline: 1.125rem;
    }
    .scores {
      grid-template-columns: repeat(11, 1fr);
    }
    .score:last-child {
      grid-column: auto;
    }
  }
`;
