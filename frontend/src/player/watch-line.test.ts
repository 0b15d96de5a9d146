// The watch line: hello and what to look for first, old answers are nobody's, it comes back by itself.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { PACKET_BYTES } from "../live/packet.js";
import { FakeSocket } from "../live/testing.js";
import type { Fault } from "./protocol.js";
import { aLook } from "./testing.js";
import { WatchLine } from "./watch-line.js";
import type { Looks } from "./watch-protocol.js";

let sockets: FakeSocket[];
let heard: Looks[];
let faults: Fault[];
let anew: number;
let line: WatchLine;

const size = { width_px: 640, height_px: 480 };
const latest = (): FakeSocket => sockets.at(-1) as FakeSocket;
const packet = (): ArrayBuffer => new ArrayBuffer(PACKET_BYTES);

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, heard, faults] = [[], [], []];
  const open = (address: string): WebSocket => {
    sockets.push(new FakeSocket(address));
    return latest() as unknown as WebSocket;
  };
  anew = 0;
  const listener = {
    looks: (looks: Looks) => heard.push(looks),
    anew: () => (anew += 1),
    refused: (fault: Fault) => faults.push(fault),
  };
  line = new WatchLine("/coach/1", "ticket", size, listener, open, () => Date.now());
  line.open();
  line.lookFor({ exercise_id: "clamshell", side: "left" });
});

afterEach(() => vi.useRealTimers());

describe("the watch line", () => {
  it("says hello, then what to look for", () => {
    latest().opens();
    expect(latest().address).toMatch(/^ws:.*\/coach\/1$/);
    expect(latest().words).toEqual([
      { kind: "hello", ticket: "ticket", ...size },
      { kind: "exercise", exercise_id: "clamshell", side: "left", turn: 1 },
    ]);
  });

  it("sends frames only while somebody looks at them", () => {
    latest().opens();
    line.send(packet());
    vi.advanceTimersByTime(1000);
    expect(latest().frames).toEqual([]);
    latest().hears({ kind: "watching", turn: 1 });
    line.send(packet());
    vi.advanceTimersByTime(1000);
    expect(latest().frames).toEqual([1]);
    line.lookFor({ exercise_id: "clamshell", side: "right" });
    line.send(packet());
    vi.advanceTimersByTime(1000);
    expect(latest().frames).toEqual([1]);
  });

  it("drops frames that the line is too slow for", () => {
    latest().opens();
    latest().hears({ kind: "watching", turn: 1 });
    latest().bufferedAmount = 9 * PACKET_BYTES;
    line.send(packet());
    vi.advanceTimersByTime(1000);
    expect(latest().frames).toEqual([]);
  });

  it("does not tell what was seen of the exercise before", () => {
    latest().opens();
    line.lookFor({ exercise_id: "clamshell", side: "right" });
    latest().hears(aLook({ turn: 1 }));
    latest().hears(aLook({ turn: 2, number: 8 }));
    expect(heard.map((looks) => looks.number)).toEqual([8]);
  });

  it("comes back by itself and asks again for the same", () => {
    latest().opens();
    latest().breaks();
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(2);
    latest().breaks();
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(2);
    line.hurry();
    latest().opens();
    expect(latest().words.map((one) => one.kind)).toEqual(["hello", "exercise"]);
    expect(anew).toBe(1);
    expect(faults).toEqual([]);
  });

  it("stays closed when the server says why", () => {
    latest().opens();
    latest().hears({ kind: "fault", id: "watch_ticket_unknown", message: "Load the page again." });
    latest().breaks(1008);
    vi.advanceTimersByTime(10_000);
    expect(faults).toEqual([{ id: "watch_ticket_unknown", message: "Load the page again." }]);
    expect(sockets).toHaveLength(1);
  });
});
