// The line: hello first, words are kept, frames are dropped, the same session is taken up again.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { KEPT_MS, Line } from "./line.js";
import { PACKET_BYTES } from "./packet.js";
import type { FromServer } from "./protocol.js";
import { FakeSocket } from "./testing.js";

let sockets: FakeSocket[];
let heard: FromServer[];
let told: string[];
let line: Line;

const said = { ticket: "t", width_px: 640, height_px: 480, camera: "c", fps: 30, user_agent: "u" };
const latest = (): FakeSocket => sockets.at(-1) as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  heard = [];
  told = [];
  const listener = {
    heard: (message: FromServer) => heard.push(message),
    lost: () => told.push("lost"),
    found: () => told.push("found"),
    gone: () => told.push("gone"),
    ended: () => told.push("ended"),
  };
  const open = (address: string): WebSocket => {
    sockets.push(new FakeSocket(address));
    return latest() as unknown as WebSocket;
  };
  line = new Line("/live/1", () => said, listener, open, () => Date.now());
  line.open();
});

afterEach(() => vi.useRealTimers());

describe("the line", () => {
  it("opens a socket at this host and says hello before anything else", () => {
    expect(latest().address).toMatch(/^wss?:\/\/[^/]+\/live\/1$/);
    line.say({ kind: "answer", answer: "pause", reason: "asked" });
    latest().opens();
    expect(latest().words.map(({ kind }) => kind)).toEqual(["hello", "answer"]);
    expect(latest().words[0]).toEqual({ kind: "hello", secret: null, ...said });
  });

  it("drops frames when too many wait, and while it is broken, and counts them", () => {
    latest().opens();
    const frame = (): void => line.send(new ArrayBuffer(PACKET_BYTES));
    frame();
    expect([latest().frames, line.dropped]).toEqual([[1], 0]);
    latest().bufferedAmount = 9 * PACKET_BYTES;
    frame();
    expect(line.dropped).toBe(1);
    latest().bufferedAmount = 0;
    frame();
    latest().breaks();
    frame();
    expect([latest().frames, line.dropped]).toEqual([[1], 3]);
  });

  it("keeps frames and words in their order", () => {
    latest().opens();
    const send = (): void => line.send(new ArrayBuffer(PACKET_BYTES));
    for (const answer of ["pause", "resume", "pinch", "stop"] as const) {
      for (let frame = 0; frame < 2; frame += 1) {
        vi.advanceTimersByTime(30);
        send();
      }
      line.say({ kind: "answer", answer, reason: null });
    }
    send();
    line.close();
    let frames = 0;
    const framesBefore: Record<string, number> = {};
    for (const message of latest().sent.slice(1)) {
      if (typeof message === "string") framesBefore[(JSON.parse(message) as { answer: string }).answer] = frames;
      else frames += message.byteLength / PACKET_BYTES;
    }
    expect(framesBefore).toEqual({ pause: 2, resume: 4, pinch: 6, stop: 8 });
    expect(frames).toBe(9);
  });

  it("says hello before any frame when it is open again", () => {
    latest().opens();
    line.send(new ArrayBuffer(PACKET_BYTES));
    vi.advanceTimersByTime(30);
    line.send(new ArrayBuffer(PACKET_BYTES));
    latest().breaks();
    vi.advanceTimersByTime(300);
    latest().opens();
    expect(latest().sent).toHaveLength(1);
    expect(latest().words[0]).toMatchObject({ kind: "hello" });
  });

  it("takes the session up again with ticket and secret, and loses no word", () => {
    latest().opens();
    latest().hears({ kind: "welcome", secret: "s", next_number: 0 });
    latest().breaks();
    line.say({ kind: "answer", answer: "pinch", reason: null });
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(2);
    latest().opens();
    expect(latest().words[0]).toMatchObject({ kind: "hello", ticket: "t", secret: "s" });
    expect(latest().words[1]).toMatchObject({ answer: "pinch" });
    expect(told).toEqual(["lost", "found"]);
  });

  it("gives up once the server no longer keeps the session", () => {
    latest().opens();
    const from_ms = Date.now();
    while (!told.includes("gone")) {
      latest().breaks();
      vi.advanceTimersByTime(2000);
      expect(Date.now() - from_ms).toBeLessThan(KEPT_MS + 5000);
    }
    expect(told).toEqual(["lost", "gone"]);
    const tried = sockets.length;
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(tried);
  });

  it.each([1000, 1008, 1009])("does not come back after a close on purpose (%i)", (code) => {
    latest().opens();
    latest().breaks(code);
    vi.advanceTimersByTime(10_000);
    expect([sockets.length, told]).toEqual([1, ["ended"]]);
  });

  it.each(["done", "fault"])("is over after %s", (kind) => {
    latest().opens();
    latest().hears({ kind, job: "1", id: "x", message: "m" });
    latest().breaks();
    vi.advanceTimersByTime(10_000);
    expect([sockets.length, told, heard.length]).toEqual([1, [], 1]);
  });
});
