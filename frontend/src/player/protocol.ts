// What the server and the player say to each other: the records of coxa.coach, in words.
import type { SeenWhat } from "./watch-protocol.js";

export type Side = "left" | "right";

export type Phase =
  | "waiting"
  | "intro"
  | "position"
  | "get-ready"
  | "move"
  | "hold"
  | "return"
  | "rest"
  | "switch-sides"
  | "ask-pain"
  | "ask-effort"
  | "finished"
  | "stopped";

export type PauseReason = "asked" | "pain" | "hidden" | "connection" | "gap";

/** One thing to say, show or sound at a moment of the session's clock. */
export interface Cue {
  at_s: number;
  kind: "say" | "beep" | "caption";
  priority: "low" | "normal" | "urgent";
  text: string | null;
}

/** What to show. Times are moments of the session's clock, in seconds. */
export interface Screen {
  phase: Phase;
  running: boolean;
  paused: PauseReason | null;
  t_s: number;
  phase_started_s: number;
  phase_ends_s: number | null;
  next_tick_s: number | null;
  exercise_id: string;
  exercise: string;
  side: Side;
  count: "seconds" | "reps" | "nothing";
  rep: number;
  reps: number;
  now: string;
  next: string | null;
  place: string | null;
  sets_behind: number;
  sets_planned: number;
  ending: string | null;
  /** A camera looks on. */
  camera: boolean;
  /** A camera in its place counts this exercise. */
  watchable: boolean;
  /** The work now is led by what is seen, not by the clock. */
  watched: boolean;
  waiting_for: "position" | "movement" | "end" | "back" | null;
  /** The one correction to show, as long as its fault is seen. */
  fault: string | null;
  /** What is left of the hold under way; it runs only in a hold that has an end. */
  hold_left_s: number | null;
  range_share: number;
  /** The furthest seen in this session of this exercise on this side. */
  best_share: number | null;
}

export interface Reply {
  id: string;
  next_number: number;
  screen: Screen;
  cues: Cue[];
}

export type SessionEvent =
  | { kind: "begin"; t_s: number }
  | { kind: "tick"; t_s: number }
  | { kind: "pause"; t_s: number; reason: PauseReason }
  | { kind: "resume"; t_s: number }
  | { kind: "next"; t_s: number }
  | { kind: "pain"; t_s: number; score: number; groin_pinch: boolean; stop_signs: string[] }
  | { kind: "effort"; t_s: number; score: number | null; note: string }
  | { kind: "stop"; t_s: number }
  | { kind: "camera"; t_s: number; on: boolean }
  | { kind: "sight"; t_s: number; what: SeenWhat; share: number | null; fault_id: string | null };

/** A request that the server understood and turned down, with the reason in words. */
export interface Fault {
  id: string;
  message: string;
}

export function isOver(phase: Phase): boolean {
  return phase === "finished" || phase === "stopped";
}
