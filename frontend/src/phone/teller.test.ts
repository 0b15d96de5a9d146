// Who says a step: this phone, or the laptop that has answered for it.
import { beforeEach, describe, expect, it } from "vitest";

import { Teller } from "./teller.js";
import { STEPS } from "./testing.js";
import type { Step } from "./protocol.js";

const [SIT, STILL] = STEPS as [Step, Step];
let told: [string | null, boolean][];
let teller: Teller;

beforeEach(() => {
  told = [];
  teller = new Teller((step, aloud) => told.push([step.say, aloud]));
});

describe("the phone", () => {
  it("speaks as long as nobody else does", () => {
    teller.begin(SIT, 0);
    expect(told).toEqual([["Sit down.", true]]);
    expect(teller.here).toBe(true);
  });

  it("only shows what the laptop answers for", () => {
    teller.answered("laptop", true);
    teller.begin(SIT, 0);
    teller.answered("laptop", true);
    teller.tick(5);
    expect(told).toEqual([["Sit down.", false]]);
    expect(teller.here).toBe(false);
  });

  it("says at once what the laptop does not take", () => {
    teller.answered("laptop", true);
    teller.begin(SIT, 0);
    teller.answered("phone", true);
    expect(told).toEqual([["Sit down.", false], ["Sit down.", true]]);
    teller.begin(STILL, 2);
    expect(told.at(-1)).toEqual(["Keep still.", true]);
  });

  it("takes over when no answer comes in time, once, and gives back when one does", () => {
    teller.answered("laptop", true);
    teller.begin(SIT, 0);
    teller.tick(1);
    expect(told).toHaveLength(1);
    teller.tick(1.3);
    teller.tick(1.4);
    expect(told.slice(1)).toEqual([["Sit down.", true]]);
    teller.answered("laptop", true);
    expect(told).toHaveLength(2);
    teller.begin(STILL, 2);
    expect(told.at(-1)).toEqual(["Keep still.", false]);
  });

  it("does not take an answer to the step before for one to this", () => {
    teller.answered("laptop", true);
    teller.begin(SIT, 0);
    teller.answered("laptop", false);
    teller.tick(1.3);
    expect(told.at(-1)).toEqual(["Sit down.", true]);
  });

  it("says nothing more once the leg is over", () => {
    teller.answered("laptop", true);
    teller.begin(SIT, 0);
    teller.end();
    teller.lost();
    expect(told).toHaveLength(1);
  });
});
