// The cameras of this machine: which there are, opening one, and what can go wrong, as plain outcomes.

export type CameraFault =
  /** The person, or the browser on their behalf, said no. */
  | "refused"
  | "absent"
  /** Another program has it. */
  | "busy"
  /** It was there and is gone. */
  | "unplugged"
  /** It opened, but no picture came of it. */
  | "dark"
  /** The browser gives a camera only to pages of this machine or over https. */
  | "insecure"
  /** The browser lacks something that this needs. */
  | "unsupported";

export interface CameraChoice {
  id: string;
  /** Empty until a camera has been allowed once. */
  name: string;
}

export interface OpenCamera {
  stream: MediaStream;
  id: string;
  name: string;
  /** As the camera says; a picture that comes turned tells better. */
  width_px: number;
  height_px: number;
  fps: number;
}

export type Opened = { ok: true; camera: OpenCamera } | { ok: false; fault: CameraFault };

// More pixels show the nets nothing, they see 256 by 256 of them; a body a few metres away fills
// that from 480 lines.
const WANTED: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
};

/** What the browser calls it, in the words of this file. */
const FAULTS: Record<string, CameraFault> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
};

export class Cameras {
  constructor(
    private readonly devices: MediaDevices | undefined = navigator.mediaDevices,
    private readonly secure: boolean = globalThis.isSecureContext,
  ) {}

  /** All that can be chosen from; none when that cannot be told. */
  async list(): Promise<CameraChoice[]> {
    try {
      const all = (await this.devices?.enumerateDevices()) ?? [];
      return all
        .filter((device) => device.kind === "videoinput" && device.deviceId !== "")
        .map((device) => ({ id: device.deviceId, name: device.label }));
    } catch {
      return [];
    }
  }

  /** Open a camera, any if `id` is null; a chosen one that is gone is an outcome, not another one. */
  async open(id: string | null): Promise<Opened> {
    if (this.devices?.getUserMedia === undefined) {
      return { ok: false, fault: this.secure ? "unsupported" : "insecure" };
    }
    const which = id === null ? { facingMode: "user" } : { deviceId: { exact: id } };
    try {
      const video = { ...WANTED, ...which };
      const stream = await this.devices.getUserMedia({ video, audio: false });
      const track = stream.getVideoTracks()[0];
      return track === undefined ? { ok: false, fault: "absent" } : opened(stream, track);
    } catch (problem) {
      return { ok: false, fault: faultOf(problem) };
    }
  }

  /** Tells whenever a camera has come or gone; gives a function that stops it. */
  watch(changed: () => void): () => void {
    this.devices?.addEventListener?.("devicechange", changed);
    return () => this.devices?.removeEventListener?.("devicechange", changed);
  }
}

/** Tells, once, when the camera was unplugged, taken away, or is no longer allowed. */
export function whenGone(camera: OpenCamera, gone: () => void): void {
  camera.stream.getVideoTracks()[0]?.addEventListener("ended", gone, { once: true });
}

/** Tells whenever the camera is still there but sends nothing: its lid is closed, or it was taken away. */
export function whenStill(camera: OpenCamera, still: () => void): void {
  camera.stream.getVideoTracks()[0]?.addEventListener("mute", still);
}

export function close(camera: OpenCamera): void {
  // Stopping by ourselves does not fire "ended".
  for (const track of camera.stream.getTracks()) track.stop();
}

function opened(stream: MediaStream, track: MediaStreamTrack): Opened {
  const { deviceId, width, height, frameRate } = track.getSettings();
  return {
    ok: true,
    camera: {
      stream,
      id: deviceId ?? "",
      name: track.label,
      width_px: width ?? 0,
      height_px: height ?? 0,
      fps: frameRate ?? 0,
    },
  };
}

function faultOf(problem: unknown): CameraFault {
  const name = problem instanceof Error || problem instanceof DOMException ? problem.name : "";
  return FAULTS[name] ?? "unsupported";
}
