// The browser's speech with its quirks: late voices, a breath after a cancel, voices that stay mute.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { BrowserSpeaker } from "./speaker.js";
import { FakeSynthesis, FakeUtterance, aVoice } from "./testing.js";
import { AS_IT_COMES } from "./voice-choices.js";

const EN = aVoice("Samantha", "en_US");

let synthesis: FakeSynthesis;
let failures: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("SpeechSynthesisUtterance", FakeUtterance);
  synthesis = new FakeSynthesis([EN]);
  failures = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function speaker(choices = AS_IT_COMES): BrowserSpeaker {
  return new BrowserSpeaker("en", synthesis.real, () => choices, () => (failures += 1));
}

describe("a sentence", () => {
  it("is spoken with the chosen voice, rate and volume, in the voice's own language", () => {
    const GB = aVoice("Daniel", "en-GB");
    synthesis.voices.push(GB);
    speaker({ ...AS_IT_COMES, voices: { en: GB.voiceURI }, rate: 1.2, volume: 0.5 }).say("Hold.", false);
    expect(synthesis.spoken[0]).toMatchObject({ text: "Hold.", voice: GB, lang: "en-GB", rate: 1.2, volume: 0.5 });
  });

  it("takes the place of what is being said, after a breath that browsers need", () => {
    const one = speaker();
    one.say("A long story.", false);
    one.say("Stop.", false);
    expect(synthesis.cancels).toBe(1);
    expect(synthesis.texts).toEqual(["A long story."]);
    vi.advanceTimersByTime(100);
    expect(synthesis.texts).toEqual(["A long story.", "Stop."]);
  });

  it("waits for nothing: three in one breath leave the last one", () => {
    const one = speaker();
    for (const text of ["One.", "Two.", "Three."]) one.say(text, false);
    vi.advanceTimersByTime(100);
    expect(synthesis.texts).toEqual(["One.", "Three."]);
  });

  it("may queue, also behind one that waits for its breath", () => {
    const one = speaker();
    one.say("One.", false);
    one.say("Two.", false);
    one.say("Then three.", true);
    vi.advanceTimersByTime(100);
    expect(synthesis.texts).toEqual(["One.", "Two.", "Then three."]);
  });

  it("that was silenced is not heard after all", () => {
    const one = speaker();
    one.say("One.", false);
    one.say("Two.", false);
    one.silence();
    vi.advanceTimersByTime(10_000);
    expect(synthesis.texts).toEqual(["One."]);
    expect(failures).toBe(0);
  });
});

describe("a voice", () => {
  it("that comes late counts from then on", () => {
    synthesis.voices = [];
    const one = speaker();
    expect(one.works).toBe(false);
    synthesis.voices = [EN];
    expect(one.works).toBe(true);
  });

  it("from outside is never spoken with", () => {
    synthesis.voices = [aVoice("Online", "en-US", { localService: false })];
    const one = speaker();
    one.say("Hold.", false);
    expect([one.works, synthesis.texts]).toEqual([false, []]);
  });

  it("that does not begin is not heard, and is tried again at the next tap", () => {
    const one = speaker();
    one.say("Hold.", false);
    vi.advanceTimersByTime(5000);
    expect([one.works, failures]).toEqual([false, 1]);
    synthesis.cancel();
    one.wake();
    expect(one.works).toBe(true);
  });

  it("that begins is trusted, however long it takes", () => {
    const one = speaker();
    one.say("Hold.", false);
    synthesis.start();
    vi.advanceTimersByTime(60_000);
    expect([one.works, failures]).toEqual([true, 0]);
  });

  it("that was cut short has not failed; one that reports a fault has", () => {
    const one = speaker();
    one.say("Hold.", false);
    synthesis.fault("interrupted");
    expect(one.works).toBe(true);
    synthesis.fault("synthesis-failed");
    expect(one.works).toBe(false);
  });

  it("is unlocked by a tap with nothing to hear", () => {
    speaker().wake();
    expect(synthesis.spoken[0]).toMatchObject({ text: "", volume: 0 });
  });
});
