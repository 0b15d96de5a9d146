// What the element's test is made of in a real page: camera, worker, socket, voice, memory.
import { Cameras } from "./camera.js";
import { download } from "./download.js";
import { Line } from "./line.js";
import type { Parts } from "./live-test.js";
import { Pose } from "./pose.js";

const CAMERA_KEY = "coxa-camera";
/** The one variant of the WebAssembly that a module worker loads. */
const WASM_FILE = "vision_wasm_module_internal.wasm";

export interface Addresses {
  socket: string;
  ticket: string;
  task: string;
  wasm: string;
}

type RealParts = Pick<
  Parts,
  "cameras" | "pose" | "line" | "fetchTask" | "wasm" | "rememberedCamera" | "rememberCamera"
>;

export function realParts({ socket, ticket, task, wasm }: Addresses): RealParts {
  const folder = new URL(wasm, location.href).href;
  return {
    cameras: new Cameras(),
    pose: (listener) => new Pose(listener),
    line: (hello, listener) => new Line(socket, () => ({ ticket, ...hello() }), listener),
    // The WebAssembly is fetched along, so that the worker finds it at hand and progress counts it.
    fetchTask: async (progress) =>
      (await download([task, `${folder}/${WASM_FILE}`], progress))[0] as Uint8Array,
    wasm: folder,
    rememberedCamera,
    rememberCamera,
  };
}

function rememberedCamera(): string | null {
  try {
    return localStorage.getItem(CAMERA_KEY);
  } catch {
    return null;
  }
}

function rememberCamera(id: string): void {
  try {
    localStorage.setItem(CAMERA_KEY, id);
  } catch {
    // Asked again next time.
  }
}
