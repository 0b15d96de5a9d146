// What is heard: voice, tones in its place, or nothing; captions always.
import { render } from "lit";
import { beforeEach, describe, expect, it } from "vitest";

import { Announcer } from "./announcer.js";
import type { Caption } from "./announcer.js";
import { liveRegions } from "./live-regions.js";
import { FakeBeeper, FakeSpeaker, aCue } from "./testing.js";

let speaker: FakeSpeaker;
let beeper: FakeBeeper;
let captions: string[];
let announcer: Announcer;

beforeEach(() => {
  speaker = new FakeSpeaker();
  beeper = new FakeBeeper();
  captions = [];
  announcer = new Announcer(speaker, beeper, ({ text }) => captions.push(text));
});

const CUES = [
  aCue(0, "Get ready."),
  aCue(1, "Sit down.", { priority: "low" }),
  aCue(2, null, { kind: "beep" }),
];

function playAll(): void {
  announcer.plan(CUES);
  for (let t_s = 0; t_s < 3; t_s += 0.05) announcer.play(t_s);
}

describe("sound", () => {
  it("speaks every sentence and queues only what may wait", () => {
    playAll();
    expect(speaker.said).toEqual(["Get ready.", "Sit down."]);
    expect(speaker.queued).toEqual(["Sit down."]);
    expect(beeper.tones).toEqual(["end"]);
  });

  it("puts tones in the place of a voice that is missing", () => {
    speaker.works = false;
    playAll();
    expect(speaker.said).toEqual([]);
    expect(beeper.tones).toEqual(["short", "end"]);
  });

  it("is silent when asked to be, and still captions everything", () => {
    announcer.sound = "silent";
    playAll();
    expect([speaker.said, beeper.tones]).toEqual([[], []]);
    expect(captions).toEqual(["Get ready.", "Sit down."]);
  });

  it("shows what waits behind a sentence of the same moment behind it", () => {
    announcer.plan([
      aCue(1, "The camera is off."),
      aCue(1, "Get ready.", { priority: "low" }),
      aCue(2, "Hold.", { priority: "low" }),
    ]);
    announcer.play(1);
    expect(captions.at(-1)).toBe("The camera is off. Get ready.");
    announcer.play(2);
    expect(captions.at(-1)).toBe("Hold.");
  });

  it("captions before it speaks, so that a failing voice takes nothing away", () => {
    const failing = Object.assign(new FakeSpeaker(), {
      say: () => {
        throw new Error("synthesis-failed");
      },
    });
    const careful = new Announcer(failing, beeper, ({ text }) => captions.push(text));
    expect(() => careful.tell("Ease out.")).toThrow();
    expect(captions).toEqual(["Ease out."]);
  });

  it("plays cues in the order of their times, whatever order they came in", () => {
    announcer.plan([...CUES].reverse());
    announcer.play(0.1);
    expect(captions).toEqual(["Get ready."]);
  });
});

describe("a screen reader", () => {
  const told = (announce: (one: Announcer) => void): Caption[] => {
    const found: Caption[] = [];
    const one = new Announcer(speaker, beeper, (caption) => found.push(caption));
    announce(one);
    one.plan(CUES);
    for (let t_s = 0; t_s < 3; t_s += 0.05) one.play(t_s);
    return found;
  };

  it("is left out of what the page says itself, so that nothing is said twice", () => {
    expect(told(() => undefined).map(({ aloud }) => aloud)).toEqual([true, true]);
  });

  it.each(["beeps", "silent"] as const)("is given every caption with %s", (sound) => {
    expect(told((one) => (one.sound = sound)).map(({ aloud }) => aloud)).toEqual([false, false]);
  });

  it("is given them where there is no voice", () => {
    speaker.works = false;
    expect(told(() => undefined).map(({ aloud }) => aloud)).toEqual([false, false]);
  });

  it("that the person has chosen speaks alone; the tone at an end stays", () => {
    const found = told((one) => (one.reader = true));
    expect(found.map(({ aloud }) => aloud)).toEqual([false, false]);
    expect([speaker.said, beeper.tones]).toEqual([[], ["end"]]);
  });

  it("is given what is only shown, whatever is heard", () => {
    const found: Caption[] = [];
    const one = new Announcer(speaker, beeper, (caption) => found.push(caption));
    one.plan([aCue(0, "Set 2 of 3", { kind: "caption" })]);
    one.play(0);
    expect(found[0]?.aloud).toBe(false);
  });

  it("is given the same words twice in a row as two captions", () => {
    const regions = document.createElement("div");
    const texts = told((one) => {
      one.sound = "silent";
      one.tell("Left knee in.");
      one.tell("Left knee in.");
    }).map((caption) => {
      render(liveRegions(caption), regions);
      return regions.querySelector("[role=alert]")?.textContent;
    });
    expect(texts[0]?.trim()).toBe("Left knee in.");
    expect(texts[1]?.trim()).toBe("Left knee in.");
    expect(texts[0]).not.toBe(texts[1]);
  });
});

describe("vibration", () => {
  it("tells an end and what is urgent, and nothing else", () => {
    const felt: string[] = [];
    const one = new Announcer(speaker, beeper, () => undefined, (buzz) => felt.push(buzz));
    one.sound = "silent";
    one.plan([...CUES, aCue(2.5, "Ease out.", { priority: "urgent" })]);
    for (let t_s = 0; t_s < 3; t_s += 0.05) one.play(t_s);
    expect(felt).toEqual(["end", "urgent"]);
  });
});
