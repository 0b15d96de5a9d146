// The laptop's voice in a test by phone: what it says, reads out, and keeps to itself.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { CoxaPhoneCues } from "./coxa-phone-cues.js";
import { Cues } from "./cues.js";
import type { ShownStep } from "./cues.js";

const spoken: string[] = [];
const read: string[] = [];
let silenced = 0;
let cues: Cues;

const step = (more: Partial<ShownStep>): ShownStep => ({
  cue: "1-2", text: "Hold.", aloud: "laptop", saysIt: true, ...more,
});

beforeEach(() => {
  spoken.length = read.length = silenced = 0;
  cues = new Cues(
    { works: true, say: (text) => spoken.push(text), silence: () => (silenced += 1) },
    (text) => read.push(text),
  );
});

describe("cues on the laptop", () => {
  it("are said once each, however often the page is drawn", () => {
    cues.show(step({}));
    cues.show(step({}));
    cues.show(step({ saysIt: false }));
    cues.show(step({ cue: "1-3", text: "Back." }));
    expect(spoken).toEqual(["Hold.", "Back."]);
    expect(read).toEqual([]);
    expect(silenced).toBe(0);
  });

  it("are left to the phone, and broken off where it takes over", () => {
    cues.show(step({ aloud: "phone", saysIt: false }));
    expect([spoken, read, silenced]).toEqual([[], [], 0]);
    cues.show(step({ cue: "1-3" }));
    cues.show(step({ cue: "1-3", aloud: "phone", saysIt: false }));
    expect([spoken, silenced]).toEqual([["Hold."], 1]);
  });

  it("are read out by a screen reader where nobody says them, once", () => {
    cues.show(step({ aloud: "", saysIt: false }));
    cues.show(step({ aloud: "", saysIt: false }));
    expect([spoken, read]).toEqual([[], ["Hold."]]);
  });

  it("end with the leg", () => {
    cues.show(step({}));
    cues.show(undefined);
    expect(silenced).toBe(1);
  });

  it("may be nothing, as while resting", () => {
    cues.show(step({ text: "" }));
    expect(spoken).toEqual([]);
  });
});

describe("<coxa-phone-cues>", () => {
  const said: string[] = [];

  class Utterance extends EventTarget {
    lang = "";
    constructor(readonly text: string) {
      super();
    }
  }

  const synthesis = (voices: unknown[]): unknown => ({
    getVoices: () => voices,
    speak: (one: Utterance) => said.push(one.text),
    cancel: (): void => {},
  });

  async function page(voices: unknown[], active: boolean): Promise<CoxaPhoneCues> {
    vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
    vi.stubGlobal("speechSynthesis", synthesis(voices));
    Object.defineProperty(navigator, "userActivation", { configurable: true, value: { hasBeenActive: active } });
    const element = new CoxaPhoneCues();
    element.innerHTML = `<p data-live></p><div id="phone-test"></div>`;
    document.body.append(element);
    await Promise.resolve();
    return element;
  }

  function asked(element: CoxaPhoneCues): string {
    const detail = { parameters: {} as Record<string, string> };
    element.querySelector("#phone-test")?.dispatchEvent(
      new CustomEvent("htmx:configRequest", { detail, bubbles: true }),
    );
    return detail.parameters["voice"] ?? "";
  }

  beforeEach(() => {
    said.length = 0;
  });

  afterEach(() => {
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });

  const VOICE = { lang: "en", localService: true };

  it("tells with each request whether it can speak", async () => {
    expect(asked(await page([], true))).toBe("none");
    expect(asked(await page([VOICE], false))).toBe("asleep");
    const [one, other] = [asked(await page([VOICE], true)), asked(await page([VOICE], true))];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\w{4,}$/);
  });

  it("says a step that was swapped in, and tries its voice when it is chosen", async () => {
    const element = await page([VOICE], true);
    const view = document.createElement("div");
    view.innerHTML = `<button data-trial="I tell you."><b>This laptop</b></button>`;
    Object.assign(view.dataset, { cue: "1-0", say: "Sit down.", aloud: "laptop", saysIt: "" });
    element.querySelector("#phone-test")?.replaceWith(view);
    await new Promise((done) => setTimeout(done));
    expect(said).toEqual(["Sit down."]);
    view.querySelector("b")?.click();
    expect(said).toEqual(["Sit down.", "I tell you."]);
  });

  it("gives a step that nobody says to screen readers", async () => {
    const element = await page([VOICE], true);
    const view = document.createElement("div");
    Object.assign(view.dataset, { cue: "1-0", say: "Sit down.", aloud: "" });
    element.querySelector("#phone-test")?.replaceWith(view);
    await new Promise((done) => setTimeout(done));
    expect(said).toEqual([]);
    expect(element.querySelector("[data-live]")?.textContent).toBe("Sit down.");
  });
});
