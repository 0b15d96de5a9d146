// Long texts are spoken in pieces, and nothing of them is left out.
import { describe, expect, it } from "vitest";

import { pieces } from "./utterances.js";

const LONG =
  "Sit at the front of the chair with both feet flat, hands at your sides. Let the left knee stay " +
  "where it is while the foot goes outward, as far as it goes by itself. Both sit bones stay down; " +
  "if one of them lifts, you have gone too far, and a little less is just right. Breathe out.";

describe("pieces of a text", () => {
  it("leave a short text whole", () => {
    expect(pieces("Hold. 30 seconds.", 1)).toEqual(["Hold. 30 seconds."]);
    expect(pieces("", 1)).toEqual([]);
  });

  it.each([0.8, 1, 1.4])("take less than ten seconds each at rate %d, in order, with every word", (rate) => {
    const found = pieces(LONG, rate);
    expect(found.join(" ")).toBe(LONG);
    expect(found.length).toBeGreaterThan(1);
    for (const piece of found) expect(piece.length / 14 / rate).toBeLessThanOrEqual(10);
  });

  it("end with a sentence where that is possible", () => {
    for (const piece of pieces(LONG, 1)) expect(piece).toMatch(/[.;]$/);
  });

  it("cut a sentence without a stop at its commas, else between words", () => {
    const endless = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    expect(pieces(endless, 1).join(" ")).toBe(endless);
    expect(Math.max(...pieces(endless, 1).map((piece) => piece.length))).toBeLessThanOrEqual(140);
  });
});
