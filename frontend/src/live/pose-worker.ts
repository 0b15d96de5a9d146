// The worker that runs the nets (MediaPipe tasks-vision), so that buttons and voice never wait for them.
import { FilesetResolver, PoseLandmarker } from "@mediapipe/tasks-vision";
import type { PoseLandmarkerResult } from "@mediapipe/tasks-vision";

import type { Joint } from "./packet.js";
import type { Delegate, FromWorker, ToWorker } from "./pose-protocol.js";
import { Trial } from "./trial.js";
import type { Looker } from "./trial.js";

/** Two are enough to know that it is not one. */
const MOST_COUNTED = 2;

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

async function load(task: Uint8Array, wasm: string): Promise<void> {
  const files = await FilesetResolver.forVisionTasks(wasm, true);
  const landmarker = (delegate: Delegate, runningMode: "VIDEO" | "IMAGE", numPoses: number) =>
    PoseLandmarker.createFromOptions(files, {
      baseOptions: { modelAssetBuffer: task.slice(), delegate },
      runningMode,
      numPoses,
    });
  const followers = [new Follower("CPU", await landmarker("CPU", "VIDEO", 1))];
  if (hasGraphicsCard()) {
    try {
      followers.push(new Follower("GPU", await landmarker("GPU", "VIDEO", 1)));
    } catch {
      // The processor alone will do.
    }
  }
  counter = await landmarker("CPU", "IMAGE", MOST_COUNTED);
  trial = new Trial(followers);
}

/** A graphics card that is only imitated by the processor is slower than the processor itself. */
function hasGraphicsCard(): boolean {
  const canvas = new OffscreenCanvas(1, 1);
  return canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true }) !== null;
}

function look(picture: ImageBitmap, time_ms: number, count: boolean): FromWorker {
  if (trial === undefined) throw new Error("not loaded");
  const { result, spent_ms } = trial.look(picture, time_ms);
  const people = count ? (counter?.detect(picture).landmarks.length ?? -1) : -1;
  const { delegate } = trial.chosen;
  return { kind: "seen", time_ms, joints: jointsOf(result), people, spent_ms, delegate, settled: trial.settled };
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
    await load(message.task, message.wasm);
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
