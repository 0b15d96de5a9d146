// What the watch socket and the page say to each other; the frames themselves are in live/packet.ts.
import type { Fault, Side } from "./protocol.js";

export type SeenWhat =
  | "in-position"
  | "out-of-position"
  | "moving"
  | "at-end"
  | "left-end"
  | "back"
  | "fault"
  | "mended"
  | "lost"
  | "found";

/** What is missing before the start pose is recognised. */
export type SetUp = "nobody" | "cut-off" | "too-small" | "pose" | "still";

/** What a frame shows (coxa.records.Glimpse); nothing is counted by it. */
export interface Glimpse {
  /** Of the way from the start to the end that is asked for; null: cannot be told. */
  share: number | null;
  in_position: boolean;
  at_end: boolean;
  set_up: SetUp | null;
  seen: boolean;
}

/** One moment that the coach acts on (coxa.records.Seen). */
export interface SeenMoment {
  what: SeenWhat;
  share: number | null;
  fault_id: string | null;
  /** Seconds before the frame that the answer is about. */
  ago_s: number;
}

export interface Looks {
  kind: "looks";
  /** Of what was asked for. */
  turn: number;
  /** Of the last frame that was looked at. */
  number: number;
  glimpse: Glimpse;
  seen: SeenMoment[];
  /** The nets follow something that is not the whole person: let them look anew. */
  afresh: boolean;
}

export type FromWatch = { kind: "watching"; turn: number } | Looks | ({ kind: "fault" } & Fault);

export interface LookFor {
  exercise_id: string;
  side: Side;
}

export interface PictureSize {
  width_px: number;
  height_px: number;
}
