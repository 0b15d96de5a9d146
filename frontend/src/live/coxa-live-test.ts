// <coxa-live-test>: the guided test with this machine's camera, hands-free, from three metres.
//
// What the page gives it:
//   data-socket   path of the live socket, e.g. "/live/<id>"; opened as ws(s)://<this host><path>
//   data-ticket   goes in the first message (`hello`), never in an address
//   data-csrf     kept for requests to the site (none is made at present)
//   data-task     address of pose_landmarker_full.task   {% static 'built/pose/pose_landmarker_full.task' %}
//   data-wasm     address of the folder of the wasm files {% static 'built/pose' %}
//   data-next     where to go when the reading is there, with {job} in the id's place
//   data-leave    where to go back to
//   data-phone, data-typing   the two other ways of measuring
//   data-words    id of the json_script block with LiveWords (words.ts); "live-words" if left out
//
//   {{ words|json_script:"live-words" }}
//   <coxa-live-test data-socket=… data-ticket=… …></coxa-live-test>
//
// What goes over the socket is in protocol.ts (JSON) and packet.ts (816 bytes a frame, a few
// frames in one binary message). The page says `hello` first, on every opening of the line; with
// `secret` it takes up the session it had. It says `answer` when a button or key is pressed, or to
// pause by itself (page hidden, camera gone). The server may answer `welcome`, then `view` and
// `cues`, `done`, or `fault`, after which it closes the socket.
import { LitElement, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { Announcer } from "../player/announcer.js";
import type { Caption } from "../player/announcer.js";
import { AudioBeeper } from "../player/beeper.js";
import { rememberSound, rememberedSound, soundAfter } from "../player/choices.js";
import * as icons from "../player/icons.js";
import { liveRegions } from "../player/live-regions.js";
import { BrowserSpeaker } from "../player/speaker.js";
import { playerStyles } from "../player/styles/player.js";
import { shared } from "../player/styles/shared.js";
import { rememberedVoice } from "../player/voice-choices.js";
import { WakeLock } from "../player/wake-lock.js";
import { readWords } from "../player/words.js";
import { diagnostics } from "./diagnostics.js";
import { realParts } from "./element-parts.js";
import { Feed } from "./feed.js";
import { liveCommandOf } from "./keys.js";
import { LiveTest, isFinal } from "./live-test.js";
import type { Parts } from "./live-test.js";
import type { Joint } from "./packet.js";
import { Preview } from "./preview.js";
import { captionLine, controls, moment, settingUp } from "./stage.js";
import type { StageState } from "./stage.js";
import { liveStyles } from "./styles.js";
import { asking, choosing, faulty, loading, over, start } from "./whole-screens.js";
import type { Ways } from "./whole-screens.js";
import type { LiveWords } from "./words.js";

/** On the picture, whatever the page's colours: as in the player's styles. */
const COLOURS = { outline: "#f7f2ea", bone: "#f7f2ea", left: "#7db8ee", right: "#f0a04b" };

@customElement("coxa-live-test")
export class CoxaLiveTest extends LitElement {
  static override styles = [shared, playerStyles, liveStyles];

  @property({ attribute: "data-socket" }) socket = "";
  @property({ attribute: "data-ticket" }) ticket = "";
  @property({ attribute: "data-csrf" }) csrf = "";
  @property({ attribute: "data-task" }) task = "";
  @property({ attribute: "data-wasm" }) wasm = "";
  @property({ attribute: "data-next" }) next = "";
  @property({ attribute: "data-leave" }) leave = "";
  @property({ attribute: "data-phone" }) phone = "";
  @property({ attribute: "data-typing" }) typing = "";
  @property({ attribute: "data-words" }) words = "live-words";

  @state() private caption: Caption = { text: "", urgent: false };
  @query("video") private video!: HTMLVideoElement | null;
  @query("canvas") private canvas!: HTMLCanvasElement | null;

  private said!: LiveWords;
  private test!: LiveTest;
  private announcer!: Announcer;
  private readonly wakeLock = new WakeLock();
  private readonly feed = new Feed();
  private preview: Preview | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.said = readWords<LiveWords>(this.words, this.ownerDocument);
    this.announcer = new Announcer(
      new BrowserSpeaker(document.documentElement.lang || "en"),
      new AudioBeeper(),
      (caption) => (this.caption = caption),
    );
    this.announcer.sound = rememberedSound();
    this.announcer.reader = rememberedVoice().reader;
    this.test = new LiveTest(this.parts());
    window.addEventListener("keydown", this.pressed);
    document.addEventListener("visibilitychange", this.seen);
    window.addEventListener("online", this.online);
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", this.voicesCame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.pressed);
    document.removeEventListener("visibilitychange", this.seen);
    window.removeEventListener("online", this.online);
    globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", this.voicesCame);
    this.test.close();
    void this.wakeLock.release();
  }

  override render(): TemplateResult {
    return html`
      ${this.body()}
      ${liveRegions(this.caption)}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.feed.into(this.video);
  }

  private body(): TemplateResult {
    const { test, said } = this;
    if (test.stage === "start") return this.start();
    if (test.stage === "asking") return asking(said, this.leave);
    if (test.stage === "over") {
      return over(said, test.view?.phase === "stopped", this.caption.text, this.leave);
    }
    if (test.stage === "fault" && test.fault !== undefined) {
      const again = isFinal(test.fault) ? null : (): void => this.begin();
      return faulty(said, test.fault, test.said, again, this.ways);
    }
    return test.stage === "running" ? this.running() : this.gettingReady();
  }

  private start(): TemplateResult {
    return start(this.said, this.announcer.heard, () => this.begin(), this.soundButton(), this.leave);
  }

  /** The picture while everything is got ready, and during the test: the same element throughout. */
  private withPicture(
    kind: string,
    panel: TemplateResult | typeof nothing,
    beside: TemplateResult,
    below: TemplateResult | typeof nothing,
  ): TemplateResult {
    return html`
      <div class="screen ${kind}">
        <div class="test">
          <div class="picture">
            <video muted playsinline aria-hidden="true"></video>
            <canvas role="img" aria-label=${this.said.preview}></canvas>
            ${panel}
          </div>
          ${beside}
        </div>
        ${below}
      </div>
    `;
  }

  private gettingReady(): TemplateResult {
    const { test, said } = this;
    const beside =
      test.stage === "choosing"
        ? choosing(
            said,
            test.cameras,
            test.camera?.id ?? "",
            (id) => void test.choose(id),
            () => test.confirm(),
          )
        : loading(said, test.stage === "trying" ? 1 : test.progress);
    return this.withPicture("setting-up", nothing, html`<div class="before">${beside}</div>`, nothing);
  }

  private running(): TemplateResult {
    const { test, said } = this;
    const now = this.now();
    const panel = diagnostics(said.diagnostics, {
      fps: test.rates.fps,
      frame_ms: test.rates.frame_ms,
      delegate: test.delegate,
      dropped: test.dropped,
      people: test.people,
    });
    const below = html`${captionLine(now)} ${controls(said, test.view, now)}`;
    const kind = settingUp(test.view) ? "running setting-up" : "running";
    return this.withPicture(kind, panel, moment(said, test.view, now), below);
  }

  private now(): StageState {
    const { test, said, caption } = this;
    const remark = settingUp(test.view) ? test.view?.remark : null;
    const shown = test.lost ? said.lost : (remark ?? (caption.text || test.view?.caption || ""));
    const whyPaused = { hidden: said.hidden, camera: said.cameraGone, asked: null }[test.paused ?? "asked"];
    return {
      paused: test.paused !== null || test.view?.paused === true,
      caption: whyPaused ?? shown,
      urgent: test.lost || caption.urgent,
      toggle: () => this.toggle(),
      answer: (answer) => test.answer(answer),
      soundButton: this.soundButton(),
    };
  }

  private soundButton(): TemplateResult {
    const sound = this.announcer.heard;
    return html`
      <button type="button" class="sound" data-sound=${sound} @click=${() => this.changeSound()}>
        ${icons[sound]}
        <span><span class="unseen">${this.said.soundButton}</span> ${this.said.sound[sound]}</span>
      </button>
    `;
  }

  private get ways(): Ways {
    return { leave: this.leave, phone: this.phone, typing: this.typing };
  }

  private parts(): Parts {
    const { socket, ticket, task, wasm } = this;
    return {
      ...realParts({ socket, ticket, task, wasm }),
      announcer: this.announcer,
      words: this.said,
      show: (camera, frame) => this.feed.show(camera, frame),
      changed: () => this.requestUpdate(),
      drawn: (joints) => this.draw(joints),
      finished: (job) => location.assign(this.next.replace("{job}", job)),
    };
  }

  private draw(joints: readonly Joint[]): void {
    const { canvas, video, test } = this;
    if (canvas === null || video === null) return;
    if (this.preview?.canvas !== canvas) this.preview = new Preview(canvas, COLOURS);
    this.preview.draw(video, joints, settingUp(test.view));
  }

  private begin(): void {
    this.announcer.wake();
    void this.wakeLock.hold();
    void this.test.begin();
  }

  private toggle(): void {
    this.announcer.wake();
    void this.wakeLock.hold();
    this.test.toggle();
  }

  private changeSound(): void {
    this.announcer.wake();
    // From what is heard: where there is no voice, the next after it would change nothing.
    this.announcer.sound = soundAfter(this.announcer.heard);
    this.announcer.silence();
    rememberSound(this.announcer.sound);
    this.requestUpdate();
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const command = liveCommandOf(event);
    if (command === undefined) return;
    if (command === "sound") return this.changeSound();
    if (this.test.stage !== "running") return;
    event.preventDefault();
    if (command === "toggle") return this.toggle();
    this.test.answer(command === "skip" ? "skip_side" : command);
  };

  private readonly seen = (): void => {
    if (document.visibilityState === "hidden") this.test.pause("hidden");
  };

  /** A browser may list its voices late. */
  private readonly voicesCame = (): void => this.requestUpdate();

  private readonly online = (): void => this.test.hurry();
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-live-test": CoxaLiveTest;
  }
}
