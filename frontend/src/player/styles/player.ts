// The player's full screen: progress and name above, the ring in the middle, large buttons below.
import { css } from "lit";

export const playerStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 30;
    display: block;
    background: var(--night);
    --widest-ring: min(90vw, 52vh);
  }
  .screen {
    height: 100%;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    padding: max(0.75rem, env(safe-area-inset-top)) clamp(0.875rem, 3vw, 2.5rem)
      max(0.875rem, env(safe-area-inset-bottom));
    user-select: none;
    -webkit-user-select: none;
  }
  .progress {
    display: flex;
    gap: 4px;
    height: 8px;
  }
  .progress span {
    flex: 1;
    border-radius: 4px;
    background: var(--raised-more);
  }
  .progress span.behind {
    background: var(--dim);
  }
  .progress span.here {
    background: var(--light);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1.5rem;
    margin-top: clamp(0.625rem, 2vh, 1.25rem);
  }
  h1 {
    font-size: clamp(1.5rem, min(7vw, 5vh), 3rem);
    font-weight: 650;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .side {
    --colour: var(--right);
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    font-size: clamp(1.625rem, 5vh, 3rem);
    font-weight: 700;
    color: var(--colour);
  }
  .side.left {
    --colour: var(--left);
  }
  .shape {
    display: grid;
    place-items: center;
    width: 1.5em;
    height: 1.5em;
    border-radius: 0.2em;
    background: var(--colour);
    color: var(--night);
    font-size: 0.85em;
    line-height: 1;
  }
  .side.left .shape {
    border-radius: 50%;
  }

  .stage {
    display: grid;
    grid-template:
      "ring ring" minmax(0, var(--widest-ring)) "place next" auto "caption caption" minmax(4.2em, auto)
      / 1fr 1fr;
    align-content: center;
    justify-items: center;
    gap: clamp(0.5rem, 2vh, 1.25rem) 1rem;
    padding-block: clamp(0.375rem, 1.5vh, 0.75rem);
    cursor: pointer;
  }
  /* A long caption takes its place from the ring, which stays round and in the middle. */
  .ring {
    grid-area: ring;
    align-self: stretch;
    position: relative;
    width: var(--widest-ring);
    container-type: size;
    --colour: var(--right);
  }
  .ring > * {
    --ring: min(100cqw, 100cqh);
    position: absolute;
    inset: 0;
    margin: auto;
    width: var(--ring);
    height: var(--ring);
  }
  .left .ring {
    --colour: var(--left);
  }
  .calm .ring {
    --colour: var(--dim);
  }
  .press,
  .press:hover {
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }
  .circle {
    transform: rotate(-90deg);
    fill: none;
    stroke-width: 4.5;
  }
  .track {
    stroke: var(--raised-more);
  }
  .share {
    stroke: var(--colour);
    stroke-linecap: butt;
    stroke-dasharray: calc(100 - 100 * var(--passed, 0)) 101;
    transition: stroke-dasharray 120ms linear;
  }
  .inside {
    display: grid;
    align-content: center;
    justify-items: center;
    line-height: 1;
  }
  .word {
    font-size: calc(var(--ring) * 0.095);
    font-weight: 650;
    color: var(--light);
    max-width: calc(var(--ring) * 0.6);
    text-align: center;
    text-wrap: balance;
  }
  .number {
    font-size: calc(var(--ring) * 0.47);
    font-weight: 700;
    letter-spacing: -0.04em;
    line-height: 0.98;
    min-height: 0.98em;
  }
  .of {
    font-size: calc(var(--ring) * 0.09);
    color: var(--dim);
  }
  .play {
    width: calc(var(--ring) * 0.4);
    height: calc(var(--ring) * 0.4);
    margin-top: calc(var(--ring) * 0.03);
    fill: currentcolor;
  }
  .place,
  .next {
    font-size: clamp(1.125rem, 3.2vh, 1.875rem);
    color: var(--dim);
  }
  .place {
    grid-area: place;
    justify-self: start;
  }
  .next {
    grid-area: next;
    justify-self: end;
    text-align: right;
  }
  .next b {
    font-weight: 650;
    color: var(--light);
  }
  .next small {
    display: block;
    font-size: 0.8em;
  }
  .caption {
    grid-area: caption;
    align-self: center;
    max-width: 40rem;
    text-align: center;
    text-wrap: balance;
    font-size: clamp(1.25rem, 3.4vh, 2rem);
    line-height: 1.3;
  }
  .caption span {
    display: block;
  }
  .caption .urgent {
    color: var(--alarm);
    font-weight: 600;
  }
  .paused .share {
    opacity: 0.45;
  }

  .plain-screen .controls {
    width: auto;
  }
  .controls {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 0.75rem;
    width: 100%;
    max-width: 62rem;
    margin: 0 auto;
  }
  .controls button {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 0.25rem;
    font-size: clamp(1.0625rem, 2.6vh, 1.5rem);
  }
  .controls svg {
    width: 2.25rem;
    height: 2.25rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .controls .hurts {
    color: var(--alarm);
  }

  .plain-screen {
    height: 100%;
    overflow-y: auto;
    display: grid;
    align-content: safe center;
    justify-items: center;
    gap: clamp(1.25rem, 4vh, 2.5rem);
    padding: 2rem clamp(1.25rem, 6vw, 4rem);
    text-align: center;
  }
  .plain-screen h1 {
    font-size: clamp(2rem, min(9vw, 7vh), 4rem);
    text-wrap: balance;
  }
  .plain-screen p {
    max-width: 42rem;
    font-size: clamp(1.25rem, 3.4vh, 2rem);
    line-height: 1.35;
    text-wrap: pretty;
  }
  .plain-screen .title {
    justify-content: center;
    margin: 0;
    flex-direction: column;
    gap: 1rem;
  }
  .plain-screen .soft {
    color: var(--dim);
    font-size: clamp(1.0625rem, 2.4vh, 1.375rem);
  }
  .plain-screen .sound {
    width: auto;
    min-width: 12rem;
  }
  .plain-screen button:not(.sound),
  .plain-screen .button {
    width: 100%;
    max-width: 30rem;
    font-size: clamp(1.25rem, 3.4vh, 2rem);
  }
  .plain-screen button.main.begin {
    min-height: clamp(8rem, 22vh, 12rem);
    border-radius: 2rem;
    font-size: clamp(2rem, 7vh, 3.5rem);
  }
  .plain-screen .keys {
    display: none;
  }
  .choices {
    display: grid;
    justify-items: center;
    gap: 0.875rem;
    width: 100%;
  }
  a.button {
    display: grid;
    place-items: center;
    min-height: var(--target);
    border-radius: 1.25rem;
    background: var(--light);
    color: var(--night);
    font-weight: 650;
    text-decoration: none;
  }
  a.button.second {
    background: var(--raised);
    color: var(--light);
  }

  @media (min-aspect-ratio: 1/1) {
    :host {
      --widest-ring: min(44vw, 58vh);
    }
    .stage {
      grid-template:
        "place ring next" minmax(0, var(--widest-ring)) "caption caption caption" minmax(3.4em, auto)
        / 1fr auto 1fr;
      align-items: center;
      gap: clamp(0.5rem, 2vh, 1.25rem) clamp(1rem, 4vw, 3rem);
    }
    .place,
    .next {
      font-size: clamp(1.25rem, 4.6vh, 2.75rem);
    }
    .caption {
      font-size: clamp(1.25rem, 4.2vh, 2.5rem);
      max-width: 56rem;
    }
    .plain-screen .keys {
      display: block;
    }
    .controls button {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 0.75rem;
    }
  }
`;
