// <coxa-player>: leads a person through a session, hands-free, from across the room.
import { LitElement, html } from "lit";
import type { TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { realParts } from "../live/element-parts.js";
import { Cameras } from "../live/camera.js";
import { Pose } from "../live/pose.js";
import { Announcer } from "./announcer.js";
import type { Caption } from "./announcer.js";
import { AudioBeeper } from "./beeper.js";
import { rememberSound, rememberedSound, soundAfter } from "./choices.js";
import type { ShownExercise } from "./camera-words.js";
import { CameraViews } from "./camera-views.js";
import { Connection } from "./connection.js";
import { counted, stepped } from "./count.js";
import "./effort-form.js";
import type { EffortTold } from "./effort-form.js";
import type { EyeFault } from "./eye.js";
import { Hints } from "./hints.js";
import * as icons from "./icons.js";
import { commandOf } from "./keys.js";
import { liveRegions } from "./live-regions.js";
import { Lookout } from "./lookout.js";
import "./pain-form.js";
import type { PainTold } from "./pain-form.js";
import { isOver } from "./protocol.js";
import type { Screen } from "./protocol.js";
import { Session } from "./session.js";
import { trouble } from "./sight-words.js";
import { BrowserSpeaker } from "./speaker.js";
import { stage } from "./stage.js";
import { playerStyles } from "./styles/player.js";
import { shared } from "./styles/shared.js";
import { watchingStyles } from "./styles/watching.js";
import { rememberedVoice } from "./voice-choices.js";
import "./voice-form.js";
import { WakeLock } from "./wake-lock.js";
import { WatchLine } from "./watch-line.js";
import { ending, reading, refused, sureToEnd, welcome } from "./whole-screens.js";
import { readWords } from "./words.js";
import type { PlayerWords } from "./words.js";

const BEAT_MS = 50;

@customElement("coxa-player")
export class CoxaPlayer extends LitElement {
  static override styles = [shared, playerStyles, watchingStyles];

  /** Address of the session in the API. */
  @property() address = "";
  @property() csrf = "";
  /** Where to go when the session is over. */
  @property() done = "";
  /** Where to go when the session cannot be led. */
  @property() leave = "";
  /** Id of the page's data block with all words. */
  @property() words = "player-words";
  /** Id of the page's data block with the exercises by their ids. */
  @property() exercises = "player-exercises";
  /** Path of the watch socket, and the ticket that opens it. */
  @property({ attribute: "data-socket" }) socket = "";
  @property({ attribute: "data-ticket" }) ticket = "";
  /** Addresses of the nets, and of the figure's body. */
  @property({ attribute: "data-task" }) task = "";
  @property({ attribute: "data-wasm" }) wasm = "";
  @property({ attribute: "data-body" }) figureBody = "";

  @state() private caption: Caption = { text: "", urgent: false };
  @state() private telling = false;
  @state() private askingEnd = false;
  @state() private choosingVoice = false;
  @state() private unreadable = false;
  @state() private number: number | null = null;
  @state() private goesOnIn: number | null = null;
  @query(".ring") private ring!: HTMLElement | null;
  @query("canvas.preview") private canvas!: HTMLCanvasElement | null;

  private said!: PlayerWords;
  private session!: Session;
  private connection!: Connection;
  private announcer!: Announcer;
  private lookout!: Lookout;
  private cameraViews!: CameraViews;
  private hints!: Hints;
  private toldFault: EyeFault | undefined;
  private beginning = false;
  private readonly wakeLock = new WakeLock();
  private beats: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.said = readWords(this.words, this.ownerDocument);
    this.announcer = new Announcer(
      new BrowserSpeaker(document.documentElement.lang || "en"),
      new AudioBeeper(),
      (caption) => (this.caption = caption),
    );
    this.readSound();
    this.connection = new Connection(this.address, this.csrf, {
      acknowledged: (reply, idle) => this.session.acknowledged(reply, idle),
      lost: () => this.session.connectionLost(),
      found: () => this.session.connectionFound(),
      refused: (fault) => this.session.refused(fault),
    });
    this.session = new Session(this.connection, this.announcer, this.said, () => this.changed());
    this.lookout = this.newLookout();
    const shown = readWords<Record<string, ShownExercise>>(this.exercises, this.ownerDocument);
    this.cameraViews = new CameraViews(this.said, shown, this.lookout, this.figureBody);
    this.hints = new Hints(this.said.camera);
    window.addEventListener("keydown", this.pressed);
    document.addEventListener("visibilitychange", this.seen);
    window.addEventListener("pagehide", this.gone);
    window.addEventListener("online", this.online);
    this.beats = setInterval(() => this.beat(), BEAT_MS);
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.beats);
    window.removeEventListener("keydown", this.pressed);
    document.removeEventListener("visibilitychange", this.seen);
    window.removeEventListener("pagehide", this.gone);
    window.removeEventListener("online", this.online);
    this.connection.close();
    this.lookout.end();
    this.announcer.silence();
    void this.wakeLock.release();
  }

  override render(): TemplateResult {
    return html`
      ${this.body()} ${this.lookout.video}
      ${liveRegions(this.caption)}
    `;
  }

  private body(): TemplateResult {
    const { session, said } = this;
    const screen = session.screen;
    if (session.fault !== undefined) {
      return refused(said, session.fault, () => void this.open(), this.leave);
    }
    if (screen === undefined) return reading(said, this.unreadable, () => void this.open());
    if (isOver(screen.phase)) return ending(said, screen, this.done);
    if (this.choosingVoice) return this.voiceForm();
    if (this.telling || screen.phase === "ask-pain") return this.painForm(screen);
    if (screen.phase === "ask-effort") return this.effortForm();
    if (screen.phase === "waiting") return this.welcome(screen);
    if (this.askingEnd) return sureToEnd(said, () => this.end(), () => (this.askingEnd = false));
    return this.stage(screen);
  }

  private welcome(screen: Screen): TemplateResult {
    const camera = this.cameraViews.choosing();
    return welcome(this.said, screen, () => void this.begin(), this.soundButton(), camera);
  }

  private stage(screen: Screen): TemplateResult {
    const { said, session } = this;
    const paused = session.paused !== null;
    return stage(said, screen, {
      ...this.cameraViews.ofStage(screen, paused, () => void this.toggle()),
      number: this.number,
      paused,
      lost: session.lost,
      caption: this.caption,
      toggle: () => void this.toggle(),
      next: () => session.next(),
      pain: () => this.hurts(),
      end: () => (this.askingEnd = true),
      soundButton: this.soundButton(),
    });
  }

  private painForm(screen: Screen): TemplateResult {
    const asked = !this.telling;
    return html`
      <coxa-pain-form
        .words=${this.said}
        .question=${asked ? screen.now : this.said.pain}
        .leave=${asked ? this.said.painSkip : this.said.back}
        .goesOnIn=${asked && screen.phase_ends_s !== null ? this.goesOnIn : null}
        @told=${(event: CustomEvent<PainTold>) => this.painTold(event.detail)}
        @left=${() => (asked ? this.session.next() : (this.telling = false))}
        @touched=${() => this.session.pause("pain")}
      ></coxa-pain-form>
    `;
  }

  private effortForm(): TemplateResult {
    return html`
      <coxa-effort-form
        .words=${this.said}
        @told=${(event: CustomEvent<EffortTold>) =>
          this.session.tellEffort(event.detail.score, event.detail.note)}
      ></coxa-effort-form>
    `;
  }

  /** While it runs, to be quiet at once; while it stands, all there is to choose. */
  private soundButton(): TemplateResult {
    const { sound, reader } = this.announcer;
    const way = sound === "voice" && reader ? "reader" : sound;
    const runs = this.session.screen?.running === true && this.session.paused === null;
    const press = () => (runs ? this.changeSound() : this.chooseVoice());
    return html`
      <button type="button" class="sound" data-sound=${sound} @click=${press}>
        ${icons[sound]}
        <span><span class="unseen">${this.said.soundButton}</span> ${this.said.sound[way]}</span>
      </button>
    `;
  }

  private voiceForm(): TemplateResult {
    return html`
      <coxa-voice-form
        leave
        .words=${this.said.voice}
        @changed=${() => this.readSound()}
        @left=${() => void this.leaveVoice()}
      ></coxa-voice-form>
    `;
  }

  private async open(): Promise<void> {
    this.unreadable = false;
    try {
      await this.session.open();
    } catch {
      this.unreadable = true;
    }
    this.changed();
  }

  private newLookout(): Lookout {
    const { socket, ticket, task, wasm } = this;
    const { fetchTask, wasm: folder, rememberedCamera } = realParts({ socket, ticket, task, wasm });
    return new Lookout(
      {
        cameras: new Cameras(),
        pose: (listener) => new Pose(listener),
        fetchTask,
        wasm: folder,
        rememberedCamera,
        line: (size, listener) => new WatchLine(socket, ticket, size, listener),
      },
      () => this.session,
      () => this.canvas,
      () => this.eyeChanged(),
    );
  }

  private async begin(): Promise<void> {
    this.announcer.wake();
    void this.wakeLock.hold();
    await this.lookout.ready();
    // Whoever presses once more does not want to wait for the camera.
    const waits = !this.beginning;
    this.beginning = true;
    if (waits) await this.lookout.settled();
    if (this.session.screen?.phase !== "waiting") return;
    if (this.announcer.heard !== this.announcer.sound) {
      this.caption = { text: this.said.noVoice, urgent: false };
    }
    this.session.begin();
  }

  private async toggle(): Promise<void> {
    const screen = this.session.screen;
    if (screen === undefined) return;
    if (screen.phase === "waiting") return this.begin();
    if (this.session.paused === null) return this.session.pause("asked");
    this.announcer.wake();
    void this.wakeLock.hold();
    await this.lookout.ready();
    this.session.resume();
  }

  private hurts(): void {
    this.session.pause("pain");
    this.telling = true;
  }

  private painTold(told: PainTold): void {
    this.telling = false;
    this.session.tellPain(told.score, told.groin_pinch, told.stop_signs);
  }

  private end(): void {
    this.askingEnd = false;
    this.session.stop();
  }

  private readSound(): void {
    this.announcer.sound = rememberedSound();
    this.announcer.reader = rememberedVoice().reader;
  }

  private chooseVoice(): void {
    this.session.pause("asked");
    this.choosingVoice = true;
  }

  /** Back to where it stood, the key at hand on what goes on. */
  private async leaveVoice(): Promise<void> {
    this.choosingVoice = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".begin, .press")?.focus();
  }

  private changeSound(): void {
    this.announcer.wake();
    this.announcer.sound = soundAfter(this.announcer.sound);
    this.announcer.silence();
    rememberSound(this.announcer.sound);
    this.requestUpdate();
  }

  /** The session stands elsewhere than before. */
  private changed(): void {
    const screen = this.session.screen;
    if (screen !== undefined && isOver(screen.phase)) {
      this.telling = this.askingEnd = false;
      void this.wakeLock.release();
    }
    this.lookout.follow();
    this.show();
    this.requestUpdate();
  }

  private beat(): void {
    this.session.beat();
    this.hint();
    this.show();
  }

  /** What the camera misses is said aloud: the screen may be too far away to read. */
  private hint(): void {
    const { screen, paused } = this.session;
    if (screen?.phase !== "position" || paused !== null) return;
    const sentence = this.hints.due(this.lookout.eye, performance.now());
    if (sentence !== undefined) this.sayNow(sentence);
  }

  private sayNow(text: string): void {
    this.announcer.plan([{ at_s: this.session.t_s, kind: "say", priority: "normal", text }]);
  }

  /** What the coach cannot know: why there is no camera from the start. */
  private eyeChanged(): void {
    const { fault } = this.lookout.eye;
    const { screen } = this.session;
    const isNew = fault !== undefined && fault !== this.toldFault;
    this.toldFault = fault;
    if (isNew && screen !== undefined && screen.phase !== "waiting" && !screen.camera) {
      this.announcer.tell(trouble(this.said.camera, this.lookout.eye));
    }
    this.requestUpdate();
  }

  /** Bring the count and the ring up to the clock. */
  private show(): void {
    const screen = this.session.screen;
    if (screen === undefined) return;
    const t_s = this.session.t_s;
    const now = counted(screen, t_s);
    this.number = now.number;
    this.goesOnIn = screen.phase_ends_s === null || this.session.paused !== null
      ? null
      : Math.max(0, Math.ceil(screen.phase_ends_s - t_s));
    this.ring?.style.setProperty("--passed", String(stepped(now.share)));
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const screen = this.session.screen;
    const command = commandOf(event);
    if (command === undefined || screen === undefined || isOver(screen.phase)) return;
    if (this.choosingVoice || this.askingEnd || this.telling) return;
    if (command === "sound") return this.changeSound();
    const asking = screen.phase === "ask-pain" || screen.phase === "ask-effort";
    if (asking) return;
    if (command === "voice") return this.chooseVoice();
    event.preventDefault();
    if (command === "camera") return void this.lookout.choose(!this.lookout.isOn);
    if (command === "toggle") return void this.toggle();
    if (command === "pain") return this.hurts();
    if (screen.phase !== "waiting") this.session.next();
  };

  private readonly seen = (): void => {
    if (document.visibilityState !== "hidden") return this.lookout.comeBack();
    this.session.pause("hidden");
    this.lookout.hide();
  };

  private readonly gone = (): void => this.session.pause("hidden");

  private readonly online = (): void => {
    this.connection.hurry();
    this.lookout.eye.hurry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-player": CoxaPlayer;
  }
}
