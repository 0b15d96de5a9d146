// The picture: renderer, light, camera and the loop. Loaded only where a figure is shown.
import {
  Color,
  DirectionalLight,
  Group,
  HemisphereLight,
  PCFSoftShadowMap,
  PerspectiveCamera,
  Scene,
  Spherical,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";

import { Mannequin } from "./body.js";
import type { Body } from "./body-file.js";
import { poseAt } from "./motion.js";
import type { CameraView, Motion, ViewName } from "./motion.js";
import { Inside } from "./muscles.js";
import type { Doing, MuscleColours, MusclePaths } from "./muscles.js";
import { Room } from "./room.js";
import type { RoomColours } from "./room.js";

export interface StageColours extends RoomColours, MuscleColours {
  sky: string;
  ground: string;
}

export interface Muscles {
  paths: MusclePaths;
  effect: Doing;
  other: Doing;
}

const MOST_PIXELS = 2;
// The views keep everything in sight from any side; seen from the one chosen, there is room to spare.
const CLOSER = 0.92;
// A picture hardly wider than tall is as narrow as one taller than wide: nothing may be cut off.
const SQUARE = 1.05;
const NEAREST_M = 0.6;
const FARTHEST_M = 8;

/** Draws a motion at a moment; the element decides which, and when. */
export class Stage {
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(30, 1, 0.05, 30);
  private readonly controls: OrbitControls;
  private readonly mannequin: Mannequin;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  private room = new Group();
  private parts: { motion: Motion; room: Room; inside: Inside | undefined; pose: Float32Array } | undefined;

  /** Throws where the browser has no WebGL. */
  constructor(
    canvas: HTMLCanvasElement,
    private readonly body: Body,
    private readonly colours: StageColours,
    private readonly changed: () => void,
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, MOST_PIXELS));
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFSoftShadowMap;
    this.mannequin = new Mannequin(body);
    this.scene.add(this.mannequin.mesh, this.room, ...lights(colours));
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enablePan = false;
    this.controls.minDistance = NEAREST_M;
    this.controls.maxDistance = FARTHEST_M;
    this.controls.addEventListener("change", this.changed);
    // A finger that moves up or down scrolls the page; only sideways does it turn the figure.
    canvas.style.touchAction = "pan-y";
  }

  /** Put another motion on the stage. */
  play(motion: Motion, muscles: Muscles | undefined, view: ViewName): void {
    this.scene.remove(this.room);
    const room = new Room(motion, this.colours);
    this.room = new Group().add(room.group);
    let inside: Inside | undefined;
    if (muscles !== undefined) {
      inside = new Inside(this.body, muscles.paths, this.colours);
      const [own, other] = motion.side === "left" ? (["Left", "Right"] as const) : (["Right", "Left"] as const);
      inside.show(own, muscles.effect);
      inside.show(other, muscles.other);
      this.room.add(inside.group);
    }
    this.scene.add(this.room);
    this.mannequin.seeThrough(inside !== undefined, this.still);
    this.mannequin.expect(motion.bones);
    this.parts = { motion, room, inside, pose: poseAt(motion, 0) };
    this.look(view);
  }

  look(view: ViewName): void {
    const motion = this.parts?.motion;
    if (motion === undefined) return;
    const from: CameraView = view === "coach" ? motion.camera : motion.views[view];
    this.camera.fov = from.fov_deg;
    this.camera.position.set(...from.position);
    this.controls.target.set(...from.target);
    this.fit(view === "coach" ? 1 : CLOSER);
    this.controls.update();
  }

  /** Turn round the figure, degrees to its left and up; by keyboard. */
  turn(left_deg: number, up_deg: number): void {
    const offset = this.camera.position.clone().sub(this.controls.target);
    const round = new Spherical().setFromVector3(offset);
    round.theta += (left_deg * Math.PI) / 180;
    round.phi = Math.min(Math.max(round.phi - (up_deg * Math.PI) / 180, 0.05), Math.PI / 2);
    this.camera.position.copy(this.controls.target).add(new Vector3().setFromSpherical(round));
    this.controls.update();
  }

  /** Come nearer (a factor below one) or go away. */
  nearer(factor: number): void {
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(factor);
    offset.clampLength(NEAREST_M, FARTHEST_M);
    this.camera.position.copy(this.controls.target).add(offset);
    this.controls.update();
  }

  /** Draw less: for machines on which pictures come late. */
  simplify(): void {
    this.renderer.shadowMap.enabled = false;
    this.scene.traverse((thing) => {
      if (thing instanceof DirectionalLight) thing.castShadow = false;
    });
    this.renderer.setPixelRatio(1);
  }

  resize(width_px: number, height_px: number): void {
    if (width_px === 0 || height_px === 0) return;
    this.renderer.setSize(width_px, height_px, false);
    this.camera.aspect = width_px / height_px;
    this.camera.updateProjectionMatrix();
  }

  /** Draw a moment, `step_s` after the picture before; says whether something still fades. */
  draw(at_s: number, step_s: number): boolean {
    if (this.parts === undefined) return false;
    const { motion, room, inside, pose } = this.parts;
    poseAt(motion, at_s, pose);
    this.mannequin.take(pose);
    room.follow(pose);
    inside?.follow(motion, pose);
    const fading = this.mannequin.fade(step_s);
    this.renderer.render(this.scene, this.camera);
    return fading;
  }

  /** Where a joint is on the picture, as shares of its width and height; for tests. */
  seen(bone: string): [number, number] {
    const { motion, pose } = this.parts!;
    const at = motion.bones.indexOf(bone) * 7;
    const place = new Vector3(pose[at], pose[at + 1], pose[at + 2]).project(this.camera);
    return [(place.x + 1) / 2, (1 - place.y) / 2];
  }

  end(): void {
    this.controls.dispose();
    this.renderer.dispose();
  }

  /** On a picture taller than wide, step back until the figure is as wide as the view foresaw. */
  private fit(closer: number): void {
    const narrow = Math.min(1, this.camera.aspect / SQUARE);
    const away = narrow < 1 ? 1 / narrow : closer;
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(away);
    this.camera.position.copy(this.controls.target).add(offset);
    this.camera.updateProjectionMatrix();
  }
}

function lights(colours: StageColours): (HemisphereLight | DirectionalLight)[] {
  const sky = new HemisphereLight(new Color(colours.sky), new Color(colours.ground), 2.1);
  const sun = new DirectionalLight("#fff4e2", 2.2);
  sun.position.set(1.4, 3.2, 2.2);
  sun.castShadow = true;
  sun.shadow.mapSize.set(1024, 1024);
  sun.shadow.radius = 6;
  sun.shadow.normalBias = 0.02;
  Object.assign(sun.shadow.camera, { left: -1.6, right: 1.6, top: 1.8, bottom: -1.6, near: 0.5, far: 8 });
  return [sky, sun];
}
