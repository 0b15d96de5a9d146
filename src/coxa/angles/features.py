"""What a leg shows since rest, in numbers that depend on no side, size or roll of the camera.

Two pictures are compared: the hanging leg ("rest") and the leg now. Lengths are in shank lengths at
rest (the mean of both shanks), angles in radians, directions along and square to the body's own
upright. "Out" is away from the other leg, the way internal rotation carries the foot.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from coxa.angles.image_angles import lean_deg, slope_deg
from coxa.quantities import Side

Floats = NDArray[np.float64]
Joints = Mapping[Side, Mapping[str, Floats]]
"""Side -> part (``"shoulder"``, ``"hip"``, ``"knee"``, ``"ankle"``) -> (..., 2), in pixels."""

OUTWARD = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
"""Which way outward is in the picture of a person seen from the front."""


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
    frame = _Frame(rest)

    def lean(joints: Joints, of: Side) -> Floats:
        return np.radians(lean_deg(joints[of]["knee"], joints[of]["ankle"]))

    def rise(part: str) -> Floats:
        return sign * np.radians(_slope_deg(now, part) - _slope_deg(rest, part))

    features = {
        "swing": sign * (lean(now, side) - lean(rest, side)),
        "stretch": _length(now, side) / _length(rest, side) - 1,
        "other_swing": -sign * (lean(now, other) - lean(rest, other)),
        "hips_rise": rise("hip"),
        "knees_rise": rise("knee"),
        "shoulders_rise": rise("shoulder"),
        "trunk_lean": -sign * np.radians(_trunk_lean_deg(now) - _trunk_lean_deg(rest)),
    }
    for name, of, part in (
        ("knee", side, "knee"),
        ("hip", side, "hip"),
        ("other_knee", other, "knee"),
        ("other_hip", other, "hip"),
    ):
        across, down = frame.along(now[of][part] - rest[of][part])
        features |= {f"{name}_out": sign * across, f"{name}_down": down}
    across, down = frame.along(_middle(now, "shoulder") - _middle(rest, "shoulder"))
    return features | {"shoulders_out": sign * across, "shoulders_down": down}


def _rest(rest: Joints, side: Side) -> dict[str, Floats]:
    sign, other = OUTWARD[side], side.other
    frame = _Frame(rest)
    out, down = frame.along(rest[side]["knee"] - rest[side]["hip"])
    other_out, other_down = frame.along(rest[other]["knee"] - rest[other]["hip"])

    def lean(of: Side) -> Floats:
        from_upright = lean_deg(rest[of]["knee"], rest[of]["ankle"]) - frame.upright_deg
        return OUTWARD[of] * np.radians(from_upright)

    def width(part: str) -> Floats:
        apart_px = np.linalg.norm(rest[Side.LEFT][part] - rest[Side.RIGHT][part], axis=-1)
        return np.asarray(apart_px / frame.shank_px)

    trunk_px = np.linalg.norm(_middle(rest, "shoulder") - _middle(rest, "hip"), axis=-1)
    return {
        "thigh_out": sign * out,
        "thigh_down": down,
        "other_thigh_out": -sign * other_out,
        "other_thigh_down": other_down,
        "rest_lean": lean(side),
        "other_rest_lean": lean(other),
        "length_ratio": np.asarray(_length(rest, side) / _length(rest, other) - 1),
        "trunk": np.asarray(trunk_px / frame.shank_px),
        "hip_width": width("hip"),
        "knee_width": width("knee"),
    }


class _Frame:
    """The body's own upright and unit of length at rest."""

    def __init__(self, rest: Joints) -> None:
        self.upright_deg = _trunk_lean_deg(rest)
        self.shank_px = (_length(rest, Side.LEFT) + _length(rest, Side.RIGHT)) / 2

    def along(self, way_px: Floats) -> tuple[Floats, Floats]:
        """A way in the picture, across and down the body, in shank lengths."""
        turn = np.radians(self.upright_deg)
        x, y = way_px[..., 0] / self.shank_px, way_px[..., 1] / self.shank_px
        return x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)


def _length(joints: Joints, side: Side) -> Floats:
    return np.asarray(np.linalg.norm(joints[side]["ankle"] - joints[side]["knee"], axis=-1))


def _middle(joints: Joints, part: str) -> Floats:
    return (joints[Side.LEFT][part] + joints[Side.RIGHT][part]) / 2


def _slope_deg(joints: Joints, part: str) -> Floats:
    return slope_deg(joints[Side.RIGHT][part], joints[Side.LEFT][part])


def _trunk_lean_deg(joints: Joints) -> Floats:
    return lean_deg(_middle(joints, "shoulder"), _middle(joints, "hip"))
