// The keyboard: space pauses and goes on, R repeats, S skips, P is a pinch, M changes the sound.
import { among } from "../player/keys.js";

export type LiveCommand = "toggle" | "repeat" | "skip" | "pinch" | "sound";

const COMMANDS: Record<string, LiveCommand> = {
  " ": "toggle",
  r: "repeat",
  s: "skip",
  p: "pinch",
  m: "sound",
};

export function liveCommandOf(event: KeyboardEvent): LiveCommand | undefined {
  return among(COMMANDS, event);
}
