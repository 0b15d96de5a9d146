// The player's eye: a camera, the nets and the line to whoever watches. It tells what it sees, and whether it does.
//
// Pictures stay on this page: only landmarks go out.
import { BothWays } from "../live/both-ways.js";
import { close, whenGone } from "../live/camera.js";
import type { CameraFault, Cameras, OpenCamera } from "../live/camera.js";
import { pack } from "../live/packet.js";
import type { Joint } from "../live/packet.js";
import type { Pose, PoseListener } from "../live/pose.js";
import type { Seen } from "../live/pose-protocol.js";
import { Light } from "./light.js";
import type { Fault } from "./protocol.js";
import type { WatchLine, WatchListener } from "./watch-line.js";
import type { Glimpse, LookFor, Looks, PictureSize, SeenMoment } from "./watch-protocol.js";

/** More would take the processor's time and show the watcher nothing. */
export const MOST_FPS = 15;
/** Cameras tick unevenly: a frame that comes this much too early is still taken. */
const EARLY_MS = 8;
/** Without an answer for so long it does not see: no picture, no nets, or no line. */
export const BLIND_MS = 2000;
/** Two answers no further apart than this: it looks steadily, and not only now and then. */
const STEADY_MS = 1000;
/** Asked for another exercise, the figure is first posed. */
const POSING_MS = 3000;
const LOOK_AT_CLOCK_MS = 200;

export type EyeStage = "closed" | "asking" | "loading" | "open" | "fault";
/** What can be relied on: nothing, nothing yet, what it tells, or nothing any more (it may come back). */
export type Sight = "none" | "coming" | "seeing" | "blind";
export type EyeFault = CameraFault | "model" | "turned-down";

export type Sees = Pick<Pose, "load" | "offer" | "lookAfresh" | "close">;
export type OpenedWatch = Pick<WatchLine, "open" | "lookFor" | "send" | "close" | "hurry">;

/** What an eye is made of; each can be stood in for. */
export interface EyeParts {
  cameras: Pick<Cameras, "open">;
  pose: (listener: PoseListener) => Sees;
  line: (size: PictureSize, listener: WatchListener) => OpenedWatch;
  fetchTask: (progress: (share: number) => void) => Promise<Uint8Array>;
  wasm: string;
  rememberedCamera: () => string | null;
  /** Show a camera's picture and call for each of its frames, until told to stop. */
  show: (camera: OpenCamera, frame: (video: HTMLVideoElement, time_ms: number) => void) => () => void;
  light?: Light;
  now_ms?: () => number;
}

export interface EyeListener {
  /** Something that is shown has changed. */
  changed(): void;
  /** A moment, and when the camera took it (`performance.now`). */
  moment(moment: SeenMoment, captured_ms: number): void;
  /** A frame was looked at. */
  drawn(joints: readonly Joint[]): void;
}

export class Eye {
  stage: EyeStage = "closed";
  fault: EyeFault | undefined;
  /** Why the server will not watch, in its words. */
  said = "";
  progress = 0;
  glimpse: Glimpse | undefined;
  /** Counts how often it began to look anew: it then knows nothing of where the person was. */
  epoch = 0;

  private camera: OpenCamera | undefined;
  private nets: Sees | undefined;
  private loading: Promise<boolean> | undefined;
  private line: OpenedWatch | undefined;
  private size: PictureSize | undefined;
  private asked: LookFor | undefined;
  private stopShowing: (() => void) | undefined;
  private answers: Exclude<Sight, "none"> = "coming";
  private clock: ReturnType<typeof setInterval> | undefined;
  private offered_ms = -Infinity;
  private heard_ms = -Infinity;
  private patient_until_ms = Infinity;
  private attempt = 0;
  private number = 0;
  private captured = new Map<number, number>();
  private readonly bothWays = new BothWays();
  private readonly light: Light;
  private readonly now_ms: () => number;

  constructor(
    private readonly parts: EyeParts,
    private readonly listener: EyeListener,
  ) {
    this.light = parts.light ?? new Light();
    this.now_ms = parts.now_ms ?? (() => performance.now());
  }

  get dark(): boolean {
    return this.light.dark;
  }

  get sight(): Sight {
    if (this.stage === "closed" || this.stage === "fault") return "none";
    return this.stage === "open" ? this.answers : "coming";
  }

  /** Nothing of it is still on its way. */
  get ready(): boolean {
    return this.stage === "open" && (this.asked === undefined || this.answers === "seeing");
  }

  get isOpen(): boolean {
    return this.sight !== "none";
  }

  /** Open the camera and get ready; resolves once the person has allowed it or not. From a tap or key. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    this.fault = undefined;
    this.said = "";
    const attempt = ++this.attempt;
    this.go("asking");
    const opened = await this.openCamera();
    if (attempt !== this.attempt) {
      if (opened.ok) close(opened.camera);
      return;
    }
    if (!opened.ok) return this.fail(opened.fault);
    this.camera = opened.camera;
    whenGone(opened.camera, () => this.fail("unplugged"));
    this.stopShowing = this.parts.show(opened.camera, (video, time_ms) => this.frame(video, time_ms));
    this.go("loading");
    void this.getReady(attempt);
  }

  /** Let go of the camera; the nets stay for the next time. */
  close(): void {
    if (this.stage === "closed") return;
    this.letGo();
    this.go("closed");
  }

  /** For good. */
  end(): void {
    this.close();
    this.nets?.close();
  }

  lookFor(asked: LookFor): void {
    this.asked = asked;
    this.glimpse = undefined;
    this.wait(POSING_MS);
    this.line?.lookFor(asked);
  }

  hurry(): void {
    this.line?.hurry();
  }

  private async openCamera(): ReturnType<Cameras["open"]> {
    const id = this.parts.rememberedCamera();
    const opened = await this.parts.cameras.open(id);
    // A remembered camera that is not there today is no reason to have none.
    const gone = !opened.ok && opened.fault === "absent" && id !== null;
    return gone ? this.parts.cameras.open(null) : opened;
  }

  private async getReady(attempt: number): Promise<void> {
    this.loading ??= this.load();
    const loaded = await this.loading;
    if (attempt !== this.attempt) return;
    if (!loaded) return this.fail("model");
    this.wait(POSING_MS + BLIND_MS);
    this.clock = setInterval(() => this.lookAtClock(), LOOK_AT_CLOCK_MS);
    this.go("open");
  }

  private async load(): Promise<boolean> {
    try {
      const task = await this.parts.fetchTask((share) => {
        this.progress = share;
        this.listener.changed();
      });
      this.nets = this.parts.pose({ seen: (seen) => this.looked(seen), failed: () => this.fail("model") });
      await this.nets.load(task, this.parts.wasm);
      return true;
    } catch {
      return false;
    }
  }

  private frame(video: HTMLVideoElement, time_ms: number): void {
    if (this.stage !== "open" || !(video.videoWidth > 0)) return;
    if (time_ms - this.offered_ms < 1000 / MOST_FPS - EARLY_MS) return;
    this.offered_ms = time_ms;
    this.light.look(video, time_ms);
    this.openLine({ width_px: video.videoWidth, height_px: video.videoHeight });
    void this.nets?.offer(video, time_ms, false);
  }

  /** A line of its own for each size of the picture: a phone may be turned. */
  private openLine(size: PictureSize): void {
    const before = this.size;
    if (before?.width_px === size.width_px && before.height_px === size.height_px) return;
    this.line?.close();
    this.size = size;
    this.line = this.parts.line(size, {
      looks: (looks) => this.told(looks),
      anew: () => (this.epoch += 1),
      refused: (fault) => this.turnedDown(fault),
    });
    this.epoch += 1;
    this.line.open();
    if (this.asked !== undefined) this.line.lookFor(this.asked);
  }

  private looked(seen: Seen): void {
    const { size } = this;
    const { time_ms, people, joints, by_mirror } = seen;
    if (this.stage !== "open" || size === undefined) return;
    this.listener.drawn(this.bothWays.joints(seen));
    const { number } = this;
    this.number += 1;
    this.captured.set(number, time_ms);
    const frame = { number, time_s: time_ms / 1000, people, joints, by_mirror };
    this.line?.send(pack(frame, size.width_px, size.height_px));
  }

  private told(looks: Looks): void {
    const steady = this.now_ms() - this.heard_ms <= STEADY_MS;
    this.heard_ms = this.now_ms();
    if (steady) {
      this.wait(BLIND_MS);
      this.answer("seeing");
    }
    this.glimpse = looks.glimpse;
    if (looks.afresh) this.nets?.lookAfresh();
    // Before its moments: whoever is told them should know that somebody looks.
    this.listener.changed();
    const captured_ms = this.captured.get(looks.number) ?? this.now_ms();
    for (const number of this.captured.keys()) if (number <= looks.number) this.captured.delete(number);
    for (const moment of looks.seen) this.listener.moment(moment, captured_ms - 1000 * moment.ago_s);
  }

  private wait(patience_ms: number): void {
    this.patient_until_ms = this.now_ms() + patience_ms;
  }

  /** Nobody looks before something is asked for. */
  private lookAtClock(): void {
    if (this.asked === undefined) this.wait(POSING_MS);
    else if (this.now_ms() > this.patient_until_ms) this.answer("blind");
  }

  private answer(answers: "seeing" | "blind"): void {
    if (this.answers === answers) return;
    this.answers = answers;
    this.glimpse = undefined;
    this.listener.changed();
  }

  private turnedDown({ message }: Fault): void {
    this.said = message;
    this.fail("turned-down");
  }

  private fail(fault: EyeFault): void {
    this.fault = fault;
    this.letGo();
    if (fault === "model") {
      this.nets?.close();
      this.nets = this.loading = undefined;
    }
    this.go("fault");
  }

  private letGo(): void {
    this.attempt += 1;
    clearInterval(this.clock);
    this.stopShowing?.();
    this.line?.close();
    if (this.camera !== undefined) close(this.camera);
    this.stopShowing = this.line = this.size = this.camera = this.glimpse = undefined;
    this.captured.clear();
    this.answers = "coming";
  }

  private go(stage: EyeStage): void {
    this.stage = stage;
    this.listener.changed();
  }
}
