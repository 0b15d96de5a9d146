// How the voice is to speak, remembered in this browser: voices differ from device to device.

const KEY = "coxa-voice";
export const RATES = { least: 0.8, most: 1.4, step: 0.1 };
export const VOLUMES = { least: 0.1, most: 1, step: 0.1 };

export interface VoiceChoices {
  /** The chosen voice of each language, by its voiceURI. */
  voices: Readonly<Record<string, string>>;
  /** 1 is the voice's own rate. */
  rate: number;
  /** Of voice and tones, 0.1 to 1. */
  volume: number;
  /** A screen reader says the captions; the page's own voice is quiet. */
  reader: boolean;
  /** A phone that vibrates at the end of a phase and when something is urgent. */
  vibrates: boolean;
  /** Single keys lead the session; who dictates to the computer may want them off. */
  keys: boolean;
}

export const AS_IT_COMES: VoiceChoices = {
  voices: {},
  rate: 1,
  volume: 1,
  reader: false,
  vibrates: false,
  keys: true,
};

export function rememberedVoice(): VoiceChoices {
  try {
    return checked(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return AS_IT_COMES;
  }
}

export function rememberVoice(choices: VoiceChoices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Not remembered, as in a private window.
  }
}

/** Whatever was stored, made whole: another version of this page may have written it. */
function checked(kept: unknown): VoiceChoices {
  const told = (kept ?? {}) as Partial<Record<keyof VoiceChoices, unknown>>;
  const { voices } = told;
  const named = Object.entries(typeof voices === "object" && voices !== null ? voices : {});
  return {
    voices: Object.fromEntries(named.filter(([, uri]) => typeof uri === "string")) as Record<string, string>,
    rate: within(told.rate, RATES),
    volume: within(told.volume, VOLUMES),
    reader: told.reader === true,
    vibrates: told.vibrates === true,
    keys: told.keys !== false,
  };
}

function within(value: unknown, { least, most }: { least: number; most: number }): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : 1;
}
