// The small parts: trial, counting, rates, frames' times, download, feed, keys.
import { describe, expect, it, vi } from "vitest";

import type { OpenCamera } from "./camera.js";
import { download } from "./download.js";
import { Feed } from "./feed.js";
import { timeOf } from "./frames.js";
import { liveCommandOf } from "./keys.js";
import { PeopleSchedule } from "./people.js";
import { Rates } from "./rates.js";
import { Trial } from "./trial.js";
import type { Looker } from "./trial.js";

const picture = {} as ImageBitmap;

describe("the trial of delegates", () => {
  let now_ms = 0;
  const looker = (takes_ms: number, found = 1, works = true): Looker<number> & { closed: boolean } => ({
    closed: false,
    look: () => {
      if (!works) throw new Error("no");
      now_ms += takes_ms;
      return found;
    },
    found: (result) => result,
    close() {
      this.closed = true;
    },
  });
  const tried = (...lookers: ReturnType<typeof looker>[]) => {
    const trial = new Trial<number, Looker<number>>(lookers, () => now_ms);
    for (let frame = 0; frame < 8; frame += 1) trial.look(picture, frame);
    return trial;
  };

  it("keeps the faster one and closes the other", () => {
    const [cpu, gpu] = [looker(30), looker(10)];
    const trial = tried(cpu, gpu);
    expect([trial.settled, trial.chosen]).toEqual([true, gpu]);
    expect([cpu.closed, gpu.closed]).toEqual([true, false]);
  });

  it("keeps the first when the other is slower, sees something else, or fails", () => {
    for (const other of [looker(40), looker(1, 0), looker(1, 1, false)]) {
      const cpu = looker(30);
      expect(tried(cpu, other).chosen).toBe(cpu);
      expect(other.closed).toBe(true);
    }
  });

  it("has nothing to settle with one", () => {
    const only = looker(30);
    const trial = new Trial<number, Looker<number>>([only]);
    expect([trial.settled, trial.look(picture, 0).result]).toEqual([true, 1]);
  });
});

describe("counting people", () => {
  it("is due every second at first, every two once settled", () => {
    const dues = (settled: boolean): number => {
      const schedule = new PeopleSchedule();
      return Array.from({ length: 300 }, (_, frame) => schedule.due(frame * 33, settled)).filter(Boolean)
        .length;
    };
    expect([dues(false), dues(true)]).toEqual([10, 5]);
  });
});

describe("rates", () => {
  it("are those of the last seconds", () => {
    const rates = new Rates();
    expect([rates.fps, rates.frame_ms]).toEqual([0, 0]);
    for (let at_ms = 0; at_ms < 5000; at_ms += 100) rates.add(at_ms, 80);
    for (let at_ms = 5000; at_ms <= 9000; at_ms += 50) rates.add(at_ms, 20);
    expect(rates.fps).toBeCloseTo(20, 5);
    expect(rates.frame_ms).toBe(20);
  });
});

describe("a frame's time", () => {
  it("is the camera's where it is told, else when it was shown", () => {
    expect(timeOf(20, { captureTime: 12 })).toBe(12);
    expect(timeOf(20, {})).toBe(20);
  });
});

describe("download", () => {
  it("gives the files and how far they are, by bytes", async () => {
    const shares: number[] = [];
    const ask = async (address: unknown) =>
      new Response(new Uint8Array(address === "a" ? [1, 2, 3] : [4]), {
        headers: { "Content-Length": address === "a" ? "3" : "1" },
      });
    const files = await download(["a", "b"], (share) => shares.push(share), ask as typeof fetch);
    expect(files.map((file) => [...file])).toEqual([[1, 2, 3], [4]]);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort()).toEqual(shares);
  });

  it("throws when one is not there", async () => {
    const ask = async () => new Response("", { status: 404 });
    await expect(download(["a"], () => undefined, ask as typeof fetch)).rejects.toThrow("404");
  });
});

describe("the feed", () => {
  const camera = { stream: {} } as OpenCamera;
  const element = () =>
    ({ srcObject: null, play: vi.fn(async () => undefined) }) as unknown as HTMLVideoElement;

  it("joins camera and picture whichever comes first, and moves on with the page", () => {
    const stopped: HTMLVideoElement[] = [];
    const called: HTMLVideoElement[] = [];
    const feed = new Feed((video, seen) => {
      seen(1);
      return () => stopped.push(video);
    });
    const [first, second] = [element(), element()];
    const stop = feed.show(camera, (video) => called.push(video));
    expect(called).toEqual([]);
    feed.into(first);
    feed.into(second);
    expect(called).toEqual([first, second]);
    expect([first.srcObject, second.srcObject]).toEqual([null, camera.stream]);
    stop();
    expect(stopped).toEqual([first, second]);
    expect(second.srcObject).toBeNull();
  });
});

describe("keys", () => {
  it("are those that the page tells of", () => {
    const asked = [" ", "r", "S", "p", "m", "x"].map((key) =>
      liveCommandOf(Object.assign(new KeyboardEvent("keydown", { key }), { composedPath: () => [document.body] })),
    );
    expect(asked).toEqual(["toggle", "repeat", "skip", "pinch", "sound", undefined]);
  });
});
