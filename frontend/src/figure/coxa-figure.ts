// <coxa-figure>: a figure that does an exercise over and over, to look at from all sides.
//
//   data-motion   address of the motion, with {side} in the side's place
//   data-body     address of figure.bin
//   data-muscles  address of the muscles below the skin; left out where there are none
//   data-side     the side that it begins with
//   data-view     where it is looked at from at first: front, side, above
//   data-words    id of the json_script block with FigureWords (words.ts), unless `said` is given
//   data-plain    the moving picture alone, without buttons
//
// What stands inside the element (pictures of the key poses) is shown instead without WebGL, until
// everything is there, and to those who asked for less motion until they want it to move.
import { LitElement, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { fill, readWords } from "../player/words.js";
import { later, phaseAt } from "./motion.js";
import type { Motion, Phase, ViewName } from "./motion.js";
import { Pace } from "./pace.js";
import type { Muscles, Stage, StageColours } from "./stage.js";
import { figureStyles } from "./styles.js";
import type { FigureWords } from "./words.js";

type Side = "left" | "right";
type Showing = "loading" | "stills" | "moving" | "cannot";

const SPEEDS = [1, 0.5, 0.25] as const;
const VIEWS: ViewName[] = ["front", "side", "above", "coach"];
const DOES = ["lengthens", "shortens", "works"] as const;
const TURN_DEG = 10;
const NEARER = 0.87;
// After a pause in drawing (a hidden tab) the loop goes on where it was.
const LONGEST_STEP_S = 0.4;
const OTHER_SHAPE = 0.1;

@customElement("coxa-figure")
export class CoxaFigure extends LitElement {
  static override styles = figureStyles;

  @property({ attribute: "data-motion" }) motionAddress = "";
  @property({ attribute: "data-body" }) bodyAddress = "";
  @property({ attribute: "data-muscles" }) musclesAddress = "";
  @property({ attribute: "data-side" }) side: Side = "right";
  @property({ attribute: "data-view" }) view: ViewName = "front";
  @property({ attribute: "data-words" }) words = "figure-words";
  @property({ attribute: "data-plain", type: Boolean }) plain = false;
  @property({ attribute: false }) said!: FigureWords;

  @state() private showing: Showing = "loading";
  @state() private playing = true;
  @state() private speed: number = 1;
  @state() private inside = false;
  @state() private shortHolds = false;
  @state() private phase: Phase | undefined;
  @state() private holdLeft_s = 0;
  @query("canvas") private canvas!: HTMLCanvasElement | null;

  /** For tests: the stage as it stands. */
  stage: Stage | undefined;
  at_s = 0;

  private motion: Motion | undefined;
  private muscles: Muscles | undefined;
  private seen = false;
  private drawnAt_ms: number | undefined;
  private frame = 0;
  private shape = 0;
  private readonly pace = new Pace();
  private readonly sight = new IntersectionObserver((entries) => {
    this.seen = entries.some((entry) => entry.isIntersecting);
    this.drawnAt_ms = undefined;
    this.ask();
  });
  private readonly size = new ResizeObserver(() => this.fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.said ??= readWords<FigureWords>(this.words, this.ownerDocument);
    this.sight.observe(this);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.showing = "stills";
    else void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.sight.disconnect();
    this.size.disconnect();
    this.stage?.end();
    this.stage = undefined;
  }

  override render(): TemplateResult {
    const moving = this.showing === "moving";
    return html`
      <div class="instead" ?hidden=${moving}><slot></slot></div>
      ${this.showing === "stills" && !this.plain ? html`<button @click=${() => void this.open()}>${this.said.moving}</button>` : nothing}
      ${this.showing === "loading" ? html`<p class="note">${this.said.loading}</p>` : nothing}
      ${this.showing === "cannot" ? html`<p class="note">${this.said.cannot}</p>` : nothing}
      <div class="picture" ?hidden=${!moving}>
        ${this.plain ? this.alone() : this.turnable()}
        <p class="side ${this.side}">${this.said[this.side]}</p>
        <p class="caption">${this.caption()}</p>
      </div>
      ${moving && !this.plain ? this.controls() : nothing}
    `;
  }

  private alone(): TemplateResult {
    return html`<canvas role="img" aria-label=${this.said.picture}></canvas>`;
  }

  private turnable(): TemplateResult {
    return html`
      <canvas tabindex="0" role="img" aria-label=${`${this.said.picture} ${this.said.keys}`} @keydown=${this.pressed}></canvas>
    `;
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has("side") && changes.get("side") !== undefined) void this.change();
    if ((changes as Map<string, unknown>).has("showing")) this.fit();
  }

  private controls(): TemplateResult {
    return html`
      <div class="controls">
        <fieldset>
          <legend>${this.said.speed}</legend>
          <button aria-pressed=${!this.playing} @click=${this.toggle}>${this.playing ? this.said.pause : this.said.play}</button>
          ${SPEEDS.map((speed) => this.choice(this.said.speeds[`${speed}`], this.speed === speed, () => (this.speed = speed)))}
          ${this.longHolds() ? this.choice(this.said.shortHolds, this.shortHolds, () => (this.shortHolds = !this.shortHolds)) : nothing}
        </fieldset>
        <fieldset>
          <legend>${this.said.side}</legend>
          ${(["left", "right"] as const).map((side) => this.choice(this.said[side], this.side === side, () => (this.side = side)))}
        </fieldset>
        <fieldset>
          <legend>${this.said.view}</legend>
          ${VIEWS.map((view) => this.choice(this.said.views[view], this.view === view, () => this.look(view)))}
          ${this.musclesAddress === "" ? nothing : this.choice(this.said.muscles, this.inside, () => void this.lookInside())}
        </fieldset>
      </div>
      ${this.inside ? this.legend() : nothing}
    `;
  }

  private choice(label: string, pressed: boolean, choose: () => void): TemplateResult {
    return html`<button aria-pressed=${pressed} @click=${choose}>${label}</button>`;
  }

  private legend(): TemplateResult {
    return html`<ul class="legend">
      ${DOES.map((does) => html`<li><span class="mark ${does}"></span>${this.said.does[does]}</li>`)}
    </ul>`;
  }

  private caption(): string {
    if (this.phase === undefined) return "";
    if (this.phase.kind === "move") return this.phase.id === "start" ? this.said.back : this.said.move;
    if (this.phase.id === "start") return this.said.start;
    return fill(this.said.hold, { seconds: this.holdLeft_s });
  }

  private longHolds(): boolean {
    return this.motion?.phases.some((phase) => phase.kind === "hold" && phase.to_s - phase.from_s > 6) ?? false;
  }

  private readonly toggle = (): void => {
    this.playing = !this.playing;
    this.drawnAt_ms = undefined;
    this.ask();
  };

  private look(view: ViewName): void {
    this.view = view;
    this.stage?.look(view);
    this.ask();
  }

  private async lookInside(): Promise<void> {
    try {
      this.muscles ??= await fetched<Muscles>(this.musclesAddress);
    } catch {
      // The figure goes on without them.
      this.musclesAddress = "";
      return;
    }
    this.inside = !this.inside;
    this.restage();
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const turns: Record<string, [number, number]> = {
      ArrowLeft: [TURN_DEG, 0],
      ArrowRight: [-TURN_DEG, 0],
      ArrowUp: [0, TURN_DEG],
      ArrowDown: [0, -TURN_DEG],
    };
    const turn = turns[event.key];
    if (turn !== undefined) this.stage?.turn(...turn);
    else if (event.key === "+") this.stage?.nearer(NEARER);
    else if (event.key === "-") this.stage?.nearer(1 / NEARER);
    else if (event.key === " ") this.toggle();
    else return;
    event.preventDefault();
  };

  private async open(): Promise<void> {
    this.showing = "loading";
    try {
      const [scenery, file, body, motion] = await Promise.all([
        import("./stage.js"),
        import("./body-file.js"),
        bytes(this.bodyAddress),
        this.readMotion(),
      ]);
      await this.updateComplete;
      if (this.canvas === null || !this.isConnected) return;
      this.stage = new scenery.Stage(this.canvas, file.readBody(body), colours(this), () => this.ask());
      this.canvas.addEventListener("webglcontextlost", () => (this.showing = "cannot"));
      this.motion = motion;
      this.restage();
      this.showing = "moving";
      this.size.observe(this.canvas);
    } catch {
      this.showing = "cannot";
    }
  }

  private async change(): Promise<void> {
    if (this.stage === undefined) return;
    const { side } = this;
    try {
      const motion = await this.readMotion();
      // Whoever has gone back to the other side meanwhile is not shown this one.
      if (side !== this.side) return;
      this.motion = motion;
      this.restage();
    } catch {
      this.showing = "cannot";
    }
  }

  private readMotion(): Promise<Motion> {
    return fetched<Motion>(this.motionAddress.replace("{side}", this.side));
  }

  private restage(): void {
    if (this.motion === undefined) return;
    this.stage?.play(this.motion, this.inside ? this.muscles : undefined, this.view);
    this.ask();
  }

  private fit(): void {
    if (this.canvas === null || this.showing !== "moving") return;
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.stage?.resize(clientWidth, clientHeight);
    // Another shape needs another distance; a picture that only grew stays as it was turned.
    const shape = clientWidth / clientHeight;
    if (Math.abs(shape - this.shape) > OTHER_SHAPE * shape) this.stage?.look(this.view);
    this.shape = shape;
    this.ask();
  }

  /** Draw the next picture when the browser is ready, if anybody sees it. */
  private ask(): void {
    if (this.frame !== 0 || !this.seen) return;
    this.frame = requestAnimationFrame((now_ms) => {
      this.frame = 0;
      this.draw(now_ms);
    });
  }

  private askAfterRest(): void {
    if (this.pace.rest_ms === 0) this.ask();
    else setTimeout(() => this.ask(), this.pace.rest_ms);
  }

  private draw(now_ms: number): void {
    if (this.motion === undefined || this.stage === undefined || this.showing !== "moving") return;
    const step_ms = now_ms - (this.drawnAt_ms ?? now_ms);
    if (this.playing && step_ms > 0 && this.pace.took(step_ms - this.pace.rest_ms)) this.stage.simplify();
    const step_s = Math.min(step_ms / 1000, LONGEST_STEP_S);
    this.drawnAt_ms = now_ms;
    if (this.playing) this.at_s = later(this.motion, this.at_s, step_s * this.speed, this.shortHolds);
    this.phase = phaseAt(this.motion, this.at_s);
    this.holdLeft_s = Math.ceil((this.phase?.to_s ?? 0) - this.at_s);
    const fading = this.stage.draw(this.at_s, step_ms / 1000);
    if (this.playing || fading) this.askAfterRest();
  }
}

async function fetched<Data>(address: string): Promise<Data> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as Data;
}

async function bytes(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** The page's own colours, light or dark. */
function colours(element: Element): StageColours {
  const page = getComputedStyle(element);
  const colour = (name: string, otherwise: string) => page.getPropertyValue(name).trim() || otherwise;
  return {
    wood: colour("--figure-wood", "#b9926a"),
    cloth: colour("--figure-cloth", "#8f9a8c"),
    wall: colour("--figure-wall", "#cfc7ba"),
    band: colour("--figure-band", "#b0413e"),
    bone: colour("--figure-bone", "#efe6d2"),
    lengthens: colour("--lengthen", "#0c7a5a"),
    shortens: colour("--shorten", "#75489f"),
    works: colour("--work", "#b02a62"),
    sky: colour("--figure-sky", "#ffffff"),
    ground: colour("--figure-ground", "#a89c8a"),
  };
}
