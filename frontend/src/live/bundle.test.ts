// Bundles of frames: all of them, once, in their order, and none waits longer than it may.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Bundle, MOST_WAIT_MS } from "./bundle.js";
import { MOST_FRAMES, PACKET_BYTES, pack } from "./packet.js";

interface Sent {
  numbers: number[];
  frames: number;
  at_ms: number;
}

let sent: Sent[];
let came_ms: number[];
let bundle: Bundle;

function numbersIn(message: ArrayBuffer): number[] {
  const view = new DataView(message);
  const count = message.byteLength / PACKET_BYTES;
  return Array.from({ length: count }, (_, index) => view.getUint32(index * PACKET_BYTES, true));
}

function comes(): void {
  const frame = { number: came_ms.length, time_s: 0, people: 1, joints: [], by_mirror: false };
  came_ms.push(Date.now());
  bundle.add(pack(frame, 640, 480));
}

function come(count: number, every_ms: (frame: number) => number): void {
  for (let frame = 0; frame < count; frame += 1) {
    comes();
    vi.advanceTimersByTime(every_ms(frame));
  }
}

const sizes = (): number[] => sent.map(({ frames }) => frames);
const longestWait = (): number =>
  Math.max(...sent.flatMap(({ numbers, at_ms }) => numbers.map((number) => at_ms - (came_ms[number] ?? NaN))));

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  came_ms = [];
  bundle = new Bundle(
    (message, frames) => sent.push({ numbers: numbersIn(message), frames, at_ms: Date.now() }),
    () => Date.now(),
  );
});

afterEach(() => vi.useRealTimers());

describe("frames at a steady pace", () => {
  it.each([
    [30, 4],
    [25, 4],
    [15, 2],
    [10, 2],
    [7, 1],
    [60, 8],
  ])("at %i a second go %i at a time, the last one without waiting", (fps, together) => {
    come(8 * together + 1, (frame) => Math.round((1000 * (frame + 1)) / fps) - Math.round((1000 * frame) / fps));
    bundle.flush();
    // The very first goes alone: how soon the next one comes is not known yet.
    expect(sizes()).toEqual([1, ...Array<number>(8).fill(together)]);
    for (const { numbers, at_ms } of sent) expect(at_ms).toBe(came_ms[numbers.at(-1) ?? NaN]);
  });
});

describe("whatever the pace", () => {
  it("all come through once and in order, and none waits too long", () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    come(2000, () => Math.round(random() < 0.05 ? 400 * random() : 60 * random()));
    vi.advanceTimersByTime(MOST_WAIT_MS);
    expect(sent.flatMap(({ numbers }) => numbers)).toEqual(came_ms.map((_, number) => number));
    expect(longestWait()).toBeLessThanOrEqual(MOST_WAIT_MS);
    expect(Math.max(...sizes())).toBeLessThanOrEqual(MOST_FRAMES);
    expect(sent.length).toBeLessThan(came_ms.length / 2);
  });

  it("a message never holds more than the server takes", () => {
    come(5 * MOST_FRAMES, () => 0);
    bundle.flush();
    expect(Math.max(...sizes())).toBe(MOST_FRAMES);
  });

  it("a camera that stops leaves nothing behind", () => {
    come(3, () => 30);
    expect(sizes()).toEqual([1]);
    vi.advanceTimersByTime(MOST_WAIT_MS);
    expect(sizes()).toEqual([1, 2]);
    bundle.flush();
    vi.advanceTimersByTime(10 * MOST_WAIT_MS);
    expect(sizes()).toEqual([1, 2]);
  });
});
