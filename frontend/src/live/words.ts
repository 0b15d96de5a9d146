// Every word that the live test shows by itself; the page brings them in the person's language.
import type { CameraFault } from "./camera.js";
import type { LivePhase } from "./protocol.js";

/** What happened, and what to do about it. */
export interface Told {
  title: string;
  what: string;
}

export interface LiveWords {
  title: string;
  /** Why the camera, that the picture stays here: one sentence each. */
  intro: string[];
  /** How the person is told what to do, by what can be heard. */
  told: Record<"voice" | "beeps" | "silent", string>;
  begin: string;
  keys: string;
  /** While the browser asks whether the page may use the camera. */
  asking: string;
  /** With {percent}. */
  loading: string;
  trying: string;
  faults: Record<CameraFault | "model" | "line" | "refused_by_server" | "stopped" | "unread", Told>;
  again: string;
  /** After a test that is over for good: to where a test begins. */
  anew: string;
  leave: string;
  phone: string;
  typing: string;
  camera: string;
  /** With {number}: a camera that has no name. */
  cameraNumber: string;
  /** The large word of each phase; in "go" the direction takes its place. */
  phases: Record<LivePhase, string>;
  directions: Record<"internal" | "external", string>;
  /** With {number} and {all}. */
  repeat: string;
  /** With {degrees}. */
  about: string;
  left: string;
  leftLetter: string;
  right: string;
  rightLetter: string;
  paused: string;
  pause: string;
  goOn: string;
  /** What may be left out: a remark, the hand, the stillness, this movement. */
  skip: Record<"place" | "raise_hand" | "neutral" | "movement", string>;
  repeatIt: string;
  pinch: string;
  stop: string;
  /** Why it is paused. */
  hidden: string;
  cameraGone: string;
  lost: string;
  found: string;
  working: string;
  sound: Record<"voice" | "beeps" | "silent", string>;
  soundButton: string;
  preview: string;
  diagnostics: {
    title: string;
    fps: string;
    frame: string;
    delegate: string;
    dropped: string;
    people: string;
  };
}
