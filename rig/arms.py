"""Places the hands (on the thighs, on the seat, crossed, or raised); solves elbow and shoulder."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from rig.body_data import Floats
from rig.rotations import X, Y, Z, about, carry, unit
from rig.skeleton import Figure

MOST_ROLL_DEG = 110.0
ArmStyle = Literal["thighs", "seat", "crossed", "hanging"]


@dataclass(frozen=True, eq=False)
class Reach:
    """What is known when an arm is placed: the posed joints so far, the thorax's rotation, and how
    far (0 to 1) the hand has been raised out of its style.
    """

    figure: Figure
    joints: dict[str, Floats]
    thorax: Floats
    style: ArmStyle
    outward: int
    up: float = 0.0


@dataclass(frozen=True, eq=False)
class ArmPose:
    """World rotations (3, 3) of the three arm bones, and where elbow and wrist end up."""

    upper: Floats
    lower: Floats
    hand: Floats
    elbow: Floats
    wrist: Floats


def reach(known: Reach, name: str) -> ArmPose:
    """Two-bone inverse kinematics towards the style's target."""
    rest, shoulder = known.figure.joints, known.joints[f"{name}Arm"]
    upper0 = rest[f"{name}ForeArm"] - rest[f"{name}Arm"]
    lower0 = rest[f"{name}Hand"] - rest[f"{name}ForeArm"]
    a, b = float(np.linalg.norm(upper0)), float(np.linalg.norm(lower0))
    target, pole, palm, pointing = _raised(known, name, _aim(known, name))
    line = target - shoulder
    distance = float(np.clip(np.linalg.norm(line), abs(a - b) + 0.02, 0.995 * (a + b)))
    line = unit(line)
    cosine = (a * a + distance * distance - b * b) / (2 * a * distance)
    side_step = unit(pole - (pole @ line) * line)
    upper = cosine * line + np.sqrt(1 - cosine**2) * side_step
    elbow = shoulder + a * upper
    wrist = shoulder + distance * line
    lower = unit(wrist - elbow)
    # At rest the elbow bends forward; posed, it bends in the plane of the two segments.
    hinge = np.cross(upper, lower)
    upper_turn = carry(upper0, np.cross(upper0, Z), upper, hinge)
    lower_turn = carry(lower0, np.cross(lower0, Z), lower, hinge)
    # The palm faces down at rest; the forearm carries half of the turn that the hand needs.
    now = lower_turn @ -Y
    want = palm - (palm @ lower) * lower
    roll = float(np.degrees(np.arctan2(np.cross(now, want) @ lower, now @ want)))
    roll = min(max(roll, -MOST_ROLL_DEG), MOST_ROLL_DEG)
    hand = about(lower, roll) @ lower_turn
    if pointing is not None:
        hand = carry(lower0, -Y, unit(pointing), palm)
    return ArmPose(upper_turn, about(lower, roll * 0.5) @ lower_turn, hand, elbow, wrist)


Aim = tuple[Floats, Floats, Floats, Floats | None]


def _raised(known: Reach, name: str, aim: Aim) -> Aim:
    """The same, on the way to a hand beside the head, its palm to the front."""
    if known.up <= 0:
        return aim
    out = known.outward * X
    raised = known.joints[f"{name}Arm"] + 0.16 * out + 0.3 * Y + 0.16 * Z
    goals = (raised, out - 0.6 * Y - 0.2 * Z, Z)
    target, pole, palm = (
        now + known.up * (goal - now) for now, goal in zip(aim[:3], goals, strict=True)
    )
    return target, pole, palm, None


def _aim(known: Reach, name: str) -> Aim:
    """Wrist target, direction the elbow points to, direction the palm faces, direction of the hand
    if not straight.
    """
    joints, out = known.joints, known.outward * X
    if known.style == "thighs":
        hip, knee = joints[f"{name}UpLeg"], joints[f"{name}Leg"]
        return (
            hip + 0.47 * (knee - hip) + 0.115 * Y + 0.02 * out,
            out - 0.5 * Z,
            -Y,
            knee - hip - 0.12 * out,
        )
    if known.style == "seat":
        return (
            joints[f"{name}UpLeg"] + 0.165 * out - 0.055 * Y - 0.0 * Z,
            out * 0.3 - Z,
            -Y,
            Z + 0.6 * out - 0.15 * Y,
        )
    if known.style == "crossed":
        other = joints["RightArm" if name == "Left" else "LeftArm"]
        lift = 0.02 if name == "Left" else -0.045
        target = other + known.thorax @ (
            0.07 * out + (lift - 0.21) * Y + (0.15 - 0.4 * abs(lift)) * Z
        )
        return target, out - 0.9 * Y, -Z, None
    return joints[f"{name}Arm"] + 0.12 * out - 0.53 * Y + 0.03 * Z, -Z + 0.2 * out, -out, None
