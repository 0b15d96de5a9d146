// Eye and session joined: what is looked for when, and when the session is told that a camera looks on.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Opened } from "../live/camera.js";
import { aSeen } from "../live/testing.js";
import type { PoseListener } from "../live/pose.js";
import { BLIND_MS } from "./eye.js";
import { Light } from "./light.js";
import { Lookout } from "./lookout.js";
import type { Screen } from "./protocol.js";
import { aLook, aMoment, aScreen } from "./testing.js";
import type { WatchListener } from "./watch-line.js";
import type { LookFor, SeenMoment } from "./watch-protocol.js";

let told: (boolean | string)[];
let asked: LookFor[];
let watcher: WatchListener;
let nets: PoseListener;
let opened: Opened;
let screen: Screen;
let lookout: Lookout;
let video: HTMLVideoElement;

function lookoutOf(): Lookout {
  return new Lookout(
    {
      cameras: { open: () => Promise.resolve(opened) },
      pose: (listener) => {
        nets = listener;
        return {
          load: () => Promise.resolve(),
          offer: () => Promise.resolve(),
          lookAfresh: () => undefined,
          close: () => undefined,
        };
      },
      line: (_, listener) => {
        watcher = listener;
        const lookFor = (one: LookFor): void => void asked.push(one);
        return { open: () => undefined, lookFor, send: () => undefined, close: () => undefined, hurry: () => undefined };
      },
      fetchTask: () => Promise.resolve(new Uint8Array()),
      wasm: "",
      rememberedCamera: () => null,
      light: new Light(() => 100),
      now_ms: () => Date.now(),
    },
    () => ({
      get screen() {
        return screen;
      },
      camera: (on: boolean) => void told.push(on),
      sight: ({ what }: SeenMoment) => void told.push(what),
    }),
    () => null,
    () => undefined,
  );
}

/** Somebody looks: a frame went out and an answer came. */
async function sees(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  (lookout.eye as unknown as { frame(video: HTMLVideoElement, time_ms: number): void }).frame(video, Date.now());
  nets.seen(aSeen(Date.now()));
  watcher.looks(aLook());
  watcher.looks(aLook());
}

function stands(changes: Partial<Screen>): void {
  screen = aScreen({ watchable: true, ...changes });
  lookout.follow();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  [told, asked] = [[], []];
  const track = Object.assign(new EventTarget(), { stop: () => undefined });
  const stream = Object.assign(new MediaStream(), { getTracks: () => [track], getVideoTracks: () => [track] }) as unknown as MediaStream;
  opened = { ok: true, camera: { stream, id: "1", name: "", width_px: 640, height_px: 480, fps: 30 } };
  video = { videoWidth: 640, videoHeight: 480 } as HTMLVideoElement;
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  screen = aScreen({ phase: "waiting", watchable: true });
  lookout = lookoutOf();
  lookout.follow();
});

afterEach(() => {
  lookout.end();
  vi.useRealTimers();
});

describe("what the session is told", () => {
  it("is nothing before somebody looks, then that a camera does, before what it sees", async () => {
    await lookout.choose(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([]);
    await sees();
    watcher.looks(aLook({ seen: [aMoment("in-position")] }));
    expect(told).toEqual([true, "in-position"]);
  });

  it("is told again when whoever looks began anew", async () => {
    await lookout.choose(true);
    await sees();
    watcher.anew();
    watcher.looks(aLook({ seen: [aMoment("in-position")] }));
    expect(told).toEqual([true, true, "in-position"]);
  });

  it("is told when nobody looks any more, and when somebody does again", async () => {
    await lookout.choose(true);
    await sees();
    await vi.advanceTimersByTimeAsync(BLIND_MS + 500);
    watcher.looks(aLook());
    watcher.looks(aLook());
    expect(told).toEqual([true, false, true]);
  });

  it("is told when the person switches the camera off", async () => {
    await lookout.choose(true);
    await sees();
    await lookout.choose(false);
    expect(told).toEqual([true, false]);
  });

  it("is not told of a camera that is off because the page is out of sight", async () => {
    await lookout.choose(true);
    await sees();
    lookout.hide();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([true]);
    expect(lookout.isOn).toBe(false);
    lookout.comeBack();
    await sees();
    expect(told).toEqual([true, true]);
  });

  it("is told after a reload that there is no camera, if it is no longer wanted", () => {
    lookout = lookoutOf();
    stands({ camera: true, phase: "hold" });
    expect(told).toEqual([false]);
  });

  it("waits after a reload until the person has tapped, if it is wanted", async () => {
    await lookout.choose(true);
    lookout.end();
    [told, asked] = [[], []];
    lookout = lookoutOf();
    expect(lookout.wanted).toBe(true);
    stands({ camera: true, phase: "hold" });
    expect(told).toEqual([]);
    opened = { ok: false, fault: "refused" };
    await lookout.ready();
    expect(told).toEqual([false]);
  });
});

describe("before the session begins", () => {
  it("waits for the camera until it looks", async () => {
    await lookout.choose(true);
    let begins = false;
    void lookout.settled().then(() => (begins = true));
    await vi.advanceTimersByTimeAsync(5000);
    expect(begins).toBe(false);
    await sees();
    await vi.advanceTimersByTimeAsync(200);
    expect(begins).toBe(true);
  });

  it("does not wait for a camera that is not wanted, was refused, or takes too long", async () => {
    await lookout.settled();
    await lookout.choose(true);
    let begins = false;
    void lookout.settled().then(() => (begins = true));
    await vi.advanceTimersByTimeAsync(21_000);
    expect(begins).toBe(true);
  });
});

describe("what is looked for", () => {
  it("is each exercise and side in turn, and the start pose anew whenever it is waited for", async () => {
    await lookout.choose(true);
    await sees();
    expect(asked).toHaveLength(1);
    stands({ phase: "intro" });
    expect(asked).toHaveLength(1);
    stands({ phase: "position", phase_started_s: 12 });
    stands({ phase: "position", phase_started_s: 12, waiting_for: "position" });
    expect(asked).toHaveLength(2);
    stands({ phase: "move", phase_started_s: 15 });
    stands({ phase: "hold", phase_started_s: 17 });
    expect(asked).toHaveLength(2);
    stands({ phase: "position", phase_started_s: 30 });
    expect(asked).toHaveLength(3);
    stands({ phase: "switch-sides", side: "right" });
    expect(asked.at(-1)).toEqual({ exercise_id: "clamshell", side: "right" });
    expect(asked).toHaveLength(4);
  });

  it("is nothing in an exercise that no camera counts", async () => {
    await lookout.choose(true);
    await sees();
    stands({ exercise_id: "supine-leg-roll", watchable: false });
    expect(asked).toHaveLength(1);
  });

  it("ends with the session", async () => {
    await lookout.choose(true);
    await sees();
    stands({ phase: "finished" });
    expect(lookout.isOn).toBe(false);
    expect(told).toEqual([true]);
  });
});

describe("what the person chose", () => {
  it("is remembered on this device", async () => {
    await lookout.choose(true);
    lookout.showPicture(false);
    const next = lookoutOf();
    expect([next.wanted, next.pictureShown]).toEqual([true, false]);
    await next.choose(false);
    expect(lookoutOf().wanted).toBe(false);
  });
});
