// The file that the phone saves: the documented columns, plain numbers, empty cells for nulls.
import { describe, expect, it } from "vitest";

import { COLUMNS, asCsv } from "./csv.js";

describe("the file", () => {
  it("has a header, a row a sample and no exponent", () => {
    const text = asCsv([[0.0001, 0.0000001, -2.5, 3, null, null, null, null, null, null]]);
    expect(text).toBe(`${COLUMNS.join(",")}\r\n0.0001,0,-2.5,3,,,,,,\r\n`);
  });
});
