// The words about the camera, and what the page tells of each exercise; site/pages/session_camera.py.
import type { FigureWords } from "../figure/words.js";
import type { EyeFault } from "./eye.js";
import type { SetUp } from "./watch-protocol.js";

export interface CameraWords {
  choose: string;
  with: string;
  without: string;
  why: string;
  byClock: string;
  asking: string;
  /** With {percent}. */
  loading: string;
  coming: string;
  ready: string;
  blind: string;
  /** What happened and what to do; of one that comes with its own words, empty. */
  faults: Record<EyeFault, string>;
  place: string;
  setUp: Record<SetUp | "dark" | "waiting" | "ready", string>;
  goOnWithout: string;
  on: string;
  off: string;
  button: string;
  hide: string;
  show: string;
  preview: string;
  start: string;
  end: string;
  best: string;
  /** With {percent}. */
  range: string;
  keys: string;
}

/** One exercise as the player shows it. */
export interface ShownExercise {
  /** The camera counts it from its place. */
  watched: boolean;
  /** Where the camera goes. */
  place: string;
  /** Address of the figure's motion, with {side}. */
  motion: string;
  /** Address of a picture of the start pose; empty where there is none. */
  still: string;
  figure: FigureWords;
}
