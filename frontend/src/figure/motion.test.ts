import { describe, expect, it } from "vitest";

import { later, phaseAt, poseAt } from "./motion.js";
import type { BonePlace, Motion } from "./motion.js";

const HALF = Math.SQRT1_2;
const still: BonePlace = [0, 1, 0, 0, 0, 0, 1];
const quarter: BonePlace = [1, 1, 0, 0, HALF, 0, HALF];

function motion(): Motion {
  const view = { position: [0, 0, 3], target: [0, 0, 0], fov_deg: 30 } as const;
  return {
    exercise: "none",
    side: "left",
    duration_s: 36,
    bones: ["Hips"],
    samples: [
      { at_s: 0, bones: [still] },
      { at_s: 2, bones: [quarter] },
      { at_s: 32, bones: [quarter] },
      { at_s: 36, bones: [still] },
    ],
    phases: [
      { id: "end", kind: "move", from_s: 0, to_s: 2 },
      { id: "end", kind: "hold", from_s: 2, to_s: 32 },
      { id: "start", kind: "move", from_s: 32, to_s: 36 },
    ],
    props: [],
    camera: view,
    views: { front: view, side: view, above: view },
  };
}

describe("a motion", () => {
  it("is half way between two samples at half the time, its turn of unit length", () => {
    const pose = poseAt(motion(), 1);
    expect(pose[0]).toBeCloseTo(0.5);
    expect(Math.hypot(...pose.slice(3))).toBeCloseTo(1);
    // Half of a quarter turn about y: 22.5 degrees as half angle.
    expect(pose[4]).toBeCloseTo(Math.sin(Math.PI / 8), 2);
  });

  it("takes the shorter way where a sample holds the quaternion's negative", () => {
    const turned = motion();
    turned.samples[1]!.bones[0] = [1, 1, 0, -0, -HALF, -0, -HALF];
    expect(poseAt(turned, 1)[4]).toBeCloseTo(Math.sin(Math.PI / 8), 2);
  });

  it("stays at its last sample beyond the end", () => {
    expect([...poseAt(motion(), 99)]).toEqual([...still]);
  });

  it("knows its phase, and goes round", () => {
    expect(phaseAt(motion(), 1)).toMatchObject({ id: "end", kind: "move" });
    expect(phaseAt(motion(), 20)).toMatchObject({ kind: "hold" });
    expect(later(motion(), 35.5, 1, false)).toBeCloseTo(0.5);
  });

  it("passes over all but the last seconds of a hold only when asked", () => {
    expect(later(motion(), 1.9, 0.2, false)).toBeCloseTo(2.1);
    expect(later(motion(), 1.9, 0.2, true)).toBeCloseTo(29);
    expect(later(motion(), 29, 0.2, true)).toBeCloseTo(29.2);
  });
});
