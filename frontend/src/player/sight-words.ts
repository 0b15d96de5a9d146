// What is said of the camera in one sentence: how it stands with it, and what is still missing to begin.
import type { CameraWords } from "./camera-words.js";
import type { Eye } from "./eye.js";
import { fill } from "./words.js";

export type Looking = Pick<Eye, "stage" | "sight" | "fault" | "said" | "progress" | "glimpse" | "dark" | "ready">;

/** Why the camera does not watch; empty while it does or is not wanted. */
export function trouble(words: CameraWords, eye: Looking): string {
  if (eye.fault !== undefined) return eye.said || words.faults[eye.fault];
  return eye.sight === "blind" ? words.blind : "";
}

/** While it is got ready; empty once it sees. */
export function gettingReady(words: CameraWords, eye: Looking): string {
  if (eye.stage === "asking") return words.asking;
  if (eye.stage === "loading") return fill(words.loading, { percent: Math.round(100 * eye.progress) });
  return eye.sight === "coming" && !eye.ready ? words.coming : "";
}

/** The one thing to do before the exercise can begin. */
export function missing(words: CameraWords, eye: Looking): string {
  const standing = trouble(words, eye) || gettingReady(words, eye);
  if (standing !== "") return standing;
  if (eye.glimpse === undefined) return words.setUp.waiting;
  if (eye.glimpse.in_position) return words.setUp.ready;
  const { set_up } = eye.glimpse;
  // In the dark a person is seen badly or not at all: the light comes first.
  if (eye.dark && set_up !== "still") return words.setUp.dark;
  return words.setUp[set_up ?? "waiting"];
}
