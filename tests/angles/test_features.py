"""What a leg shows must not depend on side, size or roll, and must vanish at rest."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.angles import Joints, rotation_features
from coxa.quantities import Side
from coxa.records import landmark
from tests.synthetic_body import Camera, Sitter

PARTS = ("shoulder", "hip", "knee", "ankle")
STANDING = {
    "thigh_out",
    "thigh_down",
    "other_thigh_out",
    "other_thigh_down",
    "rest_lean",
    "other_rest_lean",
    "length_ratio",
    "trunk",
    "hip_width",
    "knee_width",
}


def seen(
    left_deg: float = 0.0,
    right_deg: float = 0.0,
    right_hike_deg: float = 0.0,
    camera: Camera | None = None,
) -> Joints:
    camera = camera or Camera()
    joints = Sitter().joints(right_deg, left_deg, right_hike_deg)
    return {
        side: {part: camera.project(joints[landmark(side, part)]) for part in PARTS}
        for side in Side
    }


def shown(rest: Joints, now: Joints, side: Side) -> dict[str, float]:
    return {name: float(value) for name, value in rotation_features(rest, now, side).items()}


@pytest.mark.parametrize("side", list(Side))
def test_a_leg_at_rest_has_not_moved(side: Side) -> None:
    features = rotation_features(seen(), seen(), side)
    for name, value in features.items():
        if name not in STANDING:
            assert value == pytest.approx(0.0, abs=1e-9), name


def test_the_mirrored_movement_of_the_other_leg_shows_the_same() -> None:
    left = shown(seen(), seen(left_deg=28, right_hike_deg=-3), Side.LEFT)
    right = shown(seen(), seen(right_deg=28, right_hike_deg=3), Side.RIGHT)
    assert left == pytest.approx(right, abs=1e-9)


def test_a_rolled_camera_shows_the_same() -> None:
    level = shown(seen(), seen(left_deg=28), Side.LEFT)
    camera = Camera(roll_deg=12)
    rolled = shown(seen(camera=camera), seen(left_deg=28, camera=camera), Side.LEFT)
    assert rolled == pytest.approx(level, abs=1e-9)


def test_a_larger_picture_shows_the_same() -> None:
    level = shown(seen(), seen(left_deg=28), Side.LEFT)
    camera = Camera(focal_px=1800, size_px=(1920, 1920))
    large = shown(seen(camera=camera), seen(left_deg=28, camera=camera), Side.LEFT)
    assert large == pytest.approx(level, abs=1e-9)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("turn_deg", [-30, 30])
def test_an_inward_turn_swings_outward(side: Side, turn_deg: float) -> None:
    turned = seen(left_deg=turn_deg) if side is Side.LEFT else seen(right_deg=turn_deg)
    features = rotation_features(seen(), turned, side)
    assert np.degrees(features["swing"]) == pytest.approx(turn_deg, abs=2.5)
    assert features["knee_out"] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("side", list(Side))
def test_a_rising_hip_rises(side: Side) -> None:
    hike_deg = 5.0 if side is Side.RIGHT else -5.0
    features = rotation_features(seen(), seen(right_hike_deg=hike_deg), side)
    assert np.degrees(features["hips_rise"]) == pytest.approx(5.0, abs=0.2)
