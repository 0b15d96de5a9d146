// Looks straight and in a mirror: what is turned back, and what is drawn.
import { describe, expect, it } from "vitest";

import { BothWays, turnedBack } from "./both-ways.js";
import { aSeen, joints } from "./testing.js";

const LEFT_KNEE = 25;
const RIGHT_KNEE = 26;
const LEFT_EYE = 2;
const RIGHT_EYE = 5;

const spread = joints().map((joint, index) => ({
  ...joint,
  x: index / 40,
  visibility: index / 50,
  world_m: [index, 1, 2] as [number, number, number],
}));

describe("what was seen in a mirror", () => {
  it("is turned left for right, joint by joint", () => {
    const back = turnedBack(spread);
    expect(back[LEFT_KNEE]).toEqual({ ...spread[RIGHT_KNEE], x: 1 - 26 / 40, world_m: [-26, 1, 2] });
    expect(back[LEFT_EYE]?.visibility).toBe(spread[RIGHT_EYE]?.visibility);
    expect(back[0]?.x).toBe(1);
  });

  it("comes out as it was when turned back twice, and nobody stays nobody", () => {
    turnedBack(turnedBack(spread)).forEach((joint, index) => {
      expect(joint.x).toBeCloseTo(spread[index]?.x ?? NaN);
      expect(joint.visibility).toBe(spread[index]?.visibility);
    });
    expect(turnedBack([])).toEqual([]);
  });
});

describe("what is drawn", () => {
  it("lies between two looks of which one was in a mirror", () => {
    const drawn = new BothWays();
    drawn.joints(aSeen(0, { joints: joints(0.4, 0.5) }));
    const [nose] = drawn.joints(aSeen(60, { joints: joints(0.5, 0.5), by_mirror: true }));
    expect(nose?.x).toBeCloseTo(0.45);
  });

  it("is the look alone after a pause, or when both were straight", () => {
    const drawn = new BothWays();
    drawn.joints(aSeen(0, { joints: joints(0.4, 0.5) }));
    expect(drawn.joints(aSeen(60, { joints: joints(0.5, 0.5) }))[0]?.x).toBe(0.5);
    expect(drawn.joints(aSeen(900, { joints: joints(0.7, 0.5), by_mirror: true }))[0]?.x).toBe(0.7);
  });
});
