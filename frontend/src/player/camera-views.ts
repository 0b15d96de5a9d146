// What a session with the camera shows beside the count: the set-up, the small picture, the range, buttons.
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";

import { cameraButtons } from "./camera-buttons.js";
import { cameraChoosing } from "./camera-choosing.js";
import type { ShownExercise } from "./camera-words.js";
import type { Lookout } from "./lookout.js";
import type { Phase, Screen } from "./protocol.js";
import { rangeBar } from "./range-bar.js";
import { setUp } from "./set-up.js";
import { trouble } from "./sight-words.js";
import type { StageState } from "./stage.js";
import type { PlayerWords } from "./words.js";

/** In these the person finds the start pose. */
const FINDING: ReadonlySet<Phase> = new Set<Phase>(["intro", "switch-sides", "position"]);

export type CameraViewsOfStage = Pick<
  StageState,
  "setUp" | "preview" | "range" | "cameraButtons" | "nextWord"
>;

export class CameraViews {
  constructor(
    private readonly said: PlayerWords,
    private readonly shown: Record<string, ShownExercise>,
    private readonly lookout: Lookout,
    /** Address of the figure's body. */
    private readonly figureBody: string,
  ) {}

  /** Before the session; nothing where no camera counts any of its exercises. */
  choosing(): TemplateResult | typeof nothing {
    const { lookout, said } = this;
    if (!Object.values(this.shown).some((exercise) => exercise.watched)) return nothing;
    return cameraChoosing(said.camera, lookout.wanted, lookout.eye, (wanted) => void lookout.choose(wanted));
  }

  ofStage(screen: Screen, paused: boolean, pause: () => void): CameraViewsOfStage {
    const settingUp = !paused && this.setsUp(screen);
    return {
      setUp: settingUp ? this.setUp(screen) : null,
      preview: this.preview(),
      range: paused ? nothing : this.range(screen),
      cameraButtons: paused || settingUp ? this.buttons(screen, settingUp, pause) : nothing,
      nextWord: screen.phase === "position" ? this.said.camera.goOnWithout : this.said.next,
    };
  }

  /** The start pose is being found, and a camera looks on. */
  private setsUp(screen: Screen): boolean {
    if (screen.phase === "position") return true;
    return this.lookout.isOn && screen.watchable && FINDING.has(screen.phase);
  }

  private setUp(screen: Screen): TemplateResult | null {
    const shown = this.shown[screen.exercise_id];
    if (shown === undefined) return null;
    const { eye } = this.lookout;
    return setUp(this.said.camera, screen, shown, { eye, body: this.figureBody, preview: this.preview() });
  }

  private preview(): TemplateResult | typeof nothing {
    const { isOn, pictureShown } = this.lookout;
    if (!isOn || !pictureShown) return nothing;
    return html`<canvas class="preview" role="img" aria-label=${this.said.camera.preview}></canvas>`;
  }

  private range(screen: Screen): TemplateResult | typeof nothing {
    if (!screen.watched) return nothing;
    const glimpse = this.lookout.eye.glimpse;
    const range = { share: glimpse?.share ?? null, atEnd: glimpse?.at_end === true, best: screen.best_share };
    return rangeBar(this.said.camera, range);
  }

  private buttons(screen: Screen, settingUp: boolean, pause: () => void): TemplateResult | typeof nothing {
    const { lookout, said } = this;
    if (!screen.watchable) return nothing;
    return cameraButtons(said.camera, {
      pause: settingUp ? { word: said.pause, press: pause } : null,
      on: lookout.isOn,
      trouble: settingUp ? "" : trouble(said.camera, lookout.eye),
      picture: lookout.pictureShown,
      switch: () => void lookout.choose(!lookout.isOn),
      showPicture: () => lookout.showPicture(!lookout.pictureShown),
    });
  }
}
