// What the page and its pose worker say to each other.
import type { Joint } from "./packet.js";

export type Delegate = "CPU" | "GPU";

export type ToWorker =
  /** The first delegate is used unless a later one is found to be faster. */
  | { kind: "load"; task: Uint8Array; wasm: string; delegates: Delegate[] }
  /** `afresh`: look for the person in the whole picture, wherever they were followed to. */
  | { kind: "look"; picture: ImageBitmap; time_ms: number; count: boolean; afresh: boolean };

/** What was seen in one frame. */
export interface Seen {
  kind: "seen";
  time_ms: number;
  joints: Joint[];
  /** The nets were shown the picture left for right; the joints are turned back already. */
  by_mirror: boolean;
  /** -1 when they were not counted. */
  people: number;
  /** Time that the nets took, without counting. */
  spent_ms: number;
  delegate: Delegate;
  /** False while it is still being tried which delegate is faster. */
  settled: boolean;
}

export type FromWorker = { kind: "loaded" } | { kind: "failed"; why: string } | Seen;
