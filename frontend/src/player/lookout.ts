// Joins the eye and the session: what to look for, what was seen, and whether there is anybody who looks.
import { Feed } from "../live/feed.js";
import { Preview } from "../live/preview.js";
import type { Joint } from "../live/packet.js";
import { rememberCamera, rememberPicture, rememberedCamera, rememberedPicture } from "./camera-choice.js";
import { Eye } from "./eye.js";
import type { EyeParts } from "./eye.js";
import { isOver } from "./protocol.js";
import type { Screen } from "./protocol.js";
import type { Session } from "./session.js";

/** On the picture, whatever the page's colours: as in the player's styles. */
const COLOURS = { outline: "#f7f2ea", bone: "#f7f2ea", left: "#7db8ee", right: "#f0a04b" };

const MOST_SETTLING_MS = 20_000;
const SETTLING_STEP_MS = 100;

export type Told = Pick<Session, "camera" | "sight" | "screen">;

export class Lookout {
  /** The person wants the camera to count. */
  wanted = rememberedCamera() === true;
  pictureShown = rememberedPicture();
  readonly eye: Eye;
  readonly video: HTMLVideoElement;

  private readonly feed = new Feed();
  private preview: Preview | undefined;
  private away = false;
  private lookedFor = "";
  private told: boolean | undefined;
  private toldEpoch = -1;

  constructor(
    parts: Omit<EyeParts, "show">,
    private readonly session: () => Told,
    /** The canvas that shows what the camera sees, while there is one. */
    private readonly canvas: () => HTMLCanvasElement | null,
    private readonly changed: () => void,
    page: Document = document,
  ) {
    this.video = page.createElement("video");
    this.video.muted = this.video.playsInline = true;
    this.video.ariaHidden = "true";
    this.feed.into(this.video);
    this.eye = new Eye(
      { ...parts, show: (camera, frame) => this.feed.show(camera, frame) },
      {
        changed: () => this.eyeChanged(),
        moment: (moment, captured_ms) => this.session().sight(moment, captured_ms),
        drawn: (joints) => this.draw(joints),
      },
    );
  }

  /** Whether it is on its way or looks; shown wherever the camera is led through. */
  get isOn(): boolean {
    return this.wanted && this.eye.isOpen;
  }

  /** From a tap or a key: open the camera if it is wanted; resolves once that is allowed or not. */
  async ready(): Promise<void> {
    if (this.wanted) await this.eye.open();
  }

  /** Resolves once the camera looks, or will not soon: nobody should begin by the clock for a second's sake. */
  async settled(): Promise<void> {
    for (let waited_ms = 0; this.onItsWay && waited_ms < MOST_SETTLING_MS; waited_ms += SETTLING_STEP_MS) {
      await new Promise((resolve) => setTimeout(resolve, SETTLING_STEP_MS));
    }
  }

  private get onItsWay(): boolean {
    return this.eye.sight === "coming" && !this.eye.ready;
  }

  /** From a tap or a key. */
  async choose(wanted: boolean): Promise<void> {
    this.wanted = wanted;
    rememberCamera(wanted);
    if (wanted) await this.eye.open();
    else this.eye.close();
  }

  showPicture(shown: boolean): void {
    this.pictureShown = shown;
    rememberPicture(shown);
    this.changed();
  }

  /** Out of sight the camera is off: nobody should wonder why its light is on. */
  hide(): void {
    this.away = this.eye.isOpen;
    this.eye.close();
  }

  comeBack(): void {
    if (this.away) void this.ready();
    this.away = false;
  }

  end(): void {
    this.eye.end();
  }

  /** The session stands elsewhere than before. */
  follow(): void {
    const { screen } = this.session();
    if (screen === undefined) return;
    if (isOver(screen.phase)) return this.eye.close();
    this.told ??= screen.camera;
    this.lookFor(screen);
    this.tell();
  }

  /** Anew for each exercise and side, and whenever the start pose is waited for. */
  private lookFor(screen: Screen): void {
    const { exercise_id, side, phase, phase_started_s } = screen;
    const since = phase === "position" ? phase_started_s : "";
    const wanted = `${exercise_id} ${side} ${since}`;
    const before = this.lookedFor;
    if (wanted === before) return;
    this.lookedFor = wanted;
    // Out of the wait into the work the same is looked for as before.
    if (since === "" && before.startsWith(`${exercise_id} ${side} `)) return;
    if (screen.watchable) this.eye.lookFor({ exercise_id, side });
  }

  /** Tell the session whether a camera looks on; again when it began to look anew. */
  private tell(): void {
    const { sight, fault, epoch } = this.eye;
    const onItsWay = sight === "coming" || (sight === "none" && this.wanted && fault === undefined);
    if (this.told === undefined || onItsWay) return;
    const on = sight === "seeing";
    if (on === this.told && (!on || epoch === this.toldEpoch)) return;
    this.told = on;
    this.toldEpoch = epoch;
    this.session().camera(on);
  }

  private eyeChanged(): void {
    this.follow();
    this.changed();
  }

  private draw(joints: readonly Joint[]): void {
    const canvas = this.canvas();
    if (canvas === null) return;
    if (this.preview?.canvas !== canvas) this.preview = new Preview(canvas, COLOURS);
    this.preview.draw(this.video, joints, false);
  }
}
