"""Brings the hands to where they rest: two-bone inverse kinematics, many instants at once."""

from __future__ import annotations

import numpy as np

from coxa.body.figure.course import LEGS, Course
from coxa.body.figure.hands import Aim, Around, aim, hand_turn
from coxa.body.figure.posing import SIDE_OF, Posed
from coxa.body.figure.rest import Rest
from coxa.body.figure.turns import Floats, Y, Z, about_axis, carry, moved, square_to, unit

MOST_STRETCH = 0.995
MOST_ROLL_DEG = 110.0
LIFTED_BETWEEN_M = 0.12
"""How high a hand goes on its way from one place to another."""


def put_arms(body: Rest, course: Course, pose: Posed) -> None:
    """Add the bones of both arms."""
    for leg in LEGS:
        around = Around(leg, pose, course.orientation)
        aims = [(share, aim(place, around)) for place, share in course.hands[leg].items()]
        _reach(body, SIDE_OF[leg], pose, _mixed(aims))


def _mixed(aims: list[tuple[Floats, Aim]]) -> Aim:
    """On the way from one place to the next, in between."""

    def mix(values: list[Floats]) -> Floats:
        total: Floats = sum(
            (share[:, None] * value for (share, _), value in zip(aims, values, strict=True)),
            start=np.zeros((len(aims[0][0]), 3)),
        )
        return total

    # Half way between two places the product of the shares is largest.
    between = sum((share * (1 - share) for share, _ in aims), start=np.zeros(len(aims[0][0])))
    lift = 2 * between[:, None] * LIFTED_BETWEEN_M * Y
    return Aim(
        mix([one.wrist for _, one in aims]) + lift,
        mix([unit(one.elbow) for _, one in aims]),
        mix([unit(one.palm) for _, one in aims]),
        mix([
            np.zeros_like(one.wrist) if one.fingers is None else unit(one.fingers)
            for _, one in aims
        ]),
    )  # fmt: skip


def _reach(body: Rest, name: str, pose: Posed, target: Aim) -> None:
    shoulder = pose.joints[f"{name}Arm"]
    upper0, lower0 = (
        body.between(f"{name}Arm", f"{name}ForeArm"),
        body.between(f"{name}ForeArm", f"{name}Hand"),
    )
    a, b = float(np.linalg.norm(upper0)), float(np.linalg.norm(lower0))
    line = target.wrist - shoulder
    distance = np.linalg.norm(line, axis=1, keepdims=True)
    line = line / distance
    distance = np.clip(distance, abs(a - b) + 0.02, MOST_STRETCH * (a + b))
    cosine = (a * a + distance**2 - b * b) / (2 * a * distance)
    upper = cosine * line + np.sqrt(1 - cosine**2) * unit(square_to(target.elbow, line))
    elbow, wrist = shoulder + a * upper, shoulder + distance * line
    lower = unit(wrist - elbow)
    # At rest the elbow bends forward; posed, it bends in the plane of the two segments.
    hinge = np.cross(upper, lower)
    pose.turns[f"{name}Arm"] = carry(upper0, np.cross(upper0, Z), upper, hinge)
    lower_turn = carry(lower0, np.cross(lower0, Z), lower, hinge)
    # The palm faces down at rest; the forearm makes half of the turn that the hand needs.
    now, wanted = moved(lower_turn, -Y), square_to(target.palm, lower)
    sine = np.sum(np.cross(now, wanted) * lower, axis=1)
    roll = np.degrees(np.arctan2(sine, np.sum(now * wanted, axis=1)))
    roll = np.clip(roll, -MOST_ROLL_DEG, MOST_ROLL_DEG)
    pose.turns[f"{name}ForeArm"] = about_axis(lower, roll / 2) @ lower_turn
    pose.turns[f"{name}Hand"] = _hand(body, name, lower, target)
    pose.joints[f"{name}ForeArm"], pose.joints[f"{name}Hand"] = elbow, wrist


def _hand(body: Rest, name: str, lower: Floats, target: Aim) -> Floats:
    """The hand lies with its palm where it should, fingers first; without, along the forearm."""
    fingers = np.zeros_like(lower) if target.fingers is None else target.fingers
    missing = np.clip(1 - np.linalg.norm(fingers, axis=1, keepdims=True), 0, 1)
    palm = unit(target.palm)
    return hand_turn(body, name, palm, square_to(fingers + missing * lower, palm))
