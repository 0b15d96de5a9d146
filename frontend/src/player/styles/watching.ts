// The player with the camera: the set-up, the small picture, the bar of the range.
import { css } from "lit";

export const watchingStyles = css`
  /* Frames are taken from it; what is shown is drawn elsewhere. */
  video {
    position: absolute;
    left: 0;
    bottom: 0;
    width: 2px;
    height: 2px;
    opacity: 0.01;
    pointer-events: none;
  }
  .stage {
    position: relative;
  }
  canvas.preview {
    display: block;
    border-radius: 0.75rem;
    background: var(--raised);
    /* As in a mirror: who leans to the left sees themselves lean to the left. */
    transform: scaleX(-1);
    object-fit: cover;
  }
  .stage > canvas.preview {
    position: absolute;
    top: 0.5rem;
    right: 0;
    width: clamp(4.5rem, 18vw, 12rem);
    aspect-ratio: 4 / 3;
  }

  .stage.sets-up {
    grid-template: "set-up" minmax(0, 1fr) "caption" auto / minmax(0, 1fr);
    align-content: stretch;
  }
  .set-up {
    grid-area: set-up;
    width: 100%;
    min-height: 0;
    display: grid;
    grid-template:
      "figure preview" minmax(0, 1fr) "missing missing" auto "where where" auto
      / 1fr 1fr;
    gap: clamp(0.5rem, 2vh, 1.25rem) 0.75rem;
    align-items: center;
  }
  .set-up coxa-figure {
    grid-area: figure;
    height: 100%;
    min-width: 0;
    min-height: 0;
    margin: 0;
    overflow: hidden;
    --quiet: var(--raised);
    --figure-sky: #211e1a;
    --figure-ground: #4a443c;
    --ink: var(--light);
    --ink-soft: var(--dim);
    --sheet: var(--night);
    --left: #7db8ee;
    --right: #f0a04b;
  }
  .set-up coxa-figure img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .set-up canvas.preview {
    grid-area: preview;
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
    background: none;
  }
  .set-up:not(:has(canvas.preview)) coxa-figure {
    grid-column: 1 / -1;
  }
  .missing {
    grid-area: missing;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    text-align: center;
    text-wrap: balance;
    font-size: clamp(1.375rem, 4.4vh, 3.25rem);
    font-weight: 650;
    min-height: 2.4em;
  }
  .tick {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 3.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .where {
    grid-area: where;
    text-align: center;
    text-wrap: balance;
    color: var(--dim);
    font-size: clamp(1.0625rem, 2.6vh, 1.5rem);
  }
  .where b {
    font-weight: 650;
    color: var(--light);
  }

  .range {
    --thick: clamp(1rem, 2.6vh, 1.75rem);
    grid-area: range;
    position: relative;
    width: min(100%, 44rem);
  }
  .bar {
    display: block;
    position: relative;
    height: var(--thick);
    border-radius: var(--thick);
    overflow: hidden;
    background: var(--raised-more);
  }
  .band,
  .gone {
    position: absolute;
    inset-block: 0;
    left: 0;
  }
  .band {
    left: calc(100% * var(--band));
    right: 0;
    background: var(--edge);
  }
  .gone {
    width: calc(100% * var(--share));
    background: var(--dim);
    transition: width 120ms linear;
  }
  .at-end .gone {
    background: var(--light);
  }
  .unknown .gone {
    visibility: hidden;
  }
  .range .best {
    position: absolute;
    top: -0.3rem;
    left: calc(100% * var(--best) - 2px);
    width: 4px;
    height: calc(var(--thick) + 0.6rem);
    border-radius: 2px;
    background: var(--light);
    box-shadow: 0 0 0 2px var(--night);
  }
  .range .ends {
    display: flex;
    justify-content: space-between;
    margin-top: 0.25rem;
    color: var(--dim);
    font-size: clamp(1.0625rem, 2.4vh, 1.375rem);
  }
  .stage:has(.range) {
    grid-template:
      "ring ring" minmax(0, var(--widest-ring)) "range range" auto "place next" auto
      "caption caption" minmax(3.4em, auto)
      / 1fr 1fr;
  }
  .caption.fault span {
    display: inline-block;
    padding: 0.25em 0.75em;
    border-radius: 0.5em;
    background: var(--light);
    color: var(--night);
    font-size: 1.15em;
    font-weight: 700;
  }

  .controls.second {
    margin-top: 0.75rem;
  }
  .trouble {
    max-width: 60rem;
    margin: 0 auto 0.75rem;
    text-align: center;
    font-size: clamp(1.0625rem, 2.4vh, 1.375rem);
    color: var(--alarm);
  }
  .who {
    display: grid;
    gap: 0.75rem;
    width: min(100%, 34rem);
  }
  .who legend {
    padding: 0;
    margin: 0 auto 0.75rem;
    font-size: clamp(1.25rem, 3.4vh, 2rem);
    font-weight: 650;
  }
  .who .controls button {
    border-color: var(--edge);
    min-height: 6rem;
  }
  .who .controls button[aria-pressed="true"] {
    background: var(--light);
    color: var(--night);
    border-color: var(--light);
  }
  .plain-screen .who p {
    font-size: clamp(1.0625rem, 2.4vh, 1.375rem);
  }
  .plain-screen .who .standing:empty {
    display: none;
  }
  .plain-screen.with-camera {
    gap: clamp(0.875rem, 2.4vh, 2rem);
  }
  .plain-screen.with-camera button.main.begin {
    min-height: clamp(6rem, 16vh, 12rem);
  }

  /* Where there is little room, what the set-up says anyway. */
  @media (max-aspect-ratio: 1/1) and (max-height: 60rem) {
    .plain-screen.with-camera .hint {
      display: none;
    }
  }
  @media (min-aspect-ratio: 1/1) {
    .plain-screen.with-camera {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: center;
      column-gap: clamp(1.5rem, 5vw, 5rem);
    }
    .plain-screen.with-camera .title,
    .plain-screen.with-camera .keys {
      grid-column: 1 / -1;
    }
    .stage:has(.range) {
      grid-template:
        "place ring next" minmax(0, var(--widest-ring)) "range range range" auto
        "caption caption caption" minmax(2.6em, auto)
        / 1fr auto 1fr;
    }
    .set-up {
      grid-template:
        "figure preview missing" minmax(0, 1fr) "figure preview where" minmax(0, 1fr)
        / 1fr 1fr 1fr;
      gap: 0.75rem 1.5rem;
    }
    .set-up:not(:has(canvas.preview)) coxa-figure {
      grid-column: 1 / 3;
    }
    .missing {
      align-self: end;
      justify-content: start;
      text-align: left;
    }
    .where {
      align-self: start;
      text-align: left;
      font-size: clamp(1.0625rem, 3.2vh, 1.75rem);
    }
  }
`;
