// The worker that runs the nets (MediaPipe tasks-vision), so that buttons and voice never wait for them.
import { FilesetResolver, PoseLandmarker } from "@mediapipe/tasks-vision";
import type { PoseLandmarkerResult } from "@mediapipe/tasks-vision";

import { turnedBack } from "./both-ways.js";
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
/** Looks at every other frame; null where it could not be made. */
let inMirror: InMirror | null | undefined;
let byMirror = false;
let newFollower: ((delegate: Delegate) => Promise<Follower>) | undefined;

/** A picture of nothing, and how long before the next one it is shown. */
const NOTHING = 64;
const BEFORE_MS = 1;

/** Follows one person through the frames. */
class Follower implements Looker<PoseLandmarkerResult> {
  constructor(
    readonly delegate: Delegate,
    private readonly landmarker: PoseLandmarker,
  ) {}

  look(picture: ImageBitmap | OffscreenCanvas, time_ms: number): PoseLandmarkerResult {
    return this.landmarker.detectForVideo(picture, time_ms);
  }

  /** Shown nobody, it forgets whom it followed, and looks for them in the whole of the next picture. */
  forget(before_ms: number): void {
    const nothing = new OffscreenCanvas(NOTHING, NOTHING);
    nothing.getContext("2d", { alpha: false })?.fillRect(0, 0, NOTHING, NOTHING);
    this.look(nothing, before_ms - BEFORE_MS);
  }

  found(result: PoseLandmarkerResult): number {
    return result.landmarks.length;
  }

  close(): void {
    this.landmarker.close();
  }
}

/** Follows the same person in a mirror: each look has its own memory of where the person was. */
class InMirror {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly context = this.canvas.getContext("2d", { alpha: false });

  constructor(private readonly follower: Follower) {}

  forget(before_ms: number): void {
    this.follower.forget(before_ms);
  }

  look(picture: ImageBitmap, time_ms: number): PoseLandmarkerResult {
    const { width, height } = picture;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.context?.setTransform(-1, 0, 0, 1, width, 0);
    this.context?.drawImage(picture, 0, 0);
    return this.follower.look(this.canvas, time_ms);
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
  newFollower = async (delegate) => new Follower(delegate, await landmarker(delegate, "VIDEO", 1));
  const followers: Follower[] = [];
  for (const delegate of delegates.filter((one) => one === "CPU" || hasGraphicsCard())) {
    followers.push(await newFollower(delegate));
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

/** The nets that are used from now on; while they are on trial each looks anew often enough. */
function forget(before_ms: number): void {
  if (trial?.settled !== true) return;
  trial.chosen.forget(before_ms);
  inMirror?.forget(before_ms);
}

async function look(picture: ImageBitmap, time_ms: number, count: boolean): Promise<FromWorker> {
  if (trial === undefined) throw new Error("not loaded");
  const { settled } = trial;
  if (settled && inMirror === undefined) inMirror = await mirrorFor(trial.chosen.delegate);
  const by_mirror = byMirror;
  const from_ms = performance.now();
  const seen = by_mirror ? inMirror?.look(picture, time_ms) : undefined;
  const { result, spent_ms } =
    seen === undefined
      ? trial.look(picture, time_ms)
      : { result: seen, spent_ms: performance.now() - from_ms };
  byMirror = !by_mirror && settled && inMirror != null;
  const people = count ? (counter?.detect(picture).landmarks.length ?? -1) : -1;
  const { delegate } = trial.chosen;
  const joints = by_mirror ? turnedBack(jointsOf(result)) : jointsOf(result);
  return { kind: "seen", time_ms, joints, by_mirror, people, spent_ms, delegate, settled: trial.settled };
}

async function mirrorFor(delegate: Delegate): Promise<InMirror | null> {
  try {
    return newFollower === undefined ? null : new InMirror(await newFollower(delegate));
  } catch {
    return null; // One more did not fit into memory: what is seen straight is good enough.
  }
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
    if (message.afresh) forget(message.time_ms);
    return await look(message.picture, message.time_ms, message.count);
  } finally {
    message.picture.close();
  }
}

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  answer(event.data)
    .catch((problem: unknown): FromWorker => ({ kind: "failed", why: String(problem) }))
    .then((said) => self.postMessage(said));
});
