// <coxa-phone-test>: the page on the phone, from the code to the last word.
//
//   {{ words|json_script:"phone-words" }}
//   <coxa-phone-test></coxa-phone-test>
//
// The code may stand behind the # of the address, where it is never sent by itself.
import { LitElement, html } from "lit";
import type { TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { Announcer } from "../player/announcer.js";
import type { Caption } from "../player/announcer.js";
import { AudioBeeper } from "../player/beeper.js";
import { rememberSound, rememberedSound, soundAfter } from "../player/choices.js";
import { liveRegions } from "../player/live-regions.js";
import { BrowserSpeaker } from "../player/speaker.js";
import { playerStyles } from "../player/styles/player.js";
import { shared } from "../player/styles/shared.js";
import { WakeLock } from "../player/wake-lock.js";
import { readWords } from "../player/words.js";
import { saveFile } from "./csv.js";
import { Link } from "./link.js";
import { PhoneTest } from "./phone-test.js";
import type { Parts } from "./phone-test.js";
import type { Step } from "./protocol.js";
import { running } from "./running.js";
import { screenOf } from "./screens.js";
import { Sensors, allowSensors } from "./sensors.js";
import { BrowserStore } from "./store.js";
import { phoneStyles } from "./styles.js";
import { TabTicket } from "./ticket.js";
import type { PhoneWords } from "./words.js";

const LOOK_EVERY_MS = 100;

@customElement("coxa-phone-test")
export class CoxaPhoneTest extends LitElement {
  static override styles = [shared, playerStyles, phoneStyles];

  @state() private caption: Caption = { text: "", urgent: false };

  private said!: PhoneWords;
  private test!: PhoneTest;
  private announcer!: Announcer;
  private sensors: Sensors | undefined;
  private readonly wakeLock = new WakeLock();
  private looking = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.said = readWords<PhoneWords>("phone-words", this.ownerDocument);
    this.announcer = new Announcer(
      new BrowserSpeaker(document.documentElement.lang || "en"),
      new AudioBeeper(),
      (caption) => (this.caption = caption),
    );
    this.announcer.sound = rememberedSound();
    this.test = new PhoneTest(this.parts());
    this.looking = window.setInterval(() => this.test.tick(), LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", this.seen);
    void this.enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.looking);
    document.removeEventListener("visibilitychange", this.seen);
    this.sensors?.stop();
    void this.wakeLock.release();
  }

  override render(): TemplateResult {
    const { test, said, caption } = this;
    const doing = {
      join: (code: string): void => void test.join(code),
      allow: (): void => this.allow(),
      begin: (): void => this.begin(),
      other: (): void => test.changeLegs(),
      choose: (side: "left" | "right"): void => test.choose(side),
      finish: (): void => test.finish(),
      pinch: (): void => test.pinch(),
      stop: (): void => test.stop(),
      save: (): void => test.save(),
    };
    return html`
      ${test.stage === "running"
        ? running(said, test, caption, doing)
        : screenOf(said, test, doing, this.soundButton())}
      ${liveRegions(caption)}
    `;
  }

  /** Take up what was begun, or go in by the code of the address. */
  private async enter(): Promise<void> {
    const code = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    await this.test.restore();
    if (this.test.stage === "join" && code !== "") await this.test.join(code);
  }

  private parts(): Parts {
    return {
      link: new Link(),
      store: new BrowserStore(),
      ticket: new TabTicket(),
      allow: () => allowSensors(),
      feel: (hear) => {
        this.sensors?.stop();
        this.sensors = new Sensors(hear);
        this.sensors.start();
      },
      speak: (step, aloud) => this.speak(step, aloud),
      hush: () => this.announcer.silence(),
      sound: () => this.announcer.heard,
      now_s: () => performance.now() / 1000,
      changed: () => this.requestUpdate(),
      save: (name, content) => saveFile(name, content),
      noAnswer: this.said.noAnswer,
    };
  }

  private speak(step: Step, aloud: boolean): void {
    if (step.say === null) return;
    const kind = aloud ? "say" : "caption";
    this.announcer.plan([{ at_s: 0, kind, priority: "normal", text: step.say }]);
    this.announcer.play(0);
  }

  /** Everything that a browser gives only in a tap is asked for in this one. */
  private allow(): void {
    this.wake();
    void this.test.allow();
  }

  private begin(): void {
    this.wake();
    if (this.announcer.heard !== this.announcer.sound) {
      this.caption = { text: this.said.noVoice, urgent: false };
    }
    this.test.begin();
  }

  private wake(): void {
    this.announcer.wake();
    void this.wakeLock.hold();
  }

  private soundButton(): TemplateResult {
    const sound = this.announcer.sound;
    return html`
      <button type="button" class="sound" data-sound=${sound} @click=${() => this.changeSound()}>
        ${this.said.soundButton} ${this.said.sound[sound]}
      </button>
    `;
  }

  private changeSound(): void {
    this.announcer.wake();
    this.announcer.sound = soundAfter(this.announcer.sound);
    this.announcer.silence();
    rememberSound(this.announcer.sound);
    this.requestUpdate();
  }

  private readonly seen = (): void => {
    if (document.visibilityState === "hidden") this.test.hide();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "coxa-phone-test": CoxaPhoneTest;
  }
}
