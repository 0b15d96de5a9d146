"""What the body stands, sits, lies or pulls on; placed by the body, so that the two always meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from coxa.body.figure.course import LEGS, Course, Leg
from coxa.body.figure.hands import CHAIR_BACK_M
from coxa.body.figure.posing import Posed
from coxa.body.figure.surface import surface
from coxa.body.figure.turns import Floats
from coxa.catalogue import Exercise, HandPlace, Orientation, Place
from coxa.quantities import Side
from coxa.records import Record

Point = tuple[float, float, float]

SEAT_M = (0.44, 0.04, 0.44)
SITS_ON = ("Hips", "LeftThighTwist", "RightThighTwist")
SEAT_BEFORE_HIPS_M = 0.08
CHAIR_BEFORE_HAND_M = SEAT_M[2] / 2
BAND_REACH_M, ANCHOR_HEIGHT_M = 0.55, 0.10
BAND_M = 0.035
WALL_M = (1.3, 2.0, 0.03)
MAT_BEYOND_M, MAT_THICK_M = 0.2, 0.008
CUSHION_M = (0.0, 0.16, 0.2)
PALM_BELOW_WRIST_M = 0.028

Kind = Literal["floor", "mat", "chair", "bench", "wall", "band", "towel", "pillow"]
LYING = {Orientation.SUPINE, Orientation.PRONE, Orientation.SIDE_LYING}
ON_THE_MAT = {*LYING, Orientation.FLOOR_SITTING, Orientation.QUADRUPED, Orientation.KNEELING}


class Prop(Record):
    """A thing in the room; it does not move, but for the end of a band that a bone pulls."""

    kind: Kind
    centre: Point = (0.0, 0.0, 0.0)
    """The middle of the thing; of a chair or a bench the middle of its seat's upper face; of a
    band the point where it is fixed."""
    size: Point = (0.0, 0.0, 0.0)
    """Width (x), height (y) and depth (z) before it is turned."""
    yaw_deg: float = 0.0
    """How far it is turned about the vertical, towards the person's left."""
    back_m: float | None = None
    """Of a chair: how high its back ends above the floor; the back is on the side of -z."""
    bone: str | None = None
    """Of a band: the bone whose joint it is tied round."""


def props(exercise: Exercise, course: Course, pose: Posed, side: Side) -> tuple[Prop, ...]:
    """Floor, and whatever the exercise names and the hands hold on to."""
    named = {thing.id for thing in exercise.equipment}
    things = {thing.id for thing in exercise.equipment if not thing.optional}
    found = [Prop(kind="floor")]
    if course.orientation in ON_THE_MAT:
        found.append(_mat(pose))
    if course.orientation is Orientation.SITTING:
        found.append(_seat(pose))
    if "band" in things:
        found.append(_band(exercise, course, pose, side))
    if exercise.place is Place.WALL:
        found.append(_wall_at_the_feet(pose))
    if "pillow" in things and course.orientation is Orientation.SITTING:
        found.append(_between_the_knees(pose))
    if course.orientation is Orientation.SIDE_LYING and "towel" in named:
        found.append(_lying_between_the_knees(pose))
    if "towel" in things or ("band" in things and course.orientation is Orientation.SITTING):
        found.extend(_towel(course, pose, side))
    found.extend(_held(course, pose, side))
    return tuple(found)


def _mat(pose: Posed) -> Prop:
    """Under all that lies or kneels; its upper face is the floor that the body meets."""
    places = np.concatenate([at for name, at in pose.joints.items() if "Hand" not in name])
    low, high = places.min(axis=0) - MAT_BEYOND_M, places.max(axis=0) + MAT_BEYOND_M
    middle, size = (low + high) / 2, high - low
    return Prop(
        kind="mat",
        centre=_point([middle[0], -MAT_THICK_M / 2, middle[2]]),
        size=_point([size[0], MAT_THICK_M, size[2]]),
    )


def _seat(pose: Posed) -> Prop:
    """A chair under who sits."""
    body = pose.body
    bears = np.isin(np.array(body.bones)[body.mainly], SITS_ON)
    top = float(surface(body, pose, 0)[bears, 1].min())
    hips = pose.hips_middle()[0]
    return Prop(
        kind="chair",
        centre=_point([hips[0], top, hips[2] + SEAT_BEFORE_HIPS_M]),
        size=SEAT_M,
        back_m=round(top + 0.42, 4),
    )


def _band(exercise: Exercise, course: Course, pose: Posed, side: Side) -> Prop:
    """Tied round the ankle, fixed low down on the side that the foot moves away from."""
    ankle = pose.joints[_bone(side, "Foot")]
    away = np.sign(exercise.end_pose.effect_leg.hip_internal_rotation_deg)
    outward = 1.0 if side is Side.LEFT else -1.0
    start = ankle[0]
    fixed = [start[0] - away * outward * BAND_REACH_M, ANCHOR_HEIGHT_M, start[2]]
    if course.orientation is Orientation.SITTING:
        fixed[1] = max(ANCHOR_HEIGHT_M, float(start[1]))
    return Prop(
        kind="band",
        centre=_point(fixed),
        size=(BAND_M, BAND_M, BAND_M),
        bone=_bone(side, "Foot"),
    )


def _wall_at_the_feet(pose: Posed) -> Prop:
    """A wall that the soles stand on."""
    ankles = np.stack([pose.joints[_bone(side, "ToeBase")] for side in Side])
    z_m = float(ankles[..., 2].max()) + 0.03
    return Prop(
        kind="wall",
        centre=_point([float(ankles[..., 0].mean()), WALL_M[1] / 2, z_m + WALL_M[2] / 2]),
        size=WALL_M,
    )


def _between_the_knees(pose: Posed) -> Prop:
    knees = np.stack([pose.joints[_bone(side, "Leg")][0] for side in Side])
    middle = knees.mean(axis=0)
    gap = float(np.abs(knees[0] - knees[1])[0]) - 0.09
    return Prop(
        kind="pillow",
        centre=_point([middle[0], middle[1], middle[2] - 0.05]),
        size=(round(max(gap, 0.05), 4), CUSHION_M[1], CUSHION_M[2]),
    )


def _lying_between_the_knees(pose: Posed) -> Prop:
    knees = np.stack([pose.joints[_bone(side, "Leg")][0] for side in Side])
    middle = knees.mean(axis=0)
    gap = float(np.abs(knees[0] - knees[1])[1]) - 0.1
    return Prop(
        kind="towel",
        centre=_point([middle[0], middle[1], middle[2] - 0.02]),
        size=(0.2, round(max(gap, 0.03), 4), 0.16),
    )


def _towel(course: Course, pose: Posed, side: Side) -> Iterator[Prop]:
    """Folded: under the thigh of who sits, under the knees of who kneels."""
    if course.orientation is Orientation.SITTING:
        hip, knee = (pose.joints[_bone(side, name)][0] for name in ("UpLeg", "Leg"))
        under = hip + 0.62 * (knee - hip)
        seat = _seat(pose).centre[1]
        top = float(under[1]) - 0.065
        if top > seat + 0.01:
            yield Prop(
                kind="towel",
                centre=_point([under[0], (seat + top) / 2, under[2]]),
                size=(0.2, round(top - seat, 4), 0.16),
            )
    elif course.orientation in (Orientation.QUADRUPED, Orientation.KNEELING):
        knees = np.stack([pose.joints[_bone(one, "Leg")][0] for one in Side])
        middle = knees.mean(axis=0)
        yield Prop(
            kind="towel", centre=_point([middle[0], 0.0, middle[2]]), size=(0.5, 0.006, 0.25)
        )


def _held(course: Course, pose: Posed, side: Side) -> Iterator[Prop]:
    """The chair's back or the wall that hands are on."""
    chair = [_hand(leg, pose, side) for leg in LEGS if HandPlace.CHAIR_BACK in course.hands[leg]]
    if chair:
        middle = np.mean(chair, axis=0)
        yield Prop(
            kind="chair",
            centre=_point([middle[0], 0.46, middle[2] + CHAIR_BEFORE_HAND_M]),
            size=SEAT_M,
            back_m=CHAIR_BACK_M,
        )
    for leg in LEGS:
        if HandPlace.WALL in course.hands[leg]:
            hand = _hand(leg, pose, side)
            outward = float(np.sign(hand[0] - pose.hips_middle()[0][0]))
            beside = hand[0] + outward * (PALM_BELOW_WRIST_M + WALL_M[2] / 2)
            yield Prop(
                kind="wall",
                centre=_point([beside, WALL_M[1] / 2, hand[2]]),
                size=WALL_M,
                yaw_deg=90.0,
            )


def _hand(leg: Leg, pose: Posed, side: Side) -> Floats:
    on = side if leg == "effect" else side.other
    at: Floats = pose.joints[_bone(on, "Hand")][0]
    return at


def _bone(side: Side, name: str) -> str:
    return f"{side.title()}{name}"


def _point(place: list[float]) -> Point:
    x, y, z = (round(float(value), 4) for value in place)
    return x, y, z
