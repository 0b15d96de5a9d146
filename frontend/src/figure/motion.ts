// What an exercise's motion.json holds, and where every bone is at any moment of the loop.

/** A bone's joint in metres (x, y, z) and its turn in the world as a quaternion (x, y, z, w). */
export type BonePlace = readonly [number, number, number, number, number, number, number];
export type Point = readonly [number, number, number];

export interface Sample {
  at_s: number;
  bones: BonePlace[];
}

export interface Phase {
  id: string;
  kind: "move" | "hold";
  from_s: number;
  to_s: number;
}

export interface Prop {
  kind: "floor" | "mat" | "chair" | "bench" | "wall" | "band" | "towel" | "pillow";
  centre: Point;
  size: Point;
  yaw_deg: number;
  back_m: number | null;
  bone: string | null;
}

export interface CameraView {
  position: Point;
  target: Point;
  fov_deg: number;
}

export type ViewName = "front" | "side" | "above" | "coach";

export interface Motion {
  exercise: string;
  side: "left" | "right";
  duration_s: number;
  bones: string[];
  samples: Sample[];
  phases: Phase[];
  props: Prop[];
  camera: CameraView;
  views: Record<"front" | "side" | "above", CameraView>;
}

/** Numbers a bone takes in a pose: joint and quaternion. */
export const PLACE = 7;

const SHORT_HOLD_S = 3;

/** Where every bone is at `at_s` of the loop, PLACE numbers a bone. */
export function poseAt(
  motion: Motion,
  at_s: number,
  pose: Float32Array = new Float32Array(motion.bones.length * PLACE),
): Float32Array {
  const [before, after, share] = around(motion.samples, at_s);
  motion.bones.forEach((_, bone) => {
    const from = before.bones[bone]!;
    const to = after.bones[bone]!;
    // A quaternion and its negative are one turn; the nearer of the two is the way to go.
    const sign = dot4(from, to) < 0 ? -1 : 1;
    let length = 0;
    for (let k = 0; k < PLACE; k += 1) {
      const target = k < 3 ? to[k]! : sign * to[k]!;
      const value = from[k]! + share * (target - from[k]!);
      pose[bone * PLACE + k] = value;
      if (k >= 3) length += value * value;
    }
    for (let k = 3; k < PLACE; k += 1) pose[bone * PLACE + k]! /= Math.sqrt(length);
  });
  return pose;
}

/** The phase that `at_s` lies in. */
export function phaseAt(motion: Motion, at_s: number): Phase | undefined {
  return motion.phases.find((phase) => at_s < phase.to_s) ?? motion.phases.at(-1);
}

/** The moment `step_s` later, round the loop; of a long hold only its last seconds, if asked. */
export function later(motion: Motion, at_s: number, step_s: number, shortHolds: boolean): number {
  const next = (at_s + step_s) % motion.duration_s;
  const phase = phaseAt(motion, next);
  if (!shortHolds || phase?.kind !== "hold") return next;
  return Math.max(next, phase.to_s - SHORT_HOLD_S);
}

function around(samples: Sample[], at_s: number): [Sample, Sample, number] {
  const index = samples.findIndex((sample) => sample.at_s > at_s);
  if (index < 0) return [samples.at(-1)!, samples.at(-1)!, 0];
  if (index === 0) return [samples[0]!, samples[0]!, 0];
  const before = samples[index - 1]!;
  const after = samples[index]!;
  return [before, after, (at_s - before.at_s) / (after.at_s - before.at_s)];
}

function dot4(from: BonePlace, to: BonePlace): number {
  return from[3] * to[3] + from[4] * to[4] + from[5] * to[5] + from[6] * to[6];
}
