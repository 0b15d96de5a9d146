// The page's side of the pose worker: always the newest frame, never two waiting.
import type { FromWorker, Seen, ToWorker } from "./pose-protocol.js";

export interface PoseListener {
  seen(seen: Seen): void;
  /** The nets do not run, or no longer. */
  failed(why: string): void;
}

export interface Look {
  picture: ImageBitmap;
  time_ms: number;
  count: boolean;
}

export type Grab = (video: HTMLVideoElement) => Promise<ImageBitmap>;

export class Pose {
  /** Frames of the camera that were not looked at, because newer ones came first. */
  passedOver = 0;
  private loaded: (() => void) | undefined;
  private busy = true;
  private grabbing = false;
  private waiting: Look | undefined;
  private last_ms = -Infinity;
  private over = false;

  constructor(
    private readonly listener: PoseListener,
    private readonly worker: Worker = newWorker(),
    private readonly grab: Grab = (video) => createImageBitmap(video),
  ) {
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => this.heard(event.data));
    worker.addEventListener("error", (event) => this.fail(event.message));
  }

  /** Resolves when the nets can look; a failure goes to the listener. */
  load(task: Uint8Array, wasm: string): Promise<void> {
    this.post({ kind: "load", task, wasm }, [task.buffer]);
    return new Promise((loaded) => (this.loaded = loaded));
  }

  /** A new frame is in the video; `count` the people in it too. Later frames take its place. */
  async offer(video: HTMLVideoElement, time_ms: number, count: boolean): Promise<void> {
    // The nets follow a person by increasing times; a camera may tell the same one twice.
    if (this.grabbing || time_ms <= this.last_ms) {
      this.passedOver += 1;
      return;
    }
    this.last_ms = time_ms;
    this.grabbing = true;
    try {
      this.take({ picture: await this.grab(video), time_ms, count });
    } catch {
      this.passedOver += 1; // The video has no frame at this moment.
    }
    this.grabbing = false;
  }

  close(): void {
    this.over = true;
    this.waiting?.picture.close();
    this.worker.terminate();
  }

  private take(look: Look): void {
    if (this.over) return look.picture.close();
    if (!this.busy) return this.send(look);
    if (this.waiting !== undefined) {
      this.passedOver += 1;
      look.count ||= this.waiting.count;
      this.waiting.picture.close();
    }
    this.waiting = look;
  }

  private send(look: Look): void {
    this.busy = true;
    this.post({ kind: "look", ...look }, [look.picture]);
  }

  private heard(said: FromWorker): void {
    if (said.kind === "failed") return this.fail(said.why);
    this.busy = false;
    const next = this.waiting;
    this.waiting = undefined;
    // First the next frame, so that the worker never waits for what the page does with this one.
    if (next !== undefined) this.send(next);
    if (said.kind === "loaded") this.loaded?.();
    else this.listener.seen(said);
  }

  private fail(why: string): void {
    if (this.over) return;
    this.close();
    this.listener.failed(why);
  }

  private post(message: ToWorker, given: Transferable[]): void {
    this.worker.postMessage(message, given);
  }
}

function newWorker(): Worker {
  return new Worker(new URL("./pose-worker.ts", import.meta.url), { type: "module" });
}
