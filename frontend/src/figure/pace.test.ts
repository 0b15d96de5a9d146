import { describe, expect, it } from "vitest";

import { Pace } from "./pace.js";

describe("the pace", () => {
  it("leaves a quick machine alone", () => {
    const pace = new Pace();
    for (let k = 0; k < 50; k += 1) expect(pace.took(16)).toBe(false);
    expect(pace.rest_ms).toBe(0);
  });

  it("says once that a machine is slow, and rests from then on", () => {
    const pace = new Pace();
    const said = Array.from({ length: 20 }, () => pace.took(120)).filter(Boolean);
    expect(said).toHaveLength(1);
    expect(pace.rest_ms).toBeGreaterThan(0);
  });

  it("does not mind one late picture", () => {
    const pace = new Pace();
    for (let k = 0; k < 10; k += 1) pace.took(16);
    expect(pace.took(90)).toBe(false);
  });
});
