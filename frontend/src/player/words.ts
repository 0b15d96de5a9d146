// Every word that the player shows; the page brings them in the person's language.
import type { CameraWords } from "./camera-words.js";
import type { VoiceWords, Way } from "./voice-words.js";

export interface PlayerWords {
  begin: string;
  beginHint: string;
  loading: string;
  pause: string;
  goOn: string;
  paused: string;
  tapToPause: string;
  tapToGoOn: string;
  next: string;
  nextUp: string;
  pain: string;
  end: string;
  endAsk: string;
  endYes: string;
  back: string;
  again: string;
  leave: string;
  seeDone: string;
  left: string;
  leftLetter: string;
  right: string;
  rightLetter: string;
  of: string;
  progress: string;
  keys: string;
  sound: Record<Way, string>;
  soundButton: string;
  voice: VoiceWords;
  camera: CameraWords;
  noVoice: string;
  lost: string;
  found: string;
  painSigns: string;
  painScore: string;
  painNone: string;
  painWorst: string;
  painGoesOn: string;
  painSkip: string;
  groinPinch: string;
  groinPinchMeans: string;
  stopSigns: { id: string; label: string }[];
  effortTitle: string;
  effortNone: string;
  effortMost: string;
  effortNote: string;
  effortDone: string;
}

/** The words of the page's data block, by its id. Throws when the page has none. */
export function readWords<Words = PlayerWords>(id: string, page: Document = document): Words {
  const block = page.getElementById(id);
  if (block === null) throw new Error(`no words on this page: ${id}`);
  return JSON.parse(block.textContent ?? "") as Words;
}

/** A sentence with its named places filled in. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A name that is not broken at its hyphens. */
export function inOnePiece(name: string): string {
  return name.replaceAll("-", "\u2011");
}
