"""What foot and outline show of a leg, beside its joints: second witnesses for the detector's part.

Lengths are in shank lengths at rest, angles in radians, as in :mod:`coxa.angles.features`.
"""

from __future__ import annotations

import numpy as np

from coxa.angles.features import rotation_features
from coxa.angles.frame import OUTWARD, Floats, Frame, Joints
from coxa.angles.image_angles import lean_deg
from coxa.quantities import Side


def leg_features(rest: Joints, now: Joints, side: Side) -> dict[str, Floats]:
    """Name -> (...): all that is seen of a leg, by joints, foot and outline.

    Of the foot: ``foot_out`` and ``foot_down``, how far its tip has moved against the ankle since
    rest, and where it was, ``rest_foot_out``, ``rest_foot_down``. Of the outline, zero where it was
    not seen: ``outline_swing`` and ``other_outline_swing``, how much further its midline has swung
    than knee → ankle has; ``outline_out``, how far it has moved outward of them; ``outline_wide``
    and ``outline_narrow``, how the shank's width and its narrowing have changed; at rest
    ``rest_outline_lean`` (against knee → ankle), ``rest_outline_wide`` and
    ``rest_outline_narrow``; and ``outline_seen``, 1 or 0.
    """
    frame = Frame(rest)
    joints = rotation_features(rest, now, side)
    return joints | _foot(rest, now, side, frame) | _outline(rest, now, side, frame)


def _foot(rest: Joints, now: Joints, side: Side, frame: Frame) -> dict[str, Floats]:
    def tip(joints: Joints) -> tuple[Floats, Floats]:
        out, down = frame.along(joints[side]["foot_index"] - joints[side]["ankle"])
        return OUTWARD[side] * out, down

    (out, down), (rest_out, rest_down) = tip(now), tip(rest)
    return {
        "foot_out": out - rest_out,
        "foot_down": down - rest_down,
        "rest_foot_out": rest_out,
        "rest_foot_down": rest_down,
    }


def _outline(rest: Joints, now: Joints, side: Side, frame: Frame) -> dict[str, Floats]:
    own, own_rest = _shank(now, side, frame), _shank(rest, side, frame)
    other, other_rest = _shank(now, side.other, frame), _shank(rest, side.other, frame)
    moved = {
        "outline_swing": own["lean"] - own_rest["lean"],
        "outline_out": own["out"] - own_rest["out"],
        "outline_wide": own["wide"] - own_rest["wide"],
        "outline_narrow": own["narrow"] - own_rest["narrow"],
    }
    still = {
        "rest_outline_lean": own_rest["lean"],
        "rest_outline_wide": own_rest["wide"],
        "rest_outline_narrow": own_rest["narrow"],
    }
    seen = np.isfinite(own["lean"] - own_rest["lean"])
    other_swing = np.nan_to_num(other["lean"] - other_rest["lean"], nan=0.0)
    return {
        **{name: np.where(seen, value, 0.0) for name, value in moved.items()},
        **{name: np.nan_to_num(value, nan=0.0) for name, value in still.items()},
        "other_outline_swing": np.where(seen, other_swing, 0.0),
        "outline_seen": seen.astype(np.float64),
    }


def _shank(joints: Joints, side: Side, frame: Frame) -> dict[str, Floats]:
    """One shank by its outline against its landmarks, outward positive."""
    part, sign = joints[side], OUTWARD[side]
    by_outline = lean_deg(part["shank_top"], part["shank_low"])
    by_joints = lean_deg(part["knee"], part["ankle"])
    middles = part["shank_top"] + part["shank_low"] - part["knee"] - part["ankle"]
    width = part["shank_width"] / frame.shank_px
    out, _ = frame.along(middles / 2)
    return {
        "lean": sign * np.radians(by_outline - by_joints),
        "out": sign * out,
        "wide": width.mean(axis=-1),
        "narrow": width[..., 0] - width[..., 1],
    }
