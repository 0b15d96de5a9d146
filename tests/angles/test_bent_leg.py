"""The square corner: rotation of a bent leg from any view that sees its shank swing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.angles.bent_leg import THIGH_TO_SHANK, bent_leg
from coxa.angles.bent_leg_features import bent_leg_features
from coxa.quantities import Side, Test, View
from coxa.records import Landmark
from tests.synthetic_body import Camera
from tests.synthetic_positions import OneLeg

VIEWS = {
    Test.PRONE: View.HEAD,
    Test.SUPINE_90_90: View.HEAD,
    Test.STANDING: View.FRONT,
}
FAR_M = 60.0
tests = st.sampled_from(list(VIEWS))
sides = st.sampled_from(list(Side))
turns = st.floats(-50, 50)


def seen(test: Test, side: Side, camera: Camera, turned_deg: float, **leg: float) -> float:
    """The rotation that the corner reads between the leg at rest and turned."""
    figure = OneLeg(test, side, **leg)

    def limb(deg: float) -> tuple[np.ndarray, np.ndarray]:
        joints = figure.joints(deg, deg)
        hip, knee, ankle = (
            camera.project(joints[Landmark[f"{side.name}_{part}"]])
            for part in ("HIP", "KNEE", "ANKLE")
        )
        return knee - hip, ankle - knee

    thigh, shank = limb(0.0)
    _, now = limb(turned_deg)
    rotation_deg, length = bent_leg(thigh, shank, test, VIEWS[test], side).turned(now[None])
    assert length[0] == pytest.approx(1.0, abs=0.12)
    return float(rotation_deg[0])


def looking_down(deg: float, away_m: float, aside_deg: float, roll_deg: float = 0.0) -> Camera:
    e = np.radians(deg)
    return Camera(
        yaw_deg=aside_deg,
        pitch_deg=deg,
        roll_deg=roll_deg,
        distance_m=float(away_m * np.cos(e)),
        height_m=float(0.2 + away_m * np.sin(e)),
        focal_px=280 * away_m,
    )


@given(tests, sides, turns, st.floats(20, 55), st.floats(-20, 20), st.floats(-10, 10))
def test_from_afar_the_rotation_is_exact_whatever_the_height_side_and_roll_of_the_camera(
    test: Test, side: Side, turned_deg: float, height_deg: float, aside_deg: float, roll_deg: float
) -> None:
    camera = looking_down(height_deg, FAR_M, aside_deg, roll_deg)
    leg = {"thigh_m": 0.41 * THIGH_TO_SHANK, "shank_m": 0.41}
    assert seen(test, side, camera, turned_deg, **leg) == pytest.approx(turned_deg, abs=0.8)


@given(tests, sides, turns, st.floats(28, 48), st.floats(-12, 12), st.floats(0.96, 1.14))
def test_from_a_room_away_perspective_and_proportions_cost_a_few_degrees(
    test: Test, side: Side, turned_deg: float, height_deg: float, aside_deg: float, ratio: float
) -> None:
    camera = looking_down(0.0 if test is Test.STANDING else height_deg, 2.6, aside_deg)
    read_deg = seen(test, side, camera, turned_deg, thigh_m=0.41 * ratio, shank_m=0.41)
    assert read_deg == pytest.approx(turned_deg, abs=9.0)


def test_how_the_leg_lies_to_the_camera_is_known() -> None:
    camera = looking_down(36.0, FAR_M, 15.0)
    joints = OneLeg(Test.PRONE).joints(0.0, 0.0)
    hip, knee, ankle = (
        camera.project(joints[Landmark[f"RIGHT_{part}"]]) for part in ("HIP", "KNEE", "ANKLE")
    )
    leg = bent_leg(knee - hip, ankle - knee, Test.PRONE, View.HEAD, Side.RIGHT)
    assert leg.shank_seen == pytest.approx(np.cos(np.radians(36)), abs=0.02)
    assert leg.aside_deg("thigh") == pytest.approx(15, abs=1.5)


def test_a_leg_seen_end_on_gives_no_number() -> None:
    leg = bent_leg(np.array([40.0, 0.0]), np.zeros(2), Test.PRONE, View.HEAD, Side.RIGHT)
    rotation_deg, length = leg.turned(np.array([[10.0, -20.0]]))
    assert np.isnan(rotation_deg).all()
    assert np.isnan(length).all()


PARTS = ("shoulder", "hip", "knee", "ankle", "foot_index")
OF_THE_REST = (
    "shank_seen", "thigh_seen", "thigh_out", "shank_out",
    "trunk", "hip_width", "shoulder_width", "other_thigh", "other_shank",
)  # fmt: skip


def pictured(test: Test, side: Side, tilt_deg: float = 0.0, turn_deg: float = 0.0) -> dict:  # type: ignore[type-arg]
    """Side -> part -> (2,) of a figure before a camera a room away; the pelvis tilts so that the
    tested leg's side rises.
    """
    camera = looking_down(0.0 if test is Test.STANDING else 38.0, 2.6, 0.0)
    right_tilt_deg = tilt_deg if side is Side.RIGHT else -tilt_deg
    if test is Test.SUPINE_90_90:
        # The figure turns about its length; on its back that lifts the other side.
        right_tilt_deg = -right_tilt_deg
    joints = OneLeg(test, side).joints(turn_deg, turn_deg, right_tilt_deg)
    return {
        each: {
            part: camera.project(joints[Landmark[f"{each.name}_{part.upper()}"]]) for part in PARTS
        }
        for each in Side
    }


def features_of(test: Test, side: Side, rest: dict, now: dict) -> dict[str, float]:  # type: ignore[type-arg]
    own = rest[side]
    leg = bent_leg(own["knee"] - own["hip"], own["ankle"] - own["knee"], test, VIEWS[test], side)
    moving = {each: {part: at[None] for part, at in parts.items()} for each, parts in now.items()}
    found = bent_leg_features(leg, side, moving, rest)
    return {name: float(values[0]) for name, values in found.items()}


@given(tests, sides)
def test_a_body_that_has_not_moved_shows_nothing_but_how_it_lies(test: Test, side: Side) -> None:
    rest = pictured(test, side)
    found = features_of(test, side, rest, rest)
    moved = {name: value for name, value in found.items() if name not in OF_THE_REST}
    assert moved == pytest.approx(dict.fromkeys(moved, 0.0), abs=1e-6)
    assert all(found[name] > 0.3 for name in ("trunk", "shoulder_width"))


@given(tests, st.floats(-10, 10), turns)
def test_features_are_the_same_for_either_leg(test: Test, tilt_deg: float, turn_deg: float) -> None:
    def found(side: Side) -> dict[str, float]:
        now = pictured(test, side, tilt_deg, turn_deg)
        return features_of(test, side, pictured(test, side), now)

    assert found(Side.LEFT) == pytest.approx(found(Side.RIGHT), abs=1e-6)


@given(tests, sides, st.floats(3, 10))
def test_a_pelvis_that_tilts_lifts_its_hip_and_carries_the_bent_knee_along(
    test: Test, side: Side, tilt_deg: float
) -> None:
    found = features_of(test, side, pictured(test, side), pictured(test, side, tilt_deg))
    assert found["hips_rise"] > 0.02
    assert found["hip_down"] < found["other_hip_down"]
    if test is Test.SUPINE_90_90:
        assert found["knee_out"] < -0.03
