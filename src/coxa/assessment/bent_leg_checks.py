"""Reasons to refuse a recording of one bent leg as a whole."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from coxa.angles import FRAME_MARGIN, BentLeg, Body
from coxa.assessment.bent_leg_rules import BentLegRules
from coxa.quantities import Side
from coxa.records import Message

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MIN_LEG_SEEN_SHARE = 0.7
MAX_SWAPPED_SHARE = 0.2
MAX_STRETCH = 0.3
"""A turning shank keeps its length; one that looks this much longer or shorter was lost."""
MAX_SLIP_DEG = 15.0
"""A knee stays where it is while the thigh turns under it; one that slips further was lost."""
MAX_HIPS_RISE_DEG = 12.0
"""The hips' line tilts with the pelvis, but no pelvis tilts so far."""
MAX_ASIDE_DEG = 28.0
"""What was proven: twelve degrees of camera, ten of a thigh that leads outward, and a margin."""


def posture(body: Body, rules: BentLegRules) -> Message | None:
    """Lying or standing, and facing as the test asks."""
    found = body.found
    trunk = np.nanmedian((body.middle("hip") - body.middle("shoulder"))[found], axis=0)
    across = np.nanmedian((body.across("hip") + body.across("shoulder"))[found], axis=0)
    head_nearer = bool(trunk[1] < 0)
    left_at_right = bool(across[0] > 0)
    if head_nearer != rules.lying or left_at_right != rules.left_at_right:
        return Message(id=rules.wrong_position)
    return None


def in_picture(body: Body, side: Side, size_px: tuple[int, int]) -> Flags:
    """(n,) frames with this knee and ankle inside the picture.

    The pose model's own visibility is not asked: of legs seen from the head it says nothing (on
    290 rendered stills the leg was lost as often where it was above 0.9 as where below 0.1).
    """
    size = np.array(size_px, dtype=np.float64)
    inside = [
        ((at >= FRAME_MARGIN * size) & (at <= (1 - FRAME_MARGIN) * size)).all(axis=1)
        for at in (body.joints[side]["knee"], body.joints[side]["ankle"])
    ]
    return np.asarray(body.found & inside[0] & inside[1])


def leg_is_seen(body: Body, side: Side, seen: Flags) -> Message | None:
    """The turning leg stays in the picture, and left can be told from right."""
    if seen[body.found].mean() < MIN_LEG_SEEN_SHARE:
        return Message(id="leg_not_visible", params={"side": side})
    if body.swapped_share > MAX_SWAPPED_SHARE:
        return Message(id="legs_mixed_up")
    return None


def camera_is_placed(
    leg: BentLeg, body: Body, side: Side, resting: Flags, rules: BentLegRules
) -> Message | None:
    """The resting leg is bent as the test asks, and seen from a height and side that are read."""
    if bool(leg.shank_px[1] < 0) != rules.shank_up:
        return Message(id=rules.wrong_position)
    if not rules.lying and _other_leg_bent(body, side, resting):
        return Message(id=rules.wrong_position)
    height_deg = rules.height_deg(leg)
    if not rules.lowest_deg <= height_deg <= rules.highest_deg:
        limits = {"lowest_deg": round(rules.lowest_deg), "highest_deg": round(rules.highest_deg)}
        way = "low" if height_deg < rules.lowest_deg else "high"
        return Message(id=f"camera_too_{way}", params={"height_deg": round(height_deg), **limits})
    if leg.aside_deg(rules.level_part) > MAX_ASIDE_DEG:
        return Message(id="camera_aside")
    return None


def _other_leg_bent(body: Body, side: Side, resting: Flags) -> bool:
    """Whether the leg that should stand straight has a thigh that points at the camera."""
    rest = body.rest(resting)[side.other]
    thigh_px = np.linalg.norm(rest["knee"] - rest["hip"])
    shank_px = np.linalg.norm(rest["ankle"] - rest["knee"])
    return bool(thigh_px < 0.75 * shank_px)


def believable(features: Mapping[str, Floats]) -> Flags:
    """(n,) frames in which hip, knee and ankle are where one and the same leg can have them."""
    slip_deg = np.degrees(features["turn"] - features["turn_held"])
    rise_deg = np.degrees(features["hips_rise"])
    return np.asarray(
        (np.abs(_known(features["stretch"])) <= MAX_STRETCH)
        & (np.abs(_known(slip_deg)) <= MAX_SLIP_DEG)
        & (np.abs(_known(rise_deg)) <= MAX_HIPS_RISE_DEG)
    )


def _known(values: Floats) -> Floats:
    return np.nan_to_num(values, nan=np.inf)
