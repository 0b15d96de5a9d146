// The worker's page side: the newest frame, never two waiting; a graphics card that hangs is left out.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { PATIENCE_MS, Pose } from "./pose.js";
import type { Seen } from "./pose-protocol.js";
import { FakePicture, FakeWorker, aSeen } from "./testing.js";

let workers: FakeWorker[];
let pictures: FakePicture[];
let seen: Seen[];
let failures: string[];
let pose: Pose;

const video = {} as HTMLVideoElement;
const latest = (): FakeWorker => workers.at(-1) as FakeWorker;
const times = (): number[] =>
  workers.flatMap((worker) => worker.asked.flatMap((one) => (one.kind === "look" ? [one.time_ms] : [])));

beforeEach(async () => {
  vi.useFakeTimers();
  [workers, pictures, seen, failures] = [[], [], [], []];
  const newWorker = (): Worker => {
    workers.push(new FakeWorker());
    return latest() as unknown as Worker;
  };
  const grab = async (): Promise<ImageBitmap> => {
    pictures.push(new FakePicture());
    return pictures.at(-1) as unknown as ImageBitmap;
  };
  const listener = { seen: (one: Seen) => seen.push(one), failed: (why: string) => failures.push(why) };
  pose = new Pose(listener, newWorker, grab);
  void pose.load(new Uint8Array(4), "/wasm");
});

afterEach(() => vi.useRealTimers());

describe("frames", () => {
  beforeEach(() => latest().says({ kind: "loaded" }));

  it("are looked at one at a time, the newest next", async () => {
    for (const time_ms of [10, 20, 30]) await pose.offer(video, time_ms, time_ms === 20);
    expect(times()).toEqual([10]);
    expect(pictures.map((picture) => picture.closed)).toEqual([false, true, false]);
    latest().says(aSeen(10));
    expect(times()).toEqual([10, 30]);
    expect(pose.passedOver).toBe(1);
    expect(seen).toHaveLength(1);
  });

  it("hand on that people are to be counted", async () => {
    for (const time_ms of [10, 20, 30]) await pose.offer(video, time_ms, time_ms === 20);
    latest().says(aSeen(10));
    expect(latest().asked.at(-1)).toMatchObject({ time_ms: 30, count: true });
  });

  it("are looked at anew once, when that was asked for", async () => {
    pose.lookAfresh();
    await pose.offer(video, 10, false);
    latest().says(aSeen(10));
    await pose.offer(video, 20, false);
    const looks = latest().asked.filter((one) => one.kind === "look");
    expect(looks.map((one) => one.afresh)).toEqual([true, false]);
  });

  it("of a time that was seen already, or earlier, are left out", async () => {
    await pose.offer(video, 10, false);
    latest().says(aSeen(10));
    await pose.offer(video, 10, false);
    await pose.offer(video, 5, false);
    expect(times()).toEqual([10]);
  });
});

describe("a graphics card", () => {
  it("that does not answer is done without", async () => {
    latest().says({ kind: "loaded" });
    await pose.offer(video, 10, false);
    vi.advanceTimersByTime(PATIENCE_MS + 1);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    expect(latest().asked[0]).toMatchObject({ kind: "load", delegates: ["CPU"] });
    expect(failures).toEqual([]);
  });

  it("that fails on trial is done without, but no second failure is borne", () => {
    latest().says({ kind: "failed", why: "gpu" });
    expect(latest().asked[0]).toMatchObject({ delegates: ["CPU"] });
    latest().says({ kind: "failed", why: "cpu" });
    expect([workers.length, failures]).toEqual([2, ["cpu"]]);
  });

  it("or whatever was chosen, failing in the middle of a test, is told", async () => {
    latest().says({ kind: "loaded" });
    await pose.offer(video, 10, false);
    latest().says(aSeen(10, { settled: true }));
    latest().says({ kind: "failed", why: "lost" });
    expect(failures).toEqual(["lost"]);
    expect(latest().terminated).toBe(true);
  });
});
