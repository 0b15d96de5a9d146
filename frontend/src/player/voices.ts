// Which of the browser's voices may speak: those on this device only, the page's language first.

/** Voices that are made for fun; a system may list one of them first of its language. */
const FOR_FUN = new Set(
  (
    "Albert,Bad News,Bahh,Bells,Boing,Bubbles,Cellos,Deranged,Good News,Hysterical,Jester,Organ," +
    "Pipe Organ,Superstar,Trinoids,Whisper,Wobble,Zarvox"
  ).split(","),
);

/** The language of a tag such as `en-GB` or Android's `en_GB`, without its region. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? "";
}

/** Voices that need no one else's machine: any other would send every sentence away. */
export function onThisDevice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice[] {
  return voices.filter((voice) => voice.localService);
}

export interface Offered {
  /** Of the page's language, the best guess first. */
  fitting: SpeechSynthesisVoice[];
  others: SpeechSynthesisVoice[];
}

/** What there is to choose from; `regions` are the person's own language tags, as `en-GB`. */
export function offered(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  regions: readonly string[] = [],
): Offered {
  const here = onThisDevice(voices);
  const fits = (voice: SpeechSynthesisVoice) => languageOf(voice.lang) === languageOf(language);
  const rank = (voice: SpeechSynthesisVoice) => rankOf(voice, regions);
  return {
    fitting: here.filter(fits).sort((one, other) => rank(one) - rank(other)),
    others: here.filter((voice) => !fits(voice)),
  };
}

/** The voice that was chosen, if it is still there; else the best of the language, if there is one. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  chosen: string | undefined,
  regions: readonly string[] = [],
): SpeechSynthesisVoice | undefined {
  const { fitting, others } = offered(voices, language, regions);
  return [...fitting, ...others].find((voice) => voice.voiceURI === chosen) ?? fitting[0];
}

function rankOf(voice: SpeechSynthesisVoice, regions: readonly string[]): number {
  if (FOR_FUN.has(voice.name)) return regions.length + 2;
  if (voice.default) return 0;
  const tag = voice.lang.replace("_", "-").toLowerCase();
  const region = regions.findIndex((one) => one.toLowerCase() === tag);
  return 1 + (region < 0 ? regions.length : region);
}
