"""From joint angles to where every bone is: forward kinematics of trunk and legs.

World: x to the person's left, y up, z forward; the figure is built with its left leg as the one
that gets the effect. The middle of the hip joints is the origin until ``contact`` puts the body
down. Hip angles turn in the order flexion, adduction, rotation (ISB), relative to the pelvis.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.body.figure.course import LEGS, Course, Leg, LegCourse, TiltCourse
from coxa.body.figure.rest import Rest
from coxa.body.figure.turns import (
    Floats,
    X,
    Y,
    about_x,
    about_y,
    about_z,
    carry,
    moved,
)
from coxa.catalogue import Orientation

SIDE_OF: dict[Leg, str] = {"effect": "Left", "other": "Right"}
OUTWARD: dict[Leg, int] = {"effect": 1, "other": -1}

PROXIMAL_TWIST = 0.15
"""Of the thigh's turn, the part that the skin beside the hip makes."""

LAID: dict[Orientation, Floats] = {
    Orientation.SUPINE: about_x(-90)[0],
    Orientation.PRONE: about_x(90)[0],
    Orientation.QUADRUPED: about_x(90)[0],
    # The other side is down: what gets the effect, built as the left leg, is on top.
    Orientation.SIDE_LYING: about_z(90)[0],
}
"""How the whole body is turned; upright where nothing is said."""

FACE_UPRIGHT = {Orientation.STANDING, Orientation.SITTING, Orientation.FLOOR_SITTING,
                Orientation.KNEELING}  # fmt: skip

NODS_DEG = {
    (Orientation.PRONE, "Neck"): -8.0,
    (Orientation.PRONE, "Head"): -12.0,
    (Orientation.QUADRUPED, "Head"): -10.0,
}
"""How far neck and head nod (chin down) beyond the trunk."""


@dataclass(frozen=True, eq=False)
class Posed:
    """Bones at every instant: world turn (n, 3, 3) and joint (n, 3), by bone; pelvis frames."""

    body: Rest
    turns: dict[str, Floats]
    joints: dict[str, Floats]

    @property
    def pelvis(self) -> Floats:
        return self.turns["Hips"]

    def shifted(self, by_m: Floats) -> Posed:
        """The whole body elsewhere, by (n, 3) or (3,)."""
        return Posed(self.body, self.turns, {name: at + by_m for name, at in self.joints.items()})

    def hips_middle(self) -> Floats:
        middle: Floats = (self.joints["LeftUpLeg"] + self.joints["RightUpLeg"]) / 2
        return middle


def posed(body: Rest, course: Course) -> Posed:
    """Trunk, head and legs; the arms come when the body lies where it lies."""
    laid = LAID.get(course.orientation, np.eye(3))
    made = Posed(body, {}, {})
    pelvis = laid @ tilted(course.pelvis)
    middle = (body.joints["LeftUpLeg"] + body.joints["RightUpLeg"]) / 2
    made.turns["Hips"] = pelvis
    made.joints["Hips"] = moved(pelvis, body.joints["Hips"] - middle)
    for leg in LEGS:
        hip = moved(pelvis, body.joints[f"{SIDE_OF[leg]}UpLeg"] - middle)
        pose_leg(body, leg, course.legs[leg], pelvis, hip, made)
    _trunk(body, course, laid, moved(pelvis, body.joints["Spine"] - middle), made)
    return made


def tilted(tilts: TiltCourse) -> Floats:
    """Turns of pelvis or trunk within the body's orientation."""
    turned: Floats = about_x(tilts.tilt) @ about_z(tilts.list) @ about_y(-tilts.rotation)
    return turned


def pose_leg(
    body: Rest, leg: Leg, angles: LegCourse, pelvis: Floats, hip: Floats, made: Posed
) -> None:
    """Add the bones of one leg."""
    name, out = SIDE_OF[leg], OUTWARD[leg]
    swung = pelvis @ about_x(-angles.flexion) @ about_z(-out * angles.adduction)

    def thigh(share: float) -> Floats:
        turned: Floats = swung @ about_y(-out * share * angles.rotation)
        return turned

    shank = thigh(1.0) @ about_x(angles.knee)
    foot = shank @ about_x(-angles.resting_ankle)
    femur_rest = carry(body.between(f"{name}UpLeg", f"{name}Leg"), X, -Y, X)
    shank_rest = carry(body.between(f"{name}Leg", f"{name}Foot"), X, -Y, X)
    made.turns[f"{name}UpLeg"] = thigh(1.0) @ femur_rest
    made.turns[f"{name}ThighTwist"] = thigh(PROXIMAL_TWIST) @ femur_rest
    made.turns[f"{name}Leg"] = shank @ shank_rest
    made.joints[f"{name}UpLeg"] = made.joints[f"{name}ThighTwist"] = hip
    put_on(body, name, "UpLeg", "Leg", made)
    put_on(body, name, "Leg", "Foot", made)
    put_foot(body, name, foot, made)


def put_foot(body: Rest, name: str, foot: Floats, made: Posed) -> None:
    """Turn a foot and its toes; the ankle stays."""
    made.turns[f"{name}Foot"] = made.turns[f"{name}ToeBase"] = foot
    put_on(body, name, "Foot", "ToeBase", made)


def put_on(body: Rest, name: str, upper: str, lower: str, made: Posed) -> None:
    """Put a joint at the end of the bone above it."""
    along = moved(made.turns[f"{name}{upper}"], body.between(f"{name}{upper}", f"{name}{lower}"))
    made.joints[f"{name}{lower}"] = made.joints[f"{name}{upper}"] + along


def _trunk(body: Rest, course: Course, laid: Floats, base: Floats, made: Posed) -> None:
    """The spine turns from the pelvis' tilt to the trunk's; the face stays up where it can."""
    made.joints["Spine"] = base
    shares = {"Spine": 1 / 3, "Spine1": 2 / 3, "Spine2": 1.0, "Neck": 1.0, "Head": 1.0}
    level = TiltCourse(*np.zeros((3, course.count)))
    names = list(shares)
    for name, following in zip(names, [*names[1:], None], strict=True):
        tilts = course.pelvis.share(course.trunk, shares[name])
        if course.orientation in FACE_UPRIGHT and name in {"Neck", "Head"}:
            tilts = course.trunk.share(level, 0.35 if name == "Neck" else 0.7)
        made.turns[name] = (
            laid @ tilted(tilts) @ about_x(NODS_DEG.get((course.orientation, name), 0))
        )
        if following:
            put_on(body, "", name, following, made)
    for side in ("Left", "Right"):
        made.turns[f"{side}Shoulder"] = made.turns["Spine2"]
        for bone in ("Shoulder", "Arm"):
            along = moved(made.turns["Spine2"], body.between("Spine2", f"{side}{bone}"))
            made.joints[f"{side}{bone}"] = made.joints["Spine2"] + along
