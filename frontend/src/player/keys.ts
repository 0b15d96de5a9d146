// The keyboard: space pauses and goes on, N is next, P is pain, M changes the sound, V the voice, C the camera.
import { rememberedVoice } from "./voice-choices.js";

export type Command = "toggle" | "next" | "pain" | "sound" | "voice" | "camera";

const COMMANDS: Record<string, Command> = {
  " ": "toggle",
  n: "next",
  p: "pain",
  m: "sound",
  v: "voice",
  c: "camera",
};

/** What a key asks for; nothing while the person types, when a button has the key for itself, or keys are not wanted. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  return among(COMMANDS, event);
}

/** The same, of other commands by their keys. */
export function among<Asked>(commands: Record<string, Asked>, event: KeyboardEvent): Asked | undefined {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.composedPath()[0];
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return undefined;
  if (event.key === " " && target instanceof HTMLButtonElement) return undefined;
  const command = commands[event.key.toLowerCase()];
  return command !== undefined && rememberedVoice().keys ? command : undefined;
}
