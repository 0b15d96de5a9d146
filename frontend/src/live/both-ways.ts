// The nets err a little differently in a mirror; half-way between two looks the drawing does not tremble.
import type { Joint } from "./packet.js";
import type { Seen } from "./pose-protocol.js";

/** Looks further apart than at four frames a second do not show the same. */
const MAX_APART_MS = 300;

export class BothWays {
  private before: Seen | undefined;

  /** Joints to be drawn: between those of this look and of the last one, if that was the other way. */
  joints(seen: Seen): Joint[] {
    const { before } = this;
    this.before = seen;
    if (before === undefined || before.by_mirror === seen.by_mirror) return seen.joints;
    if (seen.time_ms - before.time_ms > MAX_APART_MS) return seen.joints;
    return seen.joints.map((joint, index) => between(joint, before.joints[index] ?? joint));
  }
}

function between(one: Joint, other: Joint): Joint {
  return { ...one, x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** What was seen in a mirror, as it is: left for right. */
export function turnedBack(joints: readonly Joint[]): Joint[] {
  return joints.map((_, index) => {
    const { x, y, visibility, world_m } = joints[otherSide(index)] as Joint;
    return { x: 1 - x, y, visibility, world_m: [-world_m[0], world_m[1], world_m[2]] };
  });
}

/** BlazePose's nose, then three of the left eye and three of the right, then left and right in turn. */
function otherSide(index: number): number {
  if (index === 0) return 0;
  if (index <= 3) return index + 3;
  if (index <= 6) return index - 3;
  return index % 2 === 1 ? index + 1 : index - 1;
}
