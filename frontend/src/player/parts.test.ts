// The small parts: the count, the clock, keys, the speaker's failures, words.
import { describe, expect, it, vi } from "vitest";

import { soundAfter } from "./choices.js";
import { SessionClock } from "./clock.js";
import { counted, stepped } from "./count.js";
import { commandOf } from "./keys.js";
import { BrowserSpeaker } from "./speaker.js";
import { aScreen } from "./testing.js";
import { fill, inOnePiece } from "./words.js";

describe("the count", () => {
  it("shows the seconds left, full at the start and nought at the end", () => {
    const hold = aScreen({ phase_started_s: 10, phase_ends_s: 40 });
    expect(counted(hold, 10).number).toBe(30);
    expect(counted(hold, 10.1).number).toBe(30);
    expect(counted(hold, 39.5).number).toBe(1);
    expect(counted(hold, 41)).toEqual({ number: 0, share: 1 });
  });

  it("never shows more than the phase has, whatever the clock says", () => {
    expect(counted(aScreen({ phase_started_s: 10, phase_ends_s: 40 }), 2).number).toBe(30);
  });

  it("shows the repetition where repetitions count, and nothing without an end", () => {
    expect(counted(aScreen({ count: "reps", rep: 4 }), 0).number).toBe(4);
    expect(counted(aScreen({ phase_ends_s: null }), 0).number).toBeNull();
  });

  it("moves the ring in steps where motion is not wanted", () => {
    expect(stepped(0.333, true)).toBe(0.35);
    expect(stepped(0.333, false)).toBe(0.333);
  });
});

describe("the clock", () => {
  it("trusts the server when the two are far apart", () => {
    let now_ms = 0;
    const clock = new SessionClock(() => now_ms);
    clock.follow(aScreen({ t_s: 0 }));
    now_ms = 60_000;
    clock.follow(aScreen({ t_s: 4 }));
    expect(clock.now()).toBe(4);
  });

  it("never runs backwards when frozen at an earlier moment than it began", () => {
    const clock = new SessionClock(() => 5000);
    clock.follow(aScreen({ t_s: 7 }));
    expect(clock.freeze(1000)).toBe(7);
  });
});

describe("keys", () => {
  const press = (key: string, on: HTMLElement = document.body, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, ...more });
    let command: ReturnType<typeof commandOf>;
    document.body.append(on === document.body ? "" : on);
    const listen = (seen: Event): void => void (command = commandOf(seen as KeyboardEvent));
    window.addEventListener("keydown", listen, { once: true });
    on.dispatchEvent(event);
    window.removeEventListener("keydown", listen);
    return command;
  };

  it("knows space, N, P and M", () => {
    expect([" ", "n", "P", "m", "x"].map((key) => press(key))).toEqual([
      "toggle",
      "next",
      "pain",
      "sound",
      undefined,
    ]);
  });

  it("leaves typing, held keys, shortcuts and a button's own space alone", () => {
    expect(press("n", document.createElement("textarea"))).toBeUndefined();
    expect(press(" ", document.createElement("button"))).toBeUndefined();
    expect(press("n", document.body, { repeat: true })).toBeUndefined();
    expect(press("p", document.body, { ctrlKey: true })).toBeUndefined();
  });
});

describe("the browser's speech", () => {
  const synthesis = (voices: unknown[], speak = vi.fn()) =>
    ({ getVoices: () => voices, speak, cancel: vi.fn() }) as unknown as SpeechSynthesis;

  it("does not work without voices, and does not mind", () => {
    const speaker = new BrowserSpeaker("en", undefined);
    speaker.say("Hold.", false);
    speaker.silence();
    expect(speaker.works).toBe(false);
    expect(new BrowserSpeaker("en", synthesis([])).works).toBe(false);
  });

  it("prefers a voice of the language that is on this machine", () => {
    const spoken: { voice?: unknown }[] = [];
    class Utterance extends EventTarget {
      voice: unknown;
      lang = "";
    }
    vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
    const local = { lang: "en-GB", localService: true };
    const voices = [{ lang: "de-DE", localService: true }, { lang: "en-US", localService: false }, local];
    const speaker = new BrowserSpeaker("en", synthesis(voices, vi.fn((one) => spoken.push(one))));
    speaker.say("Hold.", false);
    expect(spoken[0]?.voice).toBe(local);
    vi.unstubAllGlobals();
  });

  it("stops counting as a voice when speaking throws", () => {
    const speaker = new BrowserSpeaker("en", synthesis([{ lang: "en", localService: true }]));
    speaker.say("Hold.", false); // no SpeechSynthesisUtterance here: it throws inside
    expect(speaker.works).toBe(false);
  });
});

describe("words", () => {
  it("fills named places and leaves unknown ones", () => {
    expect(fill("{done} of {planned} {x}", { done: 1, planned: 3 })).toBe("1 of 3 {x}");
  });

  it("keeps hyphened names in one piece", () => {
    expect(inOnePiece("turn-in")).toBe("turn\u2011in");
  });

  it("goes round the sounds", () => {
    expect([soundAfter("voice"), soundAfter("beeps"), soundAfter("silent")]).toEqual([
      "beeps",
      "silent",
      "voice",
    ]);
  });
});
