// What the person chose to hear, remembered on this device.
import type { Sound } from "./announcer.js";

const KEY = "coxa-sound";
export const SOUNDS: readonly Sound[] = ["voice", "beeps", "silent"];

export function rememberedSound(): Sound {
  try {
    const kept = localStorage.getItem(KEY);
    return SOUNDS.find((sound) => sound === kept) ?? "voice";
  } catch {
    return "voice";
  }
}

export function rememberSound(sound: Sound): void {
  try {
    localStorage.setItem(KEY, sound);
  } catch {
    // Not remembered, but it holds for this session.
  }
}

export function soundAfter(sound: Sound): Sound {
  return SOUNDS[(SOUNDS.indexOf(sound) + 1) % SOUNDS.length] as Sound;
}
