// The page's side of the pose worker: always the newest frame, never two waiting.
import type { Delegate, FromWorker, Seen, ToWorker } from "./pose-protocol.js";

/** A graphics driver may take for ever, or never come back. */
export const PATIENCE_MS = 10_000;

export interface PoseListener {
  seen(seen: Seen): void;
  /** The nets do not run, or no longer. */
  failed(why: string): void;
}

interface Look {
  picture: ImageBitmap;
  time_ms: number;
  count: boolean;
}

export type Grab = (video: HTMLVideoElement) => Promise<ImageBitmap>;

export class Pose {
  /** Frames of the camera that were not looked at, because newer ones came first. */
  passedOver = 0;
  private worker: Worker | undefined;
  private task: Uint8Array = new Uint8Array();
  private wasm = "";
  private loaded: (() => void) | undefined;
  /** Something was asked of the worker and is not answered yet. */
  private busy = false;
  private settled = false;
  private grabbing = false;
  private waiting: Look | undefined;
  private last_ms = -Infinity;
  private afresh = false;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(
    private readonly listener: PoseListener,
    private readonly newWorker: () => Worker = poseWorker,
    // Not a VideoFrame: the nets take a tenth longer to read one.
    private readonly take: Grab = (video) => createImageBitmap(video),
  ) {}

  /** Resolves when the nets can look; a failure goes to the listener. */
  load(task: Uint8Array, wasm: string): Promise<void> {
    this.task = task;
    this.wasm = wasm;
    this.start(["CPU", "GPU"]);
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
      this.keep({ picture: await this.take(video), time_ms, count });
    } catch {
      this.passedOver += 1; // The video has no frame at this moment.
    }
    this.grabbing = false;
  }

  /** With the next frame the nets look for the person in the whole picture. */
  lookAfresh(): void {
    this.afresh = true;
  }

  close(): void {
    this.over = true;
    clearTimeout(this.patience);
    this.waiting?.picture.close();
    this.worker?.terminate();
  }

  private start(delegates: Delegate[]): void {
    this.worker?.terminate();
    const worker = this.newWorker();
    this.worker = worker;
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => {
      if (worker === this.worker) this.heard(event.data, delegates);
    });
    worker.addEventListener("error", (event) => this.stumbled(event.message, delegates));
    this.post({ kind: "load", task: this.task, wasm: this.wasm, delegates });
    this.wait(delegates);
  }

  /** Without the graphics card everything takes its time but nothing hangs: then there is no limit. */
  private wait(delegates: Delegate[]): void {
    clearTimeout(this.patience);
    if (this.settled || delegates.length === 1) return;
    this.patience = setTimeout(() => this.stumbled("no answer", delegates), PATIENCE_MS);
  }

  private keep(look: Look): void {
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
    this.post({ kind: "look", ...look, afresh: this.afresh }, [look.picture]);
    this.afresh = false;
  }

  private heard(said: FromWorker, delegates: Delegate[]): void {
    if (said.kind === "failed") return this.stumbled(said.why, delegates);
    if (said.kind === "seen") this.settled = said.settled;
    this.busy = false;
    const next = this.waiting;
    this.waiting = undefined;
    // First the next frame, so that the worker never waits for what the page does with this one.
    if (next !== undefined) this.send(next);
    this.wait(delegates);
    if (said.kind === "loaded") this.loaded?.();
    else this.listener.seen(said);
  }

  /** While the graphics card is only on trial, it is done without; else there is no way on. */
  private stumbled(why: string, delegates: Delegate[]): void {
    if (this.over) return;
    if (!this.settled && delegates.length > 1) return this.start(["CPU"]);
    this.close();
    this.listener.failed(why);
  }

  private post(message: ToWorker, given: Transferable[] = []): void {
    this.busy = true;
    this.worker?.postMessage(message, given);
  }
}

function poseWorker(): Worker {
  return new Worker(new URL("./pose-worker.ts", import.meta.url), { type: "module" });
}
