// The worker that runs the nets (MediaPipe tasks-vision), so that buttons and voice never wait for them.
import { FilesetResolver, PoseLandmarker } from "@mediapipe/tasks-vision";
import type { PoseLandmarkerResult } from "@mediapipe/tasks-vision";

import type { Joint } from "./packet.js";
import type { Delegate, FromWorker, ToWorker } from "./pose-protocol.js";
import { Trial } from "./trial.js";
import type { Looker } from "./trial.js";

/** Two are enough to know that it is not one. */
const MOST_COUNTED = 2;
/** What renderers without a graphics card are called. */
const IMITATED = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let trial: Trial<PoseLandmarkerResult, Follower> | undefined;
let counter: PoseLandmarker | undefined;

/** Follows one person through the frames. */
class Follower implements Looker<PoseLandmarkerResult> {
  constructor(
    readonly delegate: Delegate,
    private readonly landmarker: PoseLandmarker,
  ) {}

  look(picture: ImageBitmap, time_ms: number): PoseLandmarkerResult {
    return this.landmarker.detectForVideo(picture, time_ms);
  }

  found(result: PoseLandmarkerResult): number {
    return result.landmarks.length;
  }

  close(): void {
    this.landmarker.close();
  }
}

async function load(task: Uint8Array, wasm: string, delegates: Delegate[]): Promise<void> {
  const files = await FilesetResolver.forVisionTasks(wasm, true);
  const loader = (await import(/* @vite-ignore */ files.wasmLoaderPath)) as { default: unknown };
  const landmarker = (delegate: Delegate, runningMode: "VIDEO" | "IMAGE", numPoses: number) => {
    // Every landmarker uses the loader's global up, and a module is run only once: so it is put back
    // by hand, in the place of fetching the loader again.
    Object.assign(self, { ModuleFactory: loader.default, Module: { printErr: console.debug } });
    return PoseLandmarker.createFromOptions({ ...files, wasmLoaderPath: "" }, {
      baseOptions: { modelAssetBuffer: task.slice(), delegate },
      runningMode,
      numPoses,
    });
  };
  const followers: Follower[] = [];
  for (const delegate of delegates.filter((one) => one === "CPU" || hasGraphicsCard())) {
    followers.push(new Follower(delegate, await landmarker(delegate, "VIDEO", 1)));
  }
  counter = await landmarker("CPU", "IMAGE", MOST_COUNTED);
  trial = new Trial(followers);
}

/** A graphics card that is only imitated by the processor is slower than the processor itself. */
function hasGraphicsCard(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  const named = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = named == null ? "" : String(gl?.getParameter(named.UNMASKED_RENDERER_WEBGL));
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null && !IMITATED.test(name);
}

function look(picture: ImageBitmap, time_ms: number, count: boolean): FromWorker {
  if (trial === undefined) throw new Error("not loaded");
  const { result, spent_ms } = trial.look(picture, time_ms);
  const people = count ? (counter?.detect(picture).landmarks.length ?? -1) : -1;
  const { delegate } = trial.chosen;
  const { settled } = trial;
  return { kind: "seen", time_ms, joints: jointsOf(result), people, spent_ms, delegate, settled };
}

function jointsOf(result: PoseLandmarkerResult): Joint[] {
  const [inPicture = [], inWorld = []] = [result.landmarks[0], result.worldLandmarks[0]];
  return inPicture.map(({ x, y, visibility }, index) => {
    const world = inWorld[index];
    return { x, y, visibility, world_m: [world?.x ?? 0, world?.y ?? 0, world?.z ?? 0] };
  });
}

async function answer(message: ToWorker): Promise<FromWorker> {
  if (message.kind === "load") {
    await load(message.task, message.wasm, message.delegates);
    return { kind: "loaded" };
  }
  try {
    return look(message.picture, message.time_ms, message.count);
  } finally {
    message.picture.close();
  }
}

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  answer(event.data)
    .catch((problem: unknown): FromWorker => ({ kind: "failed", why: String(problem) }))
    .then((said) => self.postMessage(said));
});
