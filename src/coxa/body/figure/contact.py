"""Puts the body down: on the floor or a seat, and its feet flat where they stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure.course import FACE_DOWN, LEGS, Course, Leg
from coxa.body.figure.posing import SIDE_OF, Posed, pose_leg, put_foot
from coxa.body.figure.rest import Rest
from coxa.body.figure.surface import heights, sampled
from coxa.body.figure.turns import Floats, Y, about_x, about_z
from coxa.catalogue import Orientation

FLAT_BELOW_M, LIFTED_ABOVE_M = 0.13, 0.24
"""Height of the ankle at which a foot stands flat, and from which on it hangs free."""

STEEP, LEVEL = 0.58, 0.35
"""How upright (0 to 1) a shank is that stands on its foot, and one that does not."""

MOST_DORSIFLEXION_DEG, MOST_PLANTARFLEXION_DEG, MOST_ROLL_DEG = 30.0, 50.0, 14.0
"""How far an ankle gives way to a floor."""

DIPS_BY_M = 0.004
"""How far into the floor a foot may go before its knee gives way: skin is soft."""

NEWTON_STEPS, PROBE_DEG, LEAST_SLOPE, MOST_GIVE_DEG = 3, 0.5, 1e-3, 6.0

TRUNK_BONES = ("Hips", "Spine", "Spine1", "Spine2", "ThighTwist", "UpLeg", "Head", "Shoulder")
ARM_BONES = ("Arm", "ForeArm", "Hand")
ON_THE_TRUNK = {
    Orientation.FLOOR_SITTING, Orientation.SUPINE, Orientation.PRONE, Orientation.SIDE_LYING,
}  # fmt: skip


def put_down(body: Rest, course: Course, pose: Posed) -> Posed:
    """The body at its height and place, feet flat where they are low."""
    if course.orientation in ON_THE_TRUNK:
        down = _lowered(pose, sampled(body).on(*TRUNK_BONES))
        for leg in LEGS:
            _stand_foot(body, course, leg, down)
            _keep_above(body, course, leg, down)
        return down
    if course.orientation not in FACE_DOWN:
        for leg in LEGS:
            _flatten(body, course, leg, pose, np.ones(course.count))
    if course.orientation is Orientation.SITTING:
        return _seated(body, course, pose)
    return _standing(body, course, pose)


def _lowered(pose: Posed, chosen: NDArray[np.bool_]) -> Posed:
    lowest = heights(pose, chosen).min(axis=1)
    return pose.shifted(-lowest[:, None] * Y)


def _seated(body: Rest, course: Course, pose: Posed) -> Posed:
    """The seat is as high as lets the feet stand in the first pose, and stays so."""
    lowest = heights(pose, sampled(body).on("Foot", "ToeBase"))[0].min()
    down = pose.shifted(-lowest * Y)
    for leg in LEGS:
        _stand_foot(body, course, leg, down)
    return down


def _standing(body: Rest, course: Course, pose: Posed) -> Posed:
    """Whatever is lowest stands on the floor; the foot or knee that carries does not slide."""
    down = _lowered(pose, ~sampled(body).on(*ARM_BONES))
    bone = "Leg" if course.orientation in FACE_DOWN else "Foot"
    # Where both are equally low, the leg that does not work carries.
    low_mm = {leg: round(1000 * down.joints[f"{SIDE_OF[leg]}{bone}"][0, 1]) for leg in LEGS}
    lower: Leg = "effect" if low_mm["effect"] < low_mm["other"] else "other"
    carrying = down.joints[f"{SIDE_OF[lower]}{bone}"]
    slide = carrying[:1] - carrying
    slide[:, 1] = 0
    down = down.shifted(slide)
    for leg in LEGS:
        if leg != lower and course.orientation not in FACE_DOWN:
            _stand_foot(body, course, leg, down)
    return down


def _stand_foot(body: Rest, course: Course, leg: Leg, pose: Posed) -> None:
    """Flatten a foot as far as its ankle is low and its shank upright."""
    name = SIDE_OF[leg]
    ankle_m = pose.joints[f"{name}Foot"][:, 1]
    upright = (pose.joints[f"{name}Leg"][:, 1] - ankle_m) / body.length(f"{name}Leg", f"{name}Foot")
    share = _ramp(ankle_m, LIFTED_ABOVE_M, FLAT_BELOW_M) * _ramp(upright, LEVEL, STEEP)
    _flatten(body, course, leg, pose, share)


def _keep_above(body: Rest, course: Course, leg: Leg, pose: Posed) -> None:
    """Between two poses a foot would dip through the floor that both stand on: the knee gives."""
    name = SIDE_OF[leg]
    foot = sampled(body).side(name, "Foot", "ToeBase")
    angles, hip = course.legs[leg], pose.joints[f"{name}UpLeg"]

    def depth(knee: Floats) -> Floats:
        pose_leg(body, leg, replace(angles, knee=knee), pose.pelvis, hip, pose)
        _stand_foot(body, course, leg, pose)
        below: Floats = np.minimum(heights(pose, foot).min(axis=1) + DIPS_BY_M, 0)
        return below

    knee = angles.knee
    for _ in range(NEWTON_STEPS):
        now, then = depth(knee), depth(knee + PROBE_DEG)
        slope = (then - now) / PROBE_DEG
        step = np.divide(-now, slope, out=np.zeros_like(now), where=np.abs(slope) > LEAST_SLOPE)
        knee = knee + np.clip(step, -MOST_GIVE_DEG, MOST_GIVE_DEG)
    depth(knee)


def _flatten(body: Rest, course: Course, leg: Leg, pose: Posed, share: Floats) -> None:
    """Turn a foot towards the floor by ``share``, as far as an ankle goes."""
    name, angles = SIDE_OF[leg], course.legs[leg]
    relaxed = angles.resting_ankle
    foot = pose.turns[f"{name}Foot"]
    neutral = foot @ about_x(relaxed)
    up = neutral.swapaxes(1, 2) @ Y
    pitch = np.degrees(np.arctan2(up[:, 2], up[:, 1]))
    pitch = np.clip(pitch, -MOST_DORSIFLEXION_DEG, MOST_PLANTARFLEXION_DEG)
    share = share * (1 - angles.ankle_given)
    pitch = -relaxed + share * (pitch + relaxed)
    pitched = neutral @ about_x(pitch)
    up = pitched.swapaxes(1, 2) @ Y
    roll = np.clip(-np.degrees(np.arctan2(up[:, 0], up[:, 1])), -MOST_ROLL_DEG, MOST_ROLL_DEG)
    put_foot(body, name, pitched @ about_z(share * roll), pose)


def _ramp(values: Floats, zero_at: float, one_at: float) -> Floats:
    """0 to 1 between two values, smooth at both ends."""
    t = np.clip((values - zero_at) / (one_at - zero_at), 0, 1)
    ramp: Floats = t * t * (3 - 2 * t)
    return ramp
