// What is heard: voice, tones in its place, or nothing; captions always.
import { beforeEach, describe, expect, it } from "vitest";

import { Announcer } from "./announcer.js";
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
