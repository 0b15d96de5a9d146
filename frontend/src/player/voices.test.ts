// Which voice speaks: one on this device, of the page's language, as chosen; never one from outside.
import { describe, expect, it } from "vitest";

import { aVoice } from "./testing.js";
import { languageOf, offered, voiceFor } from "./voices.js";

const US = aVoice("Samantha", "en-US");
const GB = aVoice("Daniel", "en_GB");
const DE = aVoice("Anna", "de-DE");
const FUN = aVoice("Albert", "en-US");
const OUTSIDE = aVoice("Google US English", "en-US", { localService: false, default: true });

describe("the voices on offer", () => {
  it("are those of this device alone, the page's language first", () => {
    const { fitting, others } = offered([OUTSIDE, DE, US, GB], "en");
    expect(fitting).toEqual([US, GB]);
    expect(others).toEqual([DE]);
  });

  it("begin with the system's own, then those of the person's region; voices for fun come last", () => {
    const own = aVoice("Fiona", "en-AU", { default: true });
    expect(offered([FUN, US, GB, own], "en", ["en-GB", "en"]).fitting).toEqual([own, GB, US, FUN]);
  });
});

describe("the voice that speaks", () => {
  it("is the chosen one, also of another language", () => {
    expect(voiceFor([US, GB, DE], "en", GB.voiceURI)).toBe(GB);
    expect(voiceFor([US, GB, DE], "en", DE.voiceURI)).toBe(DE);
  });

  it("is the best of the language where the chosen one is gone", () => {
    expect(voiceFor([FUN, US], "en", "gone")).toBe(US);
  });

  it("is none rather than one from outside or one that cannot read the language", () => {
    expect(voiceFor([OUTSIDE, DE], "en", OUTSIDE.voiceURI)).toBeUndefined();
  });

  it("reads language tags as browsers and Android write them", () => {
    expect(["en", "en-GB", "en_US", "DE"].map(languageOf)).toEqual(["en", "en", "en", "de"]);
  });
});
