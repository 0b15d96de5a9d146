// Opening a camera: every way it can go wrong is told apart, nothing is thrown.
import { describe, expect, it, vi } from "vitest";

import { Cameras, close, whenGone } from "./camera.js";
import type { OpenCamera } from "./camera.js";

class Track extends EventTarget {
  label = "Front";
  stopped = false;
  getSettings = () => ({ deviceId: "a", width: 640, height: 480, frameRate: 30 });
  stop = (): void => void (this.stopped = true);
}

const streamOf = (track: Track) => ({ getVideoTracks: () => [track], getTracks: () => [track] });

function devices(answer: () => unknown, list: unknown[] = []): MediaDevices {
  const getUserMedia = vi.fn(async () => answer());
  return { getUserMedia, enumerateDevices: async () => list } as unknown as MediaDevices;
}

const failing = (name: string) =>
  devices(() => {
    throw new DOMException("", name);
  });

describe("opening", () => {
  it("gives the camera with its size, without sound", async () => {
    const some = devices(() => streamOf(new Track()));
    const opened = await new Cameras(some, true).open("a");
    expect(opened).toMatchObject({ ok: true, camera: { id: "a", name: "Front", width_px: 640 } });
    expect(some.getUserMedia).toHaveBeenCalledWith({
      video: expect.objectContaining({ deviceId: { exact: "a" } }),
      audio: false,
    });
  });

  it.each([
    ["NotAllowedError", "refused"],
    ["SecurityError", "refused"],
    ["NotFoundError", "absent"],
    ["OverconstrainedError", "absent"],
    ["NotReadableError", "busy"],
    ["AbortError", "busy"],
    ["TypeError", "unsupported"],
  ])("tells %s as %s", async (name, fault) => {
    expect(await new Cameras(failing(name), true).open(null)).toEqual({ ok: false, fault });
  });

  it("tells a page that may have no camera from a browser that can have none", async () => {
    const none = undefined as unknown as MediaDevices;
    const nothing = {} as MediaDevices;
    expect(await new Cameras(nothing, false).open(null)).toEqual({ ok: false, fault: "insecure" });
    expect(await new Cameras(nothing, true).open(null)).toEqual({ ok: false, fault: "unsupported" });
    expect(await new Cameras(none, true).list()).toEqual([]);
  });
});

describe("choosing", () => {
  it("lists cameras only, and none that has no id yet", async () => {
    const list = [
      { kind: "videoinput", deviceId: "a", label: "Front" },
      { kind: "audioinput", deviceId: "b", label: "Microphone" },
      { kind: "videoinput", deviceId: "", label: "" },
    ];
    const found = await new Cameras(devices(() => null, list), true).list();
    expect(found).toEqual([{ id: "a", name: "Front" }]);
  });
});

describe("an open camera", () => {
  const open = (track: Track) => ({ stream: streamOf(track) }) as unknown as OpenCamera;

  it("tells once when it is gone", () => {
    const track = new Track();
    const gone = vi.fn();
    whenGone(open(track), gone);
    track.dispatchEvent(new Event("ended"));
    track.dispatchEvent(new Event("ended"));
    expect(gone).toHaveBeenCalledTimes(1);
  });

  it("is let go of", () => {
    const track = new Track();
    close(open(track));
    expect(track.stopped).toBe(true);
  });
});
