// What the live socket and the page say to each other; the frames themselves are in packet.ts.
import type { Cue, Fault, Side } from "../player/protocol.js";

export type LivePhase =
  | "place"
  | "raise_hand"
  | "neutral"
  | "go"
  | "hold"
  | "back"
  | "rest"
  | "done"
  | "stopped";

export type Direction = "internal" | "external";

/** Where the guided test stands (coxa.assessment.guided), with its sentences put into words. */
export interface LiveView {
  phase: LivePhase;
  side: Side | null;
  direction: Direction | null;
  /** The repeat under way, from 1, of `repeats`; 0 where none is. */
  repeat: number;
  repeats: number;
  /** How much of what is to be held still has been held, 0 to 1. */
  hold_share: number;
  /** About how far the lower leg is turned now; null where that cannot be told. */
  swing_deg: number | null;
  /** The one thing to set right, or null. */
  remark: string | null;
  /** What was asked for last. */
  caption: string;
  running: boolean;
  paused: boolean;
  /** What is asked for now may be left out. */
  may_skip: boolean;
}

/** A cue is due when it arrives. */
export type LiveCue = Pick<Cue, "kind" | "priority" | "text">;

export type FromServer =
  /** The secret comes back in `hello` when the line is taken up again. */
  | { kind: "welcome"; secret: string; next_number: number }
  | { kind: "view"; view: LiveView; cues: LiveCue[] }
  | { kind: "done"; job: string }
  | ({ kind: "fault" } & Fault);

export type Answer = "pause" | "resume" | "repeat" | "keep" | "skip_side" | "pinch" | "stop";

/** Why the page paused: the person asked, the page is hidden, or the camera is gone. */
export type PauseReason = "asked" | "hidden" | "camera";

export interface Hello {
  kind: "hello";
  ticket: string;
  /** What `welcome` gave before the line broke; null the first time. */
  secret: string | null;
  width_px: number;
  height_px: number;
  camera: string;
  fps: number;
  user_agent: string;
}

export type FromPage = Hello | { kind: "answer"; answer: Answer; reason: PauseReason | null };
