// The frame on the wire, byte by byte, against bytes that Python wrote (tests/capture/live_frame.json).
import { describe, expect, it } from "vitest";

import fixture from "../../../tests/capture/live_frame.json";
import { PACKET_BYTES, pack } from "./packet.js";
import type { Joint } from "./packet.js";

const bytesOf = (packet: ArrayBuffer): string =>
  [...new Uint8Array(packet)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

describe("a frame", () => {
  it("is what Python writes for the same numbers", () => {
    const frame = { ...fixture.frame, joints: fixture.frame.joints as Joint[] };
    expect(bytesOf(pack(frame, fixture.width_px, fixture.height_px))).toBe(fixture.packet);
  });

  it("without anybody holds its number and time, and a score of nothing", () => {
    const packet = pack({ number: 7, time_s: 1.5, people: 0, joints: [], by_mirror: false }, 640, 480);
    expect(packet.byteLength).toBe(PACKET_BYTES);
    const view = new DataView(packet);
    expect([view.getUint32(0, true), view.getFloat64(8, true)]).toEqual([7, 1.5]);
    expect(bytesOf(packet.slice(16))).toMatch(/^0+$/);
  });
});
