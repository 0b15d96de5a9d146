// The mannequin as a mesh that follows its bones.
import {
  Bone,
  BufferAttribute,
  BufferGeometry,
  Color,
  Matrix4,
  MeshStandardMaterial,
  Quaternion,
  Skeleton,
  SkinnedMesh,
  Vector3,
} from "three";

import type { Body } from "./body-file.js";
import { PLACE } from "./motion.js";

const SEEN_THROUGH = 0.22;
const FADE_S = 0.5;

/** The mannequin; `take` puts it into a pose. */
export class Mannequin {
  readonly mesh: SkinnedMesh<BufferGeometry, MeshStandardMaterial>;
  private readonly bones: Bone[];
  private readonly order: number[] = [];
  private readonly names: string[];
  private wanted = 1;

  constructor(body: Body) {
    const material = new MeshStandardMaterial({ vertexColors: true, roughness: 0.85 });
    this.mesh = new SkinnedMesh(geometryOf(body), material);
    this.mesh.castShadow = true;
    this.mesh.receiveShadow = true;
    this.mesh.frustumCulled = false;
    this.names = body.bones.map((bone) => bone.name);
    this.bones = this.names.map(() => new Bone());
    this.bones.forEach((bone) => {
      bone.matrixAutoUpdate = false;
      this.mesh.add(bone);
    });
    const fromRest = body.bones.map(({ rest }) => new Matrix4().makeTranslation(-rest[0], -rest[1], -rest[2]));
    this.mesh.bind(new Skeleton(this.bones, fromRest), new Matrix4());
  }

  /** Bones of a pose come in this order from now on. */
  expect(bones: string[]): void {
    this.order.splice(0, this.order.length, ...this.names.map((name) => bones.indexOf(name)));
  }

  take(pose: Float32Array): void {
    this.bones.forEach((bone, index) => {
      const at = this.order[index]! * PLACE;
      bone.matrix.compose(
        new Vector3(pose[at], pose[at + 1], pose[at + 2]),
        new Quaternion(pose[at + 3], pose[at + 4], pose[at + 5], pose[at + 6]),
        new Vector3(1, 1, 1),
      );
    });
    this.mesh.updateMatrixWorld(true);
  }

  /** Let what lies below the skin be seen, or not; `at_once` without fading. */
  seeThrough(on: boolean, at_once: boolean): void {
    this.wanted = on ? SEEN_THROUGH : 1;
    this.mesh.castShadow = !on;
    if (at_once) this.fade(FADE_S);
  }

  /** Go on fading for so long; says whether there is more to come. */
  fade(step_s: number): boolean {
    const { material } = this.mesh;
    const step = ((1 - SEEN_THROUGH) * step_s) / FADE_S;
    const left = this.wanted - material.opacity;
    material.opacity += Math.sign(left) * Math.min(Math.abs(left), step);
    const whole = material.opacity === 1;
    if (material.transparent === whole) material.needsUpdate = true;
    material.transparent = !whole;
    material.depthWrite = whole;
    return material.opacity !== this.wanted;
  }
}

function geometryOf(body: Body): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(body.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(body.normals, 3, true));
  geometry.setAttribute("skinIndex", new BufferAttribute(body.boneIndex, 4));
  geometry.setAttribute("skinWeight", new BufferAttribute(body.boneWeight, 4, true));
  geometry.setAttribute("color", new BufferAttribute(coloursOf(body), 3));
  geometry.setIndex(new BufferAttribute(body.triangles, 1));
  return geometry;
}

function coloursOf(body: Body): Float32Array {
  const palette = body.palette.map((colour) => new Color(colour).toArray());
  const colours = new Float32Array(body.colours.length * 3);
  body.colours.forEach((index, point) => colours.set(palette[index]!, point * 3));
  return colours;
}
