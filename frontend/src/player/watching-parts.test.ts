// The small parts of the player with the camera: what is missing, when it is said, the bar, the count.
import { describe, expect, it } from "vitest";

import type { CameraWords } from "./camera-words.js";
import { counted } from "./count.js";
import { Hints } from "./hints.js";
import { BAR_TO, place } from "./range-bar.js";
import { missing } from "./sight-words.js";
import type { Looking } from "./sight-words.js";
import { aGlimpse, aScreen } from "./testing.js";

/** Every word is its own name. */
const words = {
  asking: "asking",
  loading: "{percent} %",
  coming: "coming",
  blind: "blind",
  faults: { refused: "refused", "turned-down": "" },
  setUp: {
    nobody: "nobody",
    "cut-off": "cut-off",
    "too-small": "too-small",
    pose: "pose",
    still: "still",
    dark: "dark",
    waiting: "waiting",
    ready: "ready",
  },
} as unknown as CameraWords;

function looking(changes: Partial<Looking> = {}): Looking {
  const eye: Looking = {
    stage: "open",
    sight: "seeing",
    fault: undefined,
    said: "",
    progress: 0,
    glimpse: aGlimpse({ share: null, set_up: "pose" }),
    dark: false,
    ready: false,
  };
  return { ...eye, ...changes };
}

describe("what is missing", () => {
  it("is one thing at a time, from the camera to the pose", () => {
    const sentence = (changes: Partial<Looking>): string => missing(words, looking(changes));
    expect(sentence({ stage: "fault", sight: "none", fault: "refused" })).toBe("refused");
    expect(sentence({ stage: "fault", sight: "none", fault: "turned-down", said: "because" })).toBe("because");
    expect(sentence({ stage: "asking", sight: "coming" })).toBe("asking");
    expect(sentence({ stage: "loading", sight: "coming", progress: 0.404 })).toBe("40 %");
    expect(sentence({ sight: "coming" })).toBe("coming");
    expect(sentence({ sight: "blind" })).toBe("blind");
    expect(sentence({ glimpse: undefined })).toBe("waiting");
    expect(sentence({})).toBe("pose");
    expect(sentence({ dark: true })).toBe("dark");
    expect(sentence({ dark: true, glimpse: aGlimpse({ set_up: "still" }) })).toBe("still");
    expect(sentence({ glimpse: aGlimpse({ in_position: true }) })).toBe("ready");
  });
});

describe("what is said aloud", () => {
  const nobody = looking({ glimpse: aGlimpse({ share: null, set_up: "nobody" }) });

  it("has lasted, and is not said again too soon", () => {
    const hints = new Hints(words);
    expect(hints.due(nobody, 0)).toBeUndefined();
    expect(hints.due(nobody, 2400)).toBeUndefined();
    expect(hints.due(nobody, 2600)).toBe("nobody");
    expect(hints.due(nobody, 9000)).toBeUndefined();
    expect(hints.due(nobody, 15_000)).toBe("nobody");
  });

  it("begins anew when something else is missing", () => {
    const hints = new Hints(words);
    hints.due(nobody, 0);
    expect(hints.due(looking({ glimpse: aGlimpse({ set_up: "cut-off" }) }), 2600)).toBeUndefined();
  });

  it("is left to the coach where it is about how to lie or sit, and to nobody while nobody looks", () => {
    const hints = new Hints(words);
    for (const eye of [looking(), looking({ sight: "coming" }), looking({ glimpse: undefined })]) {
      hints.due(eye, 0);
      expect(hints.due(eye, 60_000)).toBeUndefined();
    }
  });
});

describe("the bar", () => {
  it("has room beyond the end, and stops at both ends", () => {
    expect(place(0)).toBe(0);
    expect(place(1)).toBeCloseTo(1 / BAR_TO, 3);
    expect([place(-0.3), place(7)]).toEqual([0, 1]);
  });
});

describe("the count while something is waited for", () => {
  it("shows what is left of the hold, standing still", () => {
    const hold = aScreen({ phase_ends_s: null, hold_left_s: 12.2, count: "seconds" });
    expect(counted(hold, 99).number).toBe(13);
    expect(counted({ ...hold, hold_left_s: null }, 99).number).toBeNull();
  });

  it("shows the repetition that is waited for", () => {
    expect(counted(aScreen({ phase: "move", phase_ends_s: null, count: "reps", rep: 3 }), 99).number).toBe(3);
  });
});
