// Muscles and bones below the skin: paths of the leg model, carried over to the figure's own legs.
import { CylinderGeometry, Group, Mesh, MeshStandardMaterial, Quaternion, SphereGeometry, Vector3 } from "three";

import type { Body } from "./body-file.js";
import { PLACE } from "./motion.js";
import type { Motion } from "./motion.js";
import { between } from "./room.js";

export type Segment = "pelvis" | "femur" | "tibia";
export type PathPoint = readonly [Segment, number, number, number];
export type Does = "lengthens" | "shortens" | "works";

/** Paths of the right leg, metres: x forward, y up, z to the right, in the frame of each bone. */
export interface MusclePaths {
  joints: { hip: PathPoint; knee: PathPoint; ankle: PathPoint };
  muscles: { id: string; points: PathPoint[] }[];
}

/** What the muscles of one leg do in this exercise, by id; those that do nothing are left out. */
export type Doing = Record<string, Does>;

export interface MuscleColours extends Record<Does, string> {
  bone: string;
}

type Side = "Left" | "Right";
interface Carried {
  bone: string;
  rest: Vector3;
}
interface Rod {
  rod: Mesh;
  end: Mesh;
  from: Carried;
  to: Carried;
}

const RADIUS_M: Record<Does, number> = { lengthens: 0.006, shortens: 0.006, works: 0.01 };
const BONE_M = { femur: 0.013, tibia: 0.012, pelvis: 0.011 };
// Of a pelvis only its ring is drawn: crest, sacrum, pubis and sit bone, in the leg model's frame.
const CREST: PathPoint = ["pelvis", -0.01, 0.03, 0.125];
const SACRUM: PathPoint = ["pelvis", -0.14, 0.01, 0.02];
const PUBIS: PathPoint = ["pelvis", -0.005, -0.09, 0.008];
const SIT_BONE: PathPoint = ["pelvis", -0.09, -0.15, 0.05];

/** Rods between points that bones carry along. */
export class Inside {
  readonly group = new Group();
  private readonly rods: Rod[] = [];

  constructor(
    private readonly body: Body,
    private readonly paths: MusclePaths,
    private readonly colours: MuscleColours,
  ) {
    for (const side of ["Left", "Right"] as const) this.addBones(side);
  }

  /** Draw what the muscles of one side do. */
  show(side: Side, doing: Doing): void {
    for (const { id, points } of this.paths.muscles) {
      const does = doing[id];
      if (does === undefined) continue;
      const material = matt(this.colours[does]);
      points.slice(1).forEach((point, index) => {
        this.add(RADIUS_M[does], material, this.carried(points[index]!, side), this.carried(point, side));
      });
    }
  }

  follow(motion: Motion, pose: Float32Array): void {
    for (const { rod, end, from, to } of this.rods) {
      const start = placed(from, this.body, motion, pose);
      between(rod, start, placed(to, this.body, motion, pose));
      end.position.copy(start);
    }
  }

  private addBones(side: Side): void {
    const material = matt(this.colours.bone);
    const { hip, knee, ankle } = this.paths.joints;
    const rod = (radius: number, from: PathPoint, to: PathPoint) =>
      this.add(radius, material, this.carried(from, side), this.carried(to, side));
    const head: PathPoint = ["femur", 0, 0, 0];
    const trochanter: PathPoint = ["femur", -0.02, -0.01, 0.055];
    const top: PathPoint = ["tibia", 0, 0, 0];
    rod(BONE_M.femur, head, trochanter);
    rod(BONE_M.femur, trochanter, knee);
    rod(BONE_M.tibia, top, ankle);
    for (const [from, to] of [[CREST, SACRUM], [CREST, hip], [hip, PUBIS], [hip, SIT_BONE], [PUBIS, SIT_BONE], [hip, SACRUM]] as const) {
      rod(BONE_M.pelvis, from, to);
    }
  }

  private add(radius: number, material: MeshStandardMaterial, from: Carried, to: Carried): void {
    const rod = new Mesh(new CylinderGeometry(radius, radius, 1, 10, 1), material);
    const end = new Mesh(new SphereGeometry(radius, 10, 8), material);
    this.group.add(rod, end);
    this.rods.push({ rod, end, from, to });
  }

  /** A point of the model on the resting figure, and the bone that carries it. */
  private carried([segment, x, y, z]: PathPoint, side: Side): Carried {
    const { hip, knee, ankle } = this.paths.joints;
    const rest = (name: string) => restOf(this.body, name);
    const [up, low, foot] = [rest(`${side}UpLeg`), rest(`${side}Leg`), rest(`${side}Foot`)];
    const thigh = up.distanceTo(low) / modelled(knee, side).length();
    if (segment === "pelvis") {
      const offset = modelled([segment, x - hip[1], y - hip[2], z - hip[3]], side);
      return { bone: "Hips", rest: up.clone().addScaledVector(offset, thigh) };
    }
    const [start, end, model] = segment === "femur" ? [up, low, modelled(knee, side)] : [low, foot, modelled(ankle, side)];
    const way = end.clone().sub(start);
    const align = new Quaternion().setFromUnitVectors(model.clone().normalize(), way.clone().normalize());
    const offset = modelled([segment, x, y, z], side).applyQuaternion(align);
    const bone = segment === "femur" ? `${side}UpLeg` : `${side}Leg`;
    return { bone, rest: start.clone().addScaledVector(offset, way.length() / model.length()) };
  }
}

/** The model's axes (x forward, y up, z right) in the figure's (x left, y up, z forward). */
function modelled([, x, y, z]: PathPoint, side: Side): Vector3 {
  return new Vector3(side === "Right" ? -z : z, y, x);
}

function restOf(body: Body, name: string): Vector3 {
  return new Vector3(...body.bones.find((bone) => bone.name === name)!.rest);
}

function placed(point: Carried, body: Body, motion: Motion, pose: Float32Array): Vector3 {
  const at = motion.bones.indexOf(point.bone) * PLACE;
  const turn = new Quaternion(pose[at + 3], pose[at + 4], pose[at + 5], pose[at + 6]);
  const joint = new Vector3(pose[at], pose[at + 1], pose[at + 2]);
  return point.rest.clone().sub(restOf(body, point.bone)).applyQuaternion(turn).add(joint);
}

function matt(colour: string): MeshStandardMaterial {
  return new MeshStandardMaterial({ color: colour, roughness: 0.8 });
}
