"""What a leg shows since rest, in numbers that depend on no side, size or roll of the camera.

Two pictures are compared: the hanging leg ("rest") and the leg now. Lengths are in shank lengths at
rest (the mean of both shanks), angles in radians, directions along and square to the body's own
upright. "Out" is away from the other leg, the way internal rotation carries the foot.
"""

from __future__ import annotations

import numpy as np

from coxa.angles.frame import OUTWARD, Floats, Frame, Joints, length_px, middle_px, trunk_lean_deg
from coxa.angles.image_angles import lean_deg, slope_deg
from coxa.quantities import Side


def rotation_features(rest: Joints, now: Joints, side: Side) -> dict[str, Floats]:
    """Name -> (...): what the leg of ``side`` and the rest of the body show.

    Zero for a body that has not moved since rest: ``swing`` (lean of the shank), ``stretch`` (its
    length), ``knee_out``, ``knee_down`` and the same of hip, other knee, other hip and shoulders,
    ``other_swing`` (lean of the other shank), ``hips_rise``, ``knees_rise``, ``shoulders_rise``
    (slope of the line across, positive when ``side`` has risen) and ``trunk_lean`` (its top,
    outward). Of the rest alone: ``thigh_out``, ``thigh_down``, ``other_thigh_out``,
    ``other_thigh_down`` (knee from hip), ``rest_lean``, ``other_rest_lean`` (shank from the body's
    upright), ``length_ratio`` (this shank over the other), ``trunk``, ``hip_width`` and
    ``knee_width``.
    """
    return _moved(rest, now, side) | _rest(rest, side)


def _moved(rest: Joints, now: Joints, side: Side) -> dict[str, Floats]:
    sign, other = OUTWARD[side], side.other
    frame = Frame(rest)

    def lean(joints: Joints, of: Side) -> Floats:
        return np.radians(lean_deg(joints[of]["knee"], joints[of]["ankle"]))

    def rise(part: str) -> Floats:
        return sign * np.radians(_slope_deg(now, part) - _slope_deg(rest, part))

    features = {
        "swing": sign * (lean(now, side) - lean(rest, side)),
        "stretch": length_px(now, side) / length_px(rest, side) - 1,
        "other_swing": -sign * (lean(now, other) - lean(rest, other)),
        "hips_rise": rise("hip"),
        "knees_rise": rise("knee"),
        "shoulders_rise": rise("shoulder"),
        "trunk_lean": -sign * np.radians(trunk_lean_deg(now) - trunk_lean_deg(rest)),
    }
    for name, of, part in (
        ("knee", side, "knee"),
        ("hip", side, "hip"),
        ("other_knee", other, "knee"),
        ("other_hip", other, "hip"),
    ):
        across, down = frame.along(now[of][part] - rest[of][part])
        features |= {f"{name}_out": sign * across, f"{name}_down": down}
    across, down = frame.along(middle_px(now, "shoulder") - middle_px(rest, "shoulder"))
    return features | {"shoulders_out": sign * across, "shoulders_down": down}


def _rest(rest: Joints, side: Side) -> dict[str, Floats]:
    sign, other = OUTWARD[side], side.other
    frame = Frame(rest)
    out, down = frame.along(rest[side]["knee"] - rest[side]["hip"])
    other_out, other_down = frame.along(rest[other]["knee"] - rest[other]["hip"])

    def lean(of: Side) -> Floats:
        from_upright = lean_deg(rest[of]["knee"], rest[of]["ankle"]) - frame.upright_deg
        return OUTWARD[of] * np.radians(from_upright)

    def width(part: str) -> Floats:
        apart_px = np.linalg.norm(rest[Side.LEFT][part] - rest[Side.RIGHT][part], axis=-1)
        return np.asarray(apart_px / frame.shank_px)

    trunk_px = np.linalg.norm(middle_px(rest, "shoulder") - middle_px(rest, "hip"), axis=-1)
    return {
        "thigh_out": sign * out,
        "thigh_down": down,
        "other_thigh_out": -sign * other_out,
        "other_thigh_down": other_down,
        "rest_lean": lean(side),
        "other_rest_lean": lean(other),
        "length_ratio": np.asarray(length_px(rest, side) / length_px(rest, other) - 1),
        "trunk": np.asarray(trunk_px / frame.shank_px),
        "hip_width": width("hip"),
        "knee_width": width("knee"),
    }


def _slope_deg(joints: Joints, part: str) -> Floats:
    return slope_deg(joints[Side.RIGHT][part], joints[Side.LEFT][part])
