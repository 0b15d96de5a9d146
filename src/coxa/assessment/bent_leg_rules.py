"""What each test of one bent leg looks like when it is done before a rightly placed camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from coxa.angles import BentLeg
from coxa.quantities import Test, View


@dataclass(frozen=True)
class BentLegRules:
    """The signs by which a test is told from anything else, and the limits of its camera.

    Attributes
    ----------
    view : where the camera stands.
    lying : the head is nearer to the camera than the hips, and lower in the picture.
    left_at_right : the person's left is on the right of the picture.
    shank_up : the resting shank leads upwards in the picture.
    level_part : which part of the resting leg points at the camera or away from it.
    height_deg : leg at rest -> how steeply the camera looks down on it.
    lowest_deg, highest_deg : what of that is read.
    wrong_position : id of the message for somebody who does something else.
    """

    view: View
    lying: bool
    left_at_right: bool
    shank_up: bool
    level_part: Literal["thigh", "shank"]
    height_deg: Callable[[BentLeg], float]
    lowest_deg: float
    highest_deg: float
    wrong_position: str


def _from_upright_shank(leg: BentLeg) -> float:
    """The thigh points at the camera; the shank stands up and looks shorter from above."""
    return float(np.degrees(np.arccos(np.clip(leg.shank_seen, 0.0, 1.0))))


def _from_level_thigh(leg: BentLeg) -> float:
    """The thigh points away and looks the longer the higher the camera; the shank stands up."""
    return float(np.degrees(np.arctan2(leg.thigh_seen, leg.shank_seen)))


def _from_upright_thigh(leg: BentLeg) -> float:
    """The shank points away and looks the longer the higher the camera; the thigh stands up."""
    return float(np.degrees(np.arctan2(leg.shank_seen, leg.thigh_seen)))


RULES = {
    Test.PRONE: BentLegRules(
        view=View.HEAD,
        lying=True,
        left_at_right=True,
        shank_up=True,
        level_part="thigh",
        height_deg=_from_level_thigh,
        lowest_deg=24.0,
        highest_deg=52.0,
        wrong_position="not_prone_test",
    ),
    Test.SUPINE_90_90: BentLegRules(
        view=View.HEAD,
        lying=True,
        left_at_right=False,
        shank_up=True,
        level_part="shank",
        height_deg=_from_upright_thigh,
        lowest_deg=26.0,
        highest_deg=56.0,
        wrong_position="not_supine_test",
    ),
    Test.STANDING: BentLegRules(
        view=View.FRONT,
        lying=False,
        left_at_right=True,
        shank_up=False,
        level_part="thigh",
        height_deg=_from_upright_shank,
        lowest_deg=0.0,
        highest_deg=28.0,
        wrong_position="not_standing_test",
    ),
}
"""Tests that a camera reads from one bent leg."""
