"""What the pictures of a bent leg say, as named numbers that a calibration may use."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles.bent_leg import THIGH_TO_SHANK, BentLeg
from coxa.angles.frame import Joints
from coxa.quantities import Side

Floats = NDArray[np.float64]


def bent_leg_features(leg: BentLeg, side: Side, joints: Joints, rest: Joints) -> dict[str, Floats]:
    """Features of every frame against the leg at rest; lengths in shanks, angles in radians.

    Parameters
    ----------
    joints : side -> part -> (n, 2) in the picture, y down.
    rest : side -> part -> (2,), the same at rest.

    Returns
    -------
    Each (n,). Of the frame: ``turn``, rotation by the square corner (NaN where it has none);
    ``turn_held``, the same with the knee taken to be where it was at rest; ``stretch``, how much
    longer the shank looks than such a turn allows; ``foot``, rotation by knee → toes;
    ``hips_rise`` and ``shoulders_rise``, how far these lines have tilted since rest (positive:
    this side up); ``knee_out``, ``knee_down`` and the same of hip, other hip and shoulders, how
    far they have moved since rest, outward and square to that. Of the rest: ``shank_seen``,
    ``thigh_seen``, ``thigh_out`` (outward) and ``shank_out``, how long they look and how far they
    lead outward; ``trunk``, ``hip_width``, ``shoulder_width``, ``other_thigh`` and
    ``other_shank``, how long these look: a corner that was misjudged at rest does not fit them.
    """
    at, still = joints[side], rest[side]
    turn_deg, length = leg.turned(at["ankle"] - at["knee"])
    moved = (at["hip"] - still["hip"] + joints[side.other]["hip"] - rest[side.other]["hip"]) / 2
    held_deg, _ = leg.turned(at["ankle"] - still["knee"] - moved)
    foot_deg, _ = leg.turned(at["foot_index"] - at["knee"])
    foot0_deg, _ = leg.turned((still["foot_index"] - still["knee"])[None])
    out = leg.across_px / np.linalg.norm(leg.across_px)
    same = np.ones_like(turn_deg)
    features = {
        "turn": np.radians(turn_deg),
        "turn_held": np.radians(held_deg),
        "foot": np.radians(_half_turn(foot_deg - foot0_deg)),
        "stretch": length - 1,
        "hips_rise": _tilt(side, joints, "hip") - _tilt(side, rest, "hip"),
        "shoulders_rise": _tilt(side, joints, "shoulder") - _tilt(side, rest, "shoulder"),
        "shank_seen": leg.shank_seen * same,
        "thigh_seen": leg.thigh_seen * same,
        "thigh_out": leg.thigh_px @ out / (THIGH_TO_SHANK * leg.square_px) * same,
        "shank_out": leg.shank_px @ out / leg.square_px * same,
    }
    lengths = {name: size * same for name, size in _lengths(leg, side, rest).items()}
    return features | _moves(leg, side, joints, rest) | lengths


def _moves(leg: BentLeg, side: Side, joints: Joints, rest: Joints) -> dict[str, Floats]:
    """How far joints have moved since rest, outward and square to that, in shanks."""
    out = leg.across_px / np.linalg.norm(leg.across_px)
    down = np.array([-out[1], out[0]]) * (1 if out[0] > 0 else -1)
    other = side.other
    both = [joints[each]["shoulder"] - rest[each]["shoulder"] for each in (side, other)]
    moved = {
        "knee": joints[side]["knee"] - rest[side]["knee"],
        "hip": joints[side]["hip"] - rest[side]["hip"],
        "other_hip": joints[other]["hip"] - rest[other]["hip"],
        "shoulders": (both[0] + both[1]) / 2,
    }
    ways = {"out": out / leg.square_px, "down": down / leg.square_px}
    return {f"{part}_{way}": at @ ways[way] for part, at in moved.items() for way in ways}


def _lengths(leg: BentLeg, side: Side, rest: Joints) -> dict[str, float]:
    """How long other parts of the body look at rest, in shanks."""
    own, other = rest[side], rest[side.other]
    between = {
        "trunk": (own["shoulder"] + other["shoulder"] - own["hip"] - other["hip"]) / 2,
        "hip_width": own["hip"] - other["hip"],
        "shoulder_width": own["shoulder"] - other["shoulder"],
        "other_thigh": other["knee"] - other["hip"],
        "other_shank": other["ankle"] - other["knee"],
    }
    return {name: float(np.linalg.norm(way)) / leg.square_px for name, way in between.items()}


def _tilt(side: Side, joints: Joints, part: str) -> Floats:
    """Slope of the line from the other side's joint to this one, radians, positive upwards."""
    line = joints[side][part] - joints[side.other][part]
    return np.asarray(np.arctan2(-line[..., 1], np.abs(line[..., 0])))


def _half_turn(angle_deg: Floats) -> Floats:
    return np.asarray((angle_deg + 180.0) % 360.0 - 180.0)
