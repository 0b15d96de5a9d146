// The eye: from a camera's frames to moments with the time they were taken at, and when it sees nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Opened } from "../live/camera.js";
import { PACKET_BYTES } from "../live/packet.js";
import type { PoseListener } from "../live/pose.js";
import { aSeen } from "../live/testing.js";
import { BLIND_MS, Eye } from "./eye.js";
import type { EyeParts } from "./eye.js";
import { DARK_BELOW, FINE_FROM, Light, mean } from "./light.js";
import { aLook, aMoment } from "./testing.js";
import type { WatchListener } from "./watch-line.js";
import type { LookFor, PictureSize, SeenMoment } from "./watch-protocol.js";

class FakeTrack extends EventTarget {
  stopped = false;
  stop(): void {
    this.stopped = true;
  }
}

class FakeLine {
  asked: LookFor[] = [];
  packets: ArrayBuffer[] = [];
  closed = false;
  constructor(
    readonly size: PictureSize,
    readonly listener: WatchListener,
  ) {}
  open(): void {}
  hurry(): void {}
  lookFor(asked: LookFor): void {
    this.asked.push(asked);
  }
  send(packet: ArrayBuffer): void {
    this.packets.push(packet);
  }
  close(): void {
    this.closed = true;
  }
}

const CLAM: LookFor = { exercise_id: "clamshell", side: "left" };

let track: FakeTrack;
let opened: Opened;
let lines: FakeLine[];
let nets: PoseListener;
let offered: number[];
let afresh: number;
let moments: { moment: SeenMoment; captured_ms: number }[];
let frame: (video: HTMLVideoElement, time_ms: number) => void;
let eye: Eye;
let video: HTMLVideoElement;
let fetches: boolean;

const line = (): FakeLine => lines.at(-1) as FakeLine;

beforeEach(() => {
  vi.useFakeTimers();
  [lines, offered, moments, afresh] = [[], [], [], 0];
  fetches = true;
  track = new FakeTrack();
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  opened = { ok: true, camera: { stream, id: "1", name: "", width_px: 640, height_px: 480, fps: 30 } };
  video = { videoWidth: 640, videoHeight: 480 } as HTMLVideoElement;
  const parts: EyeParts = {
    cameras: { open: () => Promise.resolve(opened) },
    pose: (listener) => {
      nets = listener;
      return {
        load: () => Promise.resolve(),
        offer: (_, time_ms) => Promise.resolve(void offered.push(time_ms)),
        lookAfresh: () => (afresh += 1),
        close: () => undefined,
      };
    },
    line: (size, listener) => {
      lines.push(new FakeLine(size, listener));
      return line();
    },
    fetchTask: () => (fetches ? Promise.resolve(new Uint8Array()) : Promise.reject(new Error("away"))),
    wasm: "",
    rememberedCamera: () => null,
    show: (_, called) => {
      frame = called;
      return () => (frame = () => undefined);
    },
    light: new Light(() => 100),
    now_ms: () => Date.now(),
  };
  eye = new Eye(parts, {
    changed: () => undefined,
    moment: (moment, captured_ms) => moments.push({ moment, captured_ms }),
    drawn: () => undefined,
  });
});

afterEach(() => {
  eye.end();
  vi.useRealTimers();
});

/** Somebody looks steadily. */
function answers(): void {
  line().listener.looks(aLook({ number: 0 }));
  line().listener.looks(aLook({ number: 0 }));
}

/** As far as a camera, nets and a first frame. */
async function opens(): Promise<void> {
  eye.lookFor(CLAM);
  await eye.open();
  await vi.advanceTimersByTimeAsync(0);
  frame(video, 1000);
  nets.seen(aSeen(1000));
}

describe("the eye", () => {
  it("asks for what is to be seen once there is a picture, and sends landmarks alone", async () => {
    await opens();
    expect(eye.sight).toBe("coming");
    expect(line().size).toEqual({ width_px: 640, height_px: 480 });
    expect(line().asked).toEqual([CLAM]);
    expect(line().packets.map((packet) => packet.byteLength)).toEqual([PACKET_BYTES]);
  });

  it("takes 15 frames a second of a camera that gives 30", async () => {
    await opens();
    for (let number = 1; number <= 30; number += 1) frame(video, 1000 + (number * 1000) / 30);
    expect(offered).toHaveLength(16);
  });

  it("gives each moment the time at which the camera took it", async () => {
    await opens();
    line().listener.looks(aLook({ number: 0, seen: [aMoment("at-end", { ago_s: 0.2 })] }));
    expect(moments.map((one) => one.captured_ms)).toEqual([800]);
  });

  it("lets the nets look anew when whoever watches asks for it", async () => {
    await opens();
    line().listener.looks(aLook({ number: 0 }));
    expect(afresh).toBe(0);
    line().listener.looks(aLook({ number: 1, afresh: true }));
    expect(afresh).toBe(1);
  });

  it("is blind when no answer comes, and sees again by itself", async () => {
    await opens();
    answers();
    await vi.advanceTimersByTimeAsync(BLIND_MS - 300);
    expect(eye.sight).toBe("seeing");
    await vi.advanceTimersByTimeAsync(700);
    expect(eye.sight).toBe("blind");
    expect(eye.glimpse).toBeUndefined();
    line().listener.looks(aLook({ number: 1 }));
    expect(eye.sight).toBe("blind");
    line().listener.looks(aLook({ number: 2 }));
    expect(eye.sight).toBe("seeing");
  });

  it("does not see where it looks only now and then", async () => {
    await opens();
    for (let number = 0; number < 10; number += 1) {
      line().listener.looks(aLook({ number }));
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(eye.sight).toBe("blind");
  });

  it("is patient while the next figure is posed", async () => {
    await opens();
    answers();
    eye.lookFor({ ...CLAM, side: "right" });
    await vi.advanceTimersByTimeAsync(BLIND_MS + 500);
    expect(eye.sight).toBe("seeing");
  });

  it("waits for something to look for, however long that takes", async () => {
    await eye.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([eye.sight, eye.ready]).toEqual(["coming", true]);
  });

  it("opens a new line when the picture has another size", async () => {
    await opens();
    frame({ videoWidth: 480, videoHeight: 640 } as HTMLVideoElement, 1100);
    expect(lines.map((one) => one.closed)).toEqual([true, false]);
    expect(line().size).toEqual({ width_px: 480, height_px: 640 });
    expect(line().asked).toEqual([CLAM]);
    expect(eye.epoch).toBe(2);
    line().listener.anew();
    expect(eye.epoch).toBe(3);
  });

  it("tells when the person says no, and can be asked again", async () => {
    const camera = opened;
    opened = { ok: false, fault: "refused" };
    await eye.open();
    expect([eye.sight, eye.fault]).toEqual(["none", "refused"]);
    opened = camera;
    await opens();
    expect([eye.sight, eye.fault]).toEqual(["coming", undefined]);
  });

  it("tells when the camera is unplugged", async () => {
    await opens();
    track.dispatchEvent(new Event("ended"));
    expect([eye.sight, eye.fault]).toEqual(["none", "unplugged"]);
    expect(line().closed).toBe(true);
  });

  it("tells when the nets do not come, and tries again when asked again", async () => {
    fetches = false;
    await eye.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(eye.fault).toBe("model");
    expect(track.stopped).toBe(true);
    fetches = true;
    await opens();
    expect(eye.sight).toBe("coming");
  });

  it("tells in the server's words why it will not watch", async () => {
    await opens();
    line().listener.refused({ id: "watch_ticket_unknown", message: "Load the page again." });
    expect([eye.fault, eye.said]).toEqual(["turned-down", "Load the page again."]);
  });

  it("lets go of a camera that is allowed too late", async () => {
    const asking = eye.open();
    eye.close();
    await asking;
    expect(track.stopped).toBe(true);
    expect(eye.sight).toBe("none");
  });
});

describe("the light", () => {
  it("is the mean of what is seen", () => {
    expect(mean([255, 255, 255, 255, 0, 0, 0, 255])).toBeCloseTo(127.5);
  });

  it("does not waver between dark and light enough", () => {
    let seen = DARK_BELOW - 1;
    const light = new Light(() => seen);
    light.look(video, 0);
    expect(light.dark).toBe(true);
    seen = FINE_FROM - 1;
    light.look(video, 1000);
    expect(light.dark).toBe(true);
    seen = FINE_FROM;
    light.look(video, 1500);
    expect(light.dark).toBe(true);
    light.look(video, 2000);
    expect(light.dark).toBe(false);
  });
});
