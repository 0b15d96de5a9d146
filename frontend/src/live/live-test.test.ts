// A live test from the first press to the job, with everything around it stood in for.
import { beforeEach, describe, expect, it, vi } from "vitest";

import { Announcer } from "../player/announcer.js";
import { FakeBeeper, FakeSpeaker } from "../player/testing.js";
import type { CameraChoice, CameraFault, OpenCamera } from "./camera.js";
import type { LineListener } from "./line.js";
import { FIRST_PICTURE_MS, LiveTest, isFinal } from "./live-test.js";
import type { SaidHello } from "./live-test.js";
import type { PoseListener } from "./pose.js";
import type { FromPage } from "./protocol.js";
import { aSeen, aView, joints } from "./testing.js";

class Track extends EventTarget {
  stopped = false;
  stop = (): void => void (this.stopped = true);
}

class World {
  opened: (string | null)[] = [];
  tracks: Track[] = [];
  fault: CameraFault | undefined;
  size: [number, number] = [640, 480];
  choices: CameraChoice[] = [{ id: "a", name: "Front" }];
  remembered: string | null = null;
  eyes!: PoseListener;
  loads = 0;
  loadFails = false;
  offered: { time_ms: number; count: boolean }[] = [];
  frame: ((video: HTMLVideoElement, time_ms: number) => void) | undefined;
  line!: LineListener;
  hello!: SaidHello;
  linesOpened = 0;
  lineClosed = 0;
  said: FromPage[] = [];
  packets: ArrayBuffer[] = [];
  flushed = 0;
  jobs: string[] = [];
  drawn = 0;
  captions: string[] = [];
  speaker = new FakeSpeaker();
  test: LiveTest;

  constructor() {
    const announcer = new Announcer(this.speaker, new FakeBeeper(), ({ text }) => this.captions.push(text));
    this.test = new LiveTest({
      cameras: {
        list: async () => this.choices,
        open: async (id) => this.open(id),
        watch: () => () => undefined,
      },
      pose: (listener) => {
        this.eyes = listener;
        this.loads += 1;
        return {
          passedOver: 0,
          load: async () => undefined,
          offer: async (_, time_ms, count) => void this.offered.push({ time_ms, count }),
          close: () => undefined,
        };
      },
      line: (hello, listener) => {
        this.line = listener;
        this.hello = hello();
        return {
          dropped: 0,
          open: () => void (this.linesOpened += 1),
          say: (message) => void this.said.push(message),
          send: (packet) => void this.packets.push(packet),
          flush: () => void (this.flushed += 1),
          close: () => void (this.lineClosed += 1),
          hurry: () => undefined,
        };
      },
      announcer,
      words: { lost: "lost", found: "found", hidden: "hidden", cameraGone: "gone" },
      fetchTask: async () => {
        if (this.loadFails) throw new Error("404");
        return new Uint8Array();
      },
      wasm: "/wasm",
      rememberedCamera: () => this.remembered,
      rememberCamera: (id) => (this.remembered = id),
      show: (_, frame) => {
        this.frame = frame;
        return () => (this.frame = undefined);
      },
      changed: () => undefined,
      drawn: () => (this.drawn += 1),
      finished: (job) => this.jobs.push(job),
    });
  }

  private open(id: string | null) {
    this.opened.push(id);
    if (this.fault !== undefined) return { ok: false as const, fault: this.fault };
    const track = new Track();
    this.tracks.push(track);
    const stream = { getVideoTracks: () => [track], getTracks: () => [track] };
    const [width_px, height_px] = this.size;
    const camera = { stream, id: id ?? "a", name: "Front", width_px, height_px, fps: 30 };
    return { ok: true as const, camera: camera as unknown as OpenCamera };
  }

  /** As far as the first frames on the line. */
  async running(): Promise<void> {
    await this.test.begin();
    this.eyes.seen(aSeen(10));
  }

  unplug(): void {
    this.tracks.at(-1)?.dispatchEvent(new Event("ended"));
  }
}

let world: World;
let test: LiveTest;

beforeEach(() => {
  world = new World();
  test = world.test;
});

describe("beginning", () => {
  it("opens camera, nets and line, and sends what is seen from then on, numbered", async () => {
    await test.begin();
    expect([test.stage, world.linesOpened]).toEqual(["trying", 0]);
    world.eyes.seen(aSeen(10, { settled: false }));
    expect(world.linesOpened).toBe(0);
    for (const time_ms of [20, 30, 40]) world.eyes.seen(aSeen(time_ms));
    expect(test.stage).toBe("running");
    expect(world.hello).toMatchObject({ width_px: 640, height_px: 480, camera: "Front" });
    const numbers = world.packets.map((packet) => new DataView(packet).getUint32(0, true));
    expect(numbers).toEqual([0, 1, 2]);
    expect(world.drawn).toBe(4);
  });

  it.each(["refused", "absent", "busy", "insecure", "unsupported"] as const)(
    "tells that the camera is %s, and can be tried again",
    async (fault) => {
      world.fault = fault;
      await test.begin();
      expect([test.stage, test.fault]).toEqual(["fault", fault]);
      world.fault = undefined;
      await test.begin();
      expect([test.stage, test.fault]).toEqual(["trying", undefined]);
    },
  );

  it("says when a camera opens but no picture comes, and waits no longer once one has", async () => {
    vi.useFakeTimers();
    await test.begin();
    vi.advanceTimersByTime(FIRST_PICTURE_MS);
    expect([test.stage, test.fault, world.tracks[0]?.stopped]).toEqual(["fault", "dark", true]);
    await test.begin();
    world.frame?.({} as HTMLVideoElement, 1);
    vi.advanceTimersByTime(2 * FIRST_PICTURE_MS);
    expect(test.fault).toBeUndefined();
    vi.useRealTimers();
  });

  it("goes by the size of the picture, whatever the camera says of it", async () => {
    await test.begin();
    world.frame?.({ videoWidth: 480, videoHeight: 640 } as HTMLVideoElement, 1);
    world.eyes.seen(aSeen(10));
    expect([world.hello.width_px, world.hello.height_px]).toEqual([480, 640]);
  });

  it("asks which camera when there are several and none is known", async () => {
    world.choices = [...world.choices, { id: "b", name: "Back" }];
    await test.begin();
    expect(test.stage).toBe("choosing");
    await test.choose("b");
    expect(world.opened).toEqual([null, "b"]);
    expect(world.tracks[0]?.stopped).toBe(true);
    test.confirm();
    expect([test.stage, world.remembered]).toEqual(["trying", "b"]);
  });

  it("takes the known camera at once", async () => {
    world.choices = [...world.choices, { id: "b", name: "Back" }];
    world.remembered = "b";
    await test.begin();
    expect([test.stage, world.opened]).toEqual(["trying", ["b"]]);
  });

  it("tells that the nets did not load, and loads them again when tried again", async () => {
    world.loadFails = true;
    await test.begin();
    expect([test.stage, test.fault]).toEqual(["fault", "model"]);
    world.loadFails = false;
    await test.begin();
    expect([test.stage, world.loads]).toEqual(["trying", 1]);
  });
});

describe("during the test", () => {
  beforeEach(() => world.running());

  it("says cues when they come and ends when the guide has ended", () => {
    const cue = { kind: "say", priority: "normal", text: "Hold." } as const;
    test.pause("hidden");
    world.line.heard({ kind: "view", view: aView({ phase: "hold" }), cues: [cue] });
    expect(world.captions.at(-1)).toBe("Hold.");
    world.line.heard({ kind: "view", view: aView({ phase: "done" }), cues: [] });
    expect([test.stage, world.tracks[0]?.stopped]).toEqual(["over", true]);
    world.line.heard({ kind: "done", job: "j" });
    expect(world.jobs).toEqual(["j"]);
  });

  it("counts people every second while the place is found, every two afterwards", () => {
    const counts = (): number => world.offered.splice(0).filter(({ count }) => count).length;
    const pass = (from_ms: number): void => {
      for (let at = 0; at < 6000; at += 100) world.frame?.({} as HTMLVideoElement, from_ms + at);
    };
    pass(0);
    expect(counts()).toBe(6);
    world.line.heard({ kind: "view", view: aView({ phase: "neutral" }), cues: [] });
    pass(10_000);
    expect(counts()).toBe(3);
  });

  it("pauses once and goes on when asked", () => {
    test.toggle();
    test.pause("hidden");
    test.toggle();
    expect(world.said).toEqual([
      { kind: "answer", answer: "pause", reason: "asked" },
      { kind: "answer", answer: "resume", reason: null },
    ]);
  });

  it("lets no frame wait when the page goes out of sight, paused already or not", () => {
    for (const flushed of [1, 2]) {
      test.pause("hidden");
      expect(world.flushed).toBe(flushed);
    }
  });

  it("goes on after the camera was unplugged: same line, same test, scaled to the same width", async () => {
    world.unplug();
    expect([test.stage, test.fault]).toEqual(["fault", "unplugged"]);
    expect(world.said).toEqual([{ kind: "answer", answer: "pause", reason: "camera" }]);
    world.size = [1280, 960];
    await test.begin();
    expect([test.stage, world.linesOpened, world.lineClosed, world.loads]).toEqual(["running", 1, 0, 1]);
    expect(world.said.at(-1)).toMatchObject({ answer: "resume" });
    world.eyes.seen(aSeen(99, { joints: joints(0.5, 0.25) }));
    const packet = new DataView(world.packets.at(-1) as ArrayBuffer);
    expect([packet.getFloat32(24, true), packet.getFloat32(28, true)]).toEqual([320, 120]);
  });

  it("pauses when the camera is there but sends nothing", () => {
    world.tracks[0]?.dispatchEvent(new Event("mute"));
    expect([test.stage, test.paused, world.captions.at(-1)]).toEqual(["running", "camera", "gone"]);
  });

  it("tells of a lost line and of its return", () => {
    world.line.lost();
    expect([test.lost, world.captions.at(-1)]).toEqual([true, "lost"]);
    world.line.found();
    expect([test.lost, world.captions.at(-1)]).toEqual([false, "found"]);
    world.line.gone();
    expect([test.stage, test.fault]).toEqual(["fault", "line"]);
  });

  it("shows why the server turned it down", () => {
    world.line.heard({ kind: "fault", id: "x", message: "Not now." });
    expect([test.stage, test.fault, test.said]).toEqual(["fault", "refused_by_server", "Not now."]);
  });

  it.each([["stopped", "stopped"], ["done", "unread"], ["go", "refused_by_server"]] as const)(
    "tells by what came before, %s, why there is no reading",
    (phase, fault) => {
      world.line.heard({ kind: "view", view: aView({ phase }), cues: [] });
      world.line.heard({ kind: "fault", id: "x", message: "Nothing was kept." });
      expect([test.stage, test.fault, test.said]).toEqual(["fault", fault, "Nothing was kept."]);
      expect(isFinal(fault)).toBe(true);
    },
  );

  it("says a pinch at once, over whatever is being said", () => {
    test.answer("pinch");
    expect(world.said).toEqual([{ kind: "answer", answer: "pinch", reason: null }]);
    expect(world.speaker.silenced).toBe(1);
  });

  it("lets the camera go when the page is left", () => {
    test.close();
    expect([world.tracks[0]?.stopped, world.lineClosed]).toEqual([true, 1]);
  });
});
