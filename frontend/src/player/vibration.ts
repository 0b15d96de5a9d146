// What a phone in the hand or on the mat lets feel, where it can and the person wants it.
import { rememberedVoice } from "./voice-choices.js";

export type Buzz = "end" | "urgent";

const PATTERNS_MS: Record<Buzz, number[]> = { end: [250], urgent: [250, 120, 250] };

export function canVibrate(): boolean {
  return typeof navigator.vibrate === "function" && matchMedia("(any-pointer: coarse)").matches;
}

export function vibrate(buzz: Buzz): void {
  if (rememberedVoice().vibrates && canVibrate()) navigator.vibrate(PATTERNS_MS[buzz]);
}
