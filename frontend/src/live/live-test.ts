// One live test from the first press to the job: camera, nets, line and voice, without a page.
import type { Announcer } from "../player/announcer.js";
import { BothWays } from "./both-ways.js";
import { close, whenGone, whenStill } from "./camera.js";
import type { CameraChoice, CameraFault, Cameras, OpenCamera } from "./camera.js";
import type { Line, LineListener } from "./line.js";
import { pack } from "./packet.js";
import type { Joint } from "./packet.js";
import { PeopleSchedule } from "./people.js";
import type { Pose, PoseListener } from "./pose.js";
import type { Seen } from "./pose-protocol.js";
import type { Answer, FromServer, Hello, LiveView, PauseReason } from "./protocol.js";
import { Rates } from "./rates.js";
import type { LiveWords } from "./words.js";

/** The first picture of a slow camera comes after two seconds or three. */
export const FIRST_PICTURE_MS = 10_000;

export type FaultId = CameraFault | "model" | "line" | LastWord;

/** After these the test is over for good: the server turned it down, or had nothing to read. */
export type LastWord = "refused_by_server" | "stopped" | "unread";
const FINAL: readonly FaultId[] = ["line", "refused_by_server", "stopped", "unread"];

export function isFinal(fault: FaultId): boolean {
  return FINAL.includes(fault);
}

export type Stage =
  /** Nothing has been asked for yet. */
  | "start"
  | "asking"
  | "loading"
  /** Several cameras: is this the right one? */
  | "choosing"
  /** Which delegate is faster. */
  | "trying"
  | "running"
  | "fault"
  /** Over; the server reads, or has said why there is nothing to read. */
  | "over";

export type OpenedLine = Pick<Line, "open" | "say" | "send" | "flush" | "close" | "hurry" | "dropped">;
export type Eyes = Pick<Pose, "load" | "offer" | "close" | "passedOver">;
export type SaidHello = Omit<Hello, "kind" | "secret" | "ticket">;

/** What the test is made of; each can be stood in for. */
export interface Parts {
  cameras: Pick<Cameras, "list" | "open" | "watch">;
  pose: (listener: PoseListener) => Eyes;
  line: (hello: () => SaidHello, listener: LineListener) => OpenedLine;
  announcer: Announcer;
  words: Pick<LiveWords, "lost" | "found" | "hidden" | "cameraGone">;
  /** Fetch the nets. */
  fetchTask: (progress: (share: number) => void) => Promise<Uint8Array>;
  wasm: string;
  rememberedCamera: () => string | null;
  rememberCamera: (id: string) => void;
  /** Show a camera's picture and call for each of its frames, until told to stop. */
  show: (camera: OpenCamera, frame: (video: HTMLVideoElement, time_ms: number) => void) => () => void;
  /** Something that is shown has changed. */
  changed: () => void;
  /** A frame was looked at. */
  drawn: (joints: readonly Joint[]) => void;
  finished: (job: string) => void;
}

export class LiveTest {
  stage: Stage = "start";
  fault: FaultId | undefined;
  /** What the server said when it turned the test down. */
  said: string | undefined;
  progress = 0;
  cameras: CameraChoice[] = [];
  camera: OpenCamera | undefined;
  view: LiveView | undefined;
  lost = false;
  paused: PauseReason | null = null;
  people = -1;
  delegate = "";
  readonly rates = new Rates();

  private eyes: Eyes | undefined;
  private line: OpenedLine | undefined;
  private hello: SaidHello | undefined;
  private readonly schedule = new PeopleSchedule();
  private readonly bothWays = new BothWays();
  private number = 0;
  private loading: Promise<boolean> | undefined;
  private stopShowing: (() => void) | undefined;
  private firstPicture: ReturnType<typeof setTimeout> | undefined;
  private stopWatching: (() => void) | undefined;

  constructor(private readonly parts: Parts) {}

  get dropped(): number {
    return this.line?.dropped ?? 0;
  }

  /** Open the camera and go as far as it goes by itself; from a press of the person. */
  async begin(): Promise<void> {
    this.fault = undefined;
    this.go("asking");
    if (!(await this.openCamera(this.parts.rememberedCamera()))) return;
    this.go("loading");
    this.loading ??= this.load();
    if (!(await this.loading) || this.fault !== undefined) return;
    this.cameras = await this.parts.cameras.list();
    this.stopWatching ??= this.parts.cameras.watch(() => void this.listCameras());
    const known = this.camera?.id === this.parts.rememberedCamera();
    // After a fault in the middle of a test it goes straight on.
    this.go(this.hello !== undefined ? "running" : known || this.cameras.length < 2 ? "trying" : "choosing");
    if (this.stage === "running") this.resume();
  }

  async choose(id: string): Promise<void> {
    if (this.camera?.id === id) return;
    if (await this.openCamera(id)) this.parts.changed();
  }

  /** This camera it is. */
  confirm(): void {
    if (this.camera !== undefined) this.parts.rememberCamera(this.camera.id);
    this.go("trying");
  }

  answer(answer: Answer): void {
    this.parts.announcer.silence();
    this.line?.say({ kind: "answer", answer, reason: null });
  }

  toggle(): void {
    if (this.paused === null && this.view?.paused !== true) this.pause("asked");
    else this.resume();
  }

  pause(reason: PauseReason): void {
    // A page out of sight may not be woken for what waits.
    this.line?.flush();
    if (this.stage !== "running" || this.paused !== null || this.view?.running === false) return;
    this.paused = reason;
    this.parts.announcer.silence();
    this.line?.say({ kind: "answer", answer: "pause", reason });
    const { hidden, cameraGone } = this.parts.words;
    if (reason !== "asked") this.parts.announcer.tell(reason === "hidden" ? hidden : cameraGone);
    this.parts.changed();
  }

  resume(): void {
    this.paused = null;
    this.line?.say({ kind: "answer", answer: "resume", reason: null });
    this.parts.changed();
  }

  hurry(): void {
    this.line?.hurry();
  }

  close(): void {
    this.stopWatching?.();
    this.letGo();
    this.eyes?.close();
    this.line?.close();
    this.parts.announcer.silence();
  }

  private async openCamera(id: string | null): Promise<boolean> {
    this.letGo();
    let opened = await this.parts.cameras.open(id);
    // A remembered camera that is not there today is no reason to have none.
    if (!opened.ok && opened.fault === "absent" && id !== null) opened = await this.parts.cameras.open(null);
    if (!opened.ok) {
      this.fail(opened.fault);
      return false;
    }
    this.camera = opened.camera;
    whenGone(opened.camera, () => this.cameraGone());
    whenStill(opened.camera, () => this.pause("camera"));
    this.stopShowing = this.parts.show(opened.camera, (video, time_ms) => this.frame(video, time_ms));
    this.firstPicture = setTimeout(() => this.fail("dark"), FIRST_PICTURE_MS);
    return true;
  }

  private async load(): Promise<boolean> {
    try {
      const task = await this.parts.fetchTask((share) => {
        this.progress = share;
        this.parts.changed();
      });
      this.eyes = this.parts.pose({
        seen: (seen) => this.seen(seen),
        failed: (why) => {
          console.warn(why); // for whoever is asked to help
          this.fail("model");
        },
      });
      await this.eyes.load(task, this.parts.wasm);
      return true;
    } catch {
      this.loading = undefined;
      this.fail("model");
      return false;
    }
  }

  private frame(video: HTMLVideoElement, time_ms: number): void {
    clearTimeout(this.firstPicture);
    // A phone that is held upright may still tell the size of the picture lying down.
    if (this.camera !== undefined && video.videoWidth > 0) {
      this.camera.width_px = video.videoWidth;
      this.camera.height_px = video.videoHeight;
    }
    if (this.stage !== "trying" && this.stage !== "running") return;
    const settled = this.view !== undefined && !["place", "raise_hand"].includes(this.view.phase);
    const count = this.stage === "running" && this.schedule.due(time_ms, settled);
    void this.eyes?.offer(video, time_ms, count);
  }

  private seen(seen: Seen): void {
    this.delegate = seen.delegate;
    this.rates.add(seen.time_ms, seen.spent_ms);
    if (seen.people >= 0) this.people = seen.people;
    this.parts.drawn(this.bothWays.joints(seen));
    if (this.stage === "trying" && seen.settled) this.openLine();
    if (this.stage === "running") this.send(seen);
  }

  private send(seen: Seen): void {
    const { camera, hello } = this;
    if (camera === undefined || hello === undefined) return;
    // A camera that was plugged in again may give another size: the width stays what was said, and
    // the height in proportion, so that every angle stays as it is.
    const height_px = (camera.height_px * hello.width_px) / camera.width_px;
    const { time_ms, people, joints, by_mirror } = seen;
    const frame = { number: this.number, time_s: time_ms / 1000, people, joints, by_mirror };
    this.number += 1;
    this.line?.send(pack(frame, hello.width_px, height_px));
  }

  private openLine(): void {
    const { width_px, height_px, name, fps } = this.camera as OpenCamera;
    this.hello = { width_px, height_px, camera: name, fps, user_agent: navigator.userAgent };
    const hello = this.hello;
    this.line = this.parts.line(() => hello, {
      heard: (message) => this.heard(message),
      lost: () => this.lineLost(),
      found: () => this.lineFound(),
      gone: () => this.fail("line"),
      ended: () => this.end(),
    });
    this.line.open();
    this.go("running");
  }

  private heard(message: FromServer): void {
    if (message.kind === "view") return this.show(message);
    if (message.kind === "done") return this.parts.finished(message.job);
    if (message.kind === "fault") {
      this.said = message.message;
      this.fail(this.lastWord);
    }
  }

  /** By what was asked for last: who stopped a test has not been turned down. */
  private get lastWord(): LastWord {
    if (this.view?.phase === "stopped") return "stopped";
    return this.view?.phase === "done" ? "unread" : "refused_by_server";
  }

  private show({ view, cues }: Extract<FromServer, { kind: "view" }>): void {
    this.view = view;
    if (view.phase === "done" || view.phase === "stopped") this.end();
    // A cue is due when it comes; what was planned before it is not.
    this.parts.announcer.plan(cues.map((cue) => ({ ...cue, at_s: 0 })));
    this.parts.announcer.play(0);
    this.parts.changed();
  }

  private end(): void {
    if (this.stage !== "running") return;
    this.letGo();
    this.go("over");
  }

  private cameraGone(): void {
    this.pause("camera");
    this.fail("unplugged");
  }

  private lineLost(): void {
    this.lost = true;
    this.parts.announcer.tell(this.parts.words.lost);
    this.parts.changed();
  }

  private lineFound(): void {
    this.lost = false;
    this.parts.announcer.tell(this.parts.words.found);
    this.parts.changed();
  }

  private async listCameras(): Promise<void> {
    this.cameras = await this.parts.cameras.list();
    this.parts.changed();
  }

  /** The line stays: the test can be taken up again once the camera is back. */
  private fail(fault: FaultId): void {
    this.fault = fault;
    this.letGo();
    if (fault === "model") {
      this.eyes?.close();
      this.eyes = this.loading = undefined;
    }
    if (isFinal(fault)) this.line?.close();
    this.go("fault");
  }

  private letGo(): void {
    clearTimeout(this.firstPicture);
    this.stopShowing?.();
    this.stopShowing = undefined;
    if (this.camera !== undefined) close(this.camera);
    this.camera = undefined;
  }

  private go(stage: Stage): void {
    this.stage = stage;
    this.parts.changed();
  }
}
