// What the phone's page and coxa say to each other: src/coxa/site/phone/{messages,replies}.py.
import type { Sound } from "../player/announcer.js";
import type { Side } from "../player/protocol.js";

export type { Side, Sound };

/** A time and nine numbers, in the order of the CSV's columns; null where nothing was told. */
export type Row = readonly (number | null)[];

export type StepPhase = "place" | "neutral" | "go" | "hold" | "back" | "rest" | "done";
export type Direction = "internal" | "external";

export interface Step {
  phase: StepPhase;
  lasts_s: number;
  say: string | null;
  direction: Direction | null;
  repeat: number;
}

export interface Joined {
  token: string;
  test: string;
  side: Side;
  take: number;
  scripts: Record<Side, Step[]>;
}

export type PhoneState = "asking" | "blind" | "ready" | "running" | "ended";

export interface ToServer {
  state: PhoneState;
  take: number;
  side: Side;
  step: number;
  /** How the phone itself tells of the step; null: that is left to the laptop. */
  sound: Sound | null;
  /** By the phone's own clock. */
  sent_s: number;
  number: number;
  batches: number | null;
  rows: readonly Row[] | null;
  press: "pinch" | "finish" | null;
}

export interface Asked {
  kind: "begin" | "stop";
  side: Side;
  take: number;
}

export interface Result {
  side: Side;
  accepted: boolean;
  lines: string[];
  reasons: string[];
}

export interface Ending {
  kind: "pinch" | "fault" | "done";
  text: string;
}

export interface FromServer {
  take: number;
  next_number: number;
  /** The last take that was read; 0 before the first. */
  read_take: number;
  asked: Asked | null;
  results: Result[];
  both_read: boolean;
  /** Who says the step that was left to the laptop; where none was, who says the next. */
  speaker: "phone" | "laptop";
  over: Ending | null;
}

/** A request that was understood and turned down, with the reason in words. */
export interface Refusal {
  id: string;
  message: string;
}
