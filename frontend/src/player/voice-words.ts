// Every word of the voice settings; the page brings them in the person's language.
import type { Sound } from "./announcer.js";

/** How the person is told: by a sound of this page, or by their own screen reader. */
export type Way = Sound | "reader";

export interface VoiceWords {
  who: string;
  ways: Record<Way, string>;
  means: Record<Way, string>;
  voice: string;
  others: string;
  none: string;
  onlyHere: string;
  rate: string;
  asItComes: string;
  slower: string;
  faster: string;
  volume: string;
  percent: string;
  vibrates: string;
  keys: string;
  tryIt: string;
  trial: string;
  tried: Record<Way, string>;
  failed: string;
  kept: string;
  done: string;
}
