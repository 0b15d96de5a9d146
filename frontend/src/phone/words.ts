// Every word that the phone's page shows by itself: src/coxa/site/phone/words.py.
import type { Direction, StepPhase } from "./protocol.js";

export interface PhoneWords {
  title: string;
  join: string;
  /** Turned down, and why is said below. */
  joinAgain: string;
  joinHint: string;
  code: string;
  joinButton: string;
  joining: string;
  noAnswer: string;
  tests: Record<string, string>;
  left: string;
  leftLetter: string;
  right: string;
  rightLetter: string;
  hip: string;
  strap: string[];
  whichLeg: string;
  allow: string;
  allowHint: string;
  asking: string;
  blindTitle: string;
  blind: string;
  deniedTitle: string;
  denied: string;
  again: string;
  ready: string;
  readyHint: string;
  laptopSpeaks: string;
  start: string;
  phases: Record<StepPhase, string>;
  directions: Record<Direction, string>;
  repeat: string;
  stop: string;
  pinch: string;
  lost: string;
  interrupted: string;
  sending: string;
  sendingLostTitle: string;
  sendingLost: string;
  refused: string;
  resultTitle: string;
  /** The person's own stop, too early to be read. */
  stopped: string;
  notRead: string;
  otherLeg: string;
  onceMore: string;
  finish: string;
  finishing: string;
  overTitle: string;
  pinchTitle: string;
  pinchNow: string;
  endedTitle: string;
  save: string;
  saveHint: string;
  sound: Record<"voice" | "beeps" | "silent", string>;
  soundButton: string;
  noVoice: string;
}
