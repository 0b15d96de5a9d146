// Looks of the live test: the picture, and beside it one word that can be read from three metres.
import { css } from "lit";

export const liveStyles = css`
  .screen {
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr);
    gap: clamp(0.5rem, 1.5vh, 1rem);
  }
  .test {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    gap: clamp(0.5rem, 1.5vh, 1rem);
    min-height: 0;
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 0;
  }
  /* As in a mirror: who leans to the left sees themselves lean to the left. */
  .picture video,
  .picture canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
    transform: scaleX(-1);
  }
  /* The canvas shows both; before the first frame was looked at, the video does. */
  .running video {
    visibility: hidden;
  }
  .moment {
    --colour: var(--dim);
    display: grid;
    grid-template: "word word" auto "side ring" auto / 1fr 1fr;
    place-items: center;
    align-content: center;
    gap: clamp(0.25rem, 1vh, 0.75rem);
    min-height: 0;
    text-align: center;
  }
  .moment.left {
    --colour: var(--left);
  }
  .moment.right {
    --colour: var(--right);
  }
  .moment[data-phase="rest"],
  .moment.paused {
    --colour: var(--dim);
  }
  .moment .side {
    grid-area: side;
    font-size: clamp(1.5rem, min(5vh, 8vw), 3rem);
  }
  /* The word of the moment: at least 8 % of the screen's height. */
  h1.word {
    grid-area: word;
    font-size: 8.4vh;
    font-weight: 700;
    line-height: 1;
    letter-spacing: -0.02em;
  }
  .setting-up h1.word {
    font-size: clamp(1.5rem, 4vh, 2.75rem);
    color: var(--dim);
    letter-spacing: 0;
  }
  .moment .ring {
    --colour: inherit;
    width: 22vh;
    height: 22vh;
  }
  .moment:not(.left, .right) .ring {
    grid-column: 1 / -1;
  }
  .moment .number {
    font-size: max(calc(var(--ring) * 0.34), 8.4vh);
  }
  .moment .small {
    font-size: max(calc(var(--ring) * 0.09), 1rem);
    line-height: 1.2;
    color: var(--light);
  }
  .caption {
    grid-area: auto;
    justify-self: center;
    min-height: 2.6em;
    font-size: clamp(1.25rem, 3vh, 3rem);
  }
  .setting-up .caption {
    font-size: clamp(1.5rem, 4.4vh, 4.25rem);
    font-weight: 650;
    line-height: 1.15;
    max-width: 60rem;
  }
  .caption.urgent {
    color: var(--alarm);
    font-weight: 600;
  }
  .controls {
    grid-auto-flow: row;
    grid-template-columns: repeat(3, 1fr);
    gap: 0.5rem 0.75rem;
    max-width: 90rem;
  }
  .screen .controls button:nth-child(n + 4) {
    min-height: 4rem;
  }
  .controls button {
    font-size: clamp(1rem, 2.2vh, 1.375rem);
    padding-inline: 0.25rem;
    overflow-wrap: anywhere;
  }
  .controls button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .controls .end {
    color: var(--alarm);
  }
  .big {
    font-size: clamp(1.5rem, 5vh, 3rem);
    text-align: center;
  }
  progress {
    width: min(100%, 40rem);
    height: 1rem;
    accent-color: var(--light);
  }
  .before {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 1rem;
  }
  .before .main {
    min-width: min(100%, 20rem);
  }
  .pick {
    display: grid;
    gap: 0.5rem;
    width: min(100%, 30rem);
    color: var(--dim);
    font-size: 1.25rem;
  }
  select {
    min-height: 3.5rem;
    padding: 0.5rem 1rem;
    font: inherit;
    color: var(--light);
    background: var(--raised);
    border: 2px solid var(--edge);
    border-radius: 1rem;
  }
  .plain-screen {
    grid-template-columns: minmax(0, 1fr);
  }
  .intro {
    display: grid;
    gap: 0.75rem;
    max-width: 42rem;
    margin: 0;
    padding-left: 1.4em;
    text-align: left;
    font-size: clamp(1.125rem, 3vh, 1.75rem);
    line-height: 1.35;
  }
  .beside {
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    max-width: 30rem;
    gap: 1rem;
  }
  /* So that the way out is seen on a small phone too. */
  .plain-screen button.main.begin {
    min-height: clamp(6rem, 14vh, 12rem);
  }
  .plain-screen .beside .controls {
    display: grid;
    grid-template-columns: 1fr;
    width: 100%;
  }
  .diagnostics {
    position: absolute;
    left: 0.5rem;
    bottom: 0.5rem;
    padding: 0 0.75rem;
    border-radius: 0.75rem;
    /* It may stand on the picture's edge. */
    background: var(--raised);
    border: 2px solid var(--edge);
    font-size: 1rem;
  }
  .diagnostics summary {
    min-height: 3rem;
    display: flex;
    align-items: center;
    cursor: pointer;
    color: var(--light);
  }
  .diagnostics dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 0.25rem 1rem;
    margin: 0 0 0.75rem;
  }
  .diagnostics dd {
    margin: 0;
    text-align: right;
  }
  @media (min-aspect-ratio: 1/1) {
    .test {
      grid-template: minmax(0, 1fr) / minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .setting-up .test {
      grid-template-columns: minmax(0, 2.4fr) minmax(0, 1fr);
    }
    .moment {
      grid-template: "side" auto "word" auto "ring" minmax(0, 1fr) / 1fr;
    }
    .setting-up .moment {
      grid-template: "word" auto / 1fr;
    }
    .moment .ring {
      align-self: stretch;
      width: min(100%, 50vh);
      height: auto;
    }
    .caption {
      font-size: clamp(1.25rem, 4.2vh, 3rem);
    }
    .setting-up .caption {
      font-size: clamp(1.5rem, 6.2vh, 4.25rem);
    }
    .controls {
      grid-template-columns: repeat(6, 1fr);
    }
    .screen .controls button:nth-child(n + 4) {
      min-height: var(--target);
    }
  }
`;
