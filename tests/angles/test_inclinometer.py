"""Rotation by a phone on the shin, against legs whose bones are turned by other means."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.angles import (
    ShinMotion,
    ShinTurn,
    shin_motion,
    turn_by_gravity,
    turn_by_gyroscope,
)
from coxa.angles.inclinometer.matrices import nearest_rotation, rotation_vectors, rotations
from coxa.quantities import Side, Test
from tests.synthetic_body import about
from tests.synthetic_phone import Curve, Leg, Sensors, Strap, going, wear

BOTH_WAYS = going([25, 40, -30, -50])
ANGLE = st.floats(-50, 50)


def read(
    leg: Leg, strap: Strap | None = None, sensors: Sensors | None = None, course: Curve = BOTH_WAYS
) -> tuple[ShinMotion, ShinTurn]:
    motion = shin_motion(wear(course, leg=leg, strap=strap, sensors=sensors))
    by = turn_by_gyroscope if leg.test is Test.SUPINE_90_90 else turn_by_gravity
    turn = by(motion, motion.time_s < 2.0, leg.side)
    assert turn is not None
    return motion, turn


def worst_deg(motion: ShinMotion, turn: ShinTurn) -> float:
    """Where the leg rests or is held, and was for a tenth of a second before and after."""
    true_deg = BOTH_WAYS(motion.time_s)
    still = np.abs(BOTH_WAYS(motion.time_s + 0.12) - BOTH_WAYS(motion.time_s - 0.12)) < 0.01
    return float(np.nanmax(np.abs(turn.rotation_deg - true_deg)[still]))


@pytest.mark.parametrize("top_down", [False, True], ids=["top up", "top down"])
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("test", Test)
def test_inward_is_positive_on_either_leg_in_any_test_and_either_way_up(
    test: Test, side: Side, top_down: bool
) -> None:
    assert worst_deg(*read(Leg(test, side), Strap(top_down=top_down))) < 0.3


@pytest.mark.parametrize("pulls_down", [False, True], ids=["pulls up", "pulls down"])
@pytest.mark.parametrize("test", [Test.SEATED, Test.PRONE])
def test_by_acceleration_alone_the_platforms_sign_makes_no_difference(
    test: Test, pulls_down: bool
) -> None:
    sensors = Sensors(angles=False, rates=False, pulls_down=pulls_down)
    assert worst_deg(*read(Leg(test), sensors=sensors)) < 0.7


@given(
    round_deg=st.floats(-15, 55),
    tilt_deg=st.floats(-8, 8),
    pitch_deg=st.floats(-8, 8),
    top_down=st.booleans(),
    side=st.sampled_from(Side),
    heading_deg=st.floats(0, 360),
    test=st.sampled_from(Test),
)
@settings(max_examples=25, deadline=None)
def test_however_the_phone_is_strapped_the_reading_is_the_same(
    round_deg: float,
    tilt_deg: float,
    pitch_deg: float,
    top_down: bool,
    side: Side,
    heading_deg: float,
    test: Test,
) -> None:
    strap = Strap(round_deg, tilt_deg, pitch_deg, top_down)
    found = read(Leg(test, side), strap, Sensors(hz=30, heading_deg=heading_deg))
    assert worst_deg(*found) < 0.4


def test_it_is_the_roll_and_not_the_tilt_that_is_read() -> None:
    """With the knee 20 degrees off square, the shin's whole tilt at 30 degrees is 35."""
    motion, turn = read(Leg(knee_deg=20))
    assert worst_deg(motion, turn) < 0.3
    at_25 = (motion.time_s > 4.2) & (motion.time_s < 5.6)
    assert np.allclose(turn.rotation_deg[at_25], 25, atol=0.3)


def test_a_thigh_that_is_not_level_hardly_matters() -> None:
    assert worst_deg(*read(Leg(slope_deg=10, aside_deg=10))) < 1.0


def test_a_pelvis_that_tilts_along_adds_one_to_one() -> None:
    """What a phone on the shin cannot see, and the stated error must hold."""
    motion, turn = read(Leg(hike_share=0.1))
    held = (motion.time_s > 4.2) & (motion.time_s < 5.6)
    assert np.median(turn.rotation_deg[held]) == pytest.approx(27.5, abs=0.3)


def test_a_thigh_that_lifts_is_told_apart_from_the_rotation() -> None:
    swings = going([35, 35, 35, -35, -35], start_s=8.5)
    motion, turn = read(Leg(thigh_moves_deg=going([15])), course=swings)
    held = (motion.time_s > 3.9) & (motion.time_s < 5.7)
    assert np.median(np.abs(turn.aside_deg[held])) == pytest.approx(15, abs=1)
    assert np.median(np.abs(turn.rotation_deg[held])) < 3


def test_supine_the_rates_alone_are_enough_and_their_bias_is_removed() -> None:
    sensors = Sensors(angles=False, rate_bias_deg_s=np.array([0.4, -0.6, 0.5]))
    motion, turn = read(Leg(Test.SUPINE_90_90), sensors=sensors)
    assert worst_deg(motion, turn) < 0.5


def test_supine_a_drift_that_returns_to_rest_show_is_removed_in_part() -> None:
    """Of the phone's own angles little is: they drift less than a leg's returns scatter."""
    drift_deg_s = 0.05
    motion, turn = read(Leg(Test.SUPINE_90_90), sensors=Sensors(drift_deg_s=drift_deg_s))
    assert worst_deg(motion, turn) < 0.95 * drift_deg_s * motion.time_s[-1]


def test_lost_samples_stay_lost() -> None:
    motion, turn = read(Leg(), sensors=Sensors(pause_s=(4.0, 5.0)))
    lost = (motion.time_s > 4.2) & (motion.time_s < 4.8)
    assert np.isnan(turn.rotation_deg[lost]).all()
    assert worst_deg(motion, turn) < 0.4


def test_without_a_swing_there_is_no_axis() -> None:
    for test, by in ((Test.SEATED, turn_by_gravity), (Test.SUPINE_90_90, turn_by_gyroscope)):
        motion = shin_motion(wear(going([2.0]), leg=Leg(test)))
        assert by(motion, motion.time_s < 2.0, Side.LEFT) is None


@given(x=ANGLE, y=ANGLE, z=ANGLE)
@settings(max_examples=60)
def test_rotation_vectors_and_matrices_are_each_others_inverse(
    x: float, y: float, z: float
) -> None:
    matrices = (about("z", z) @ about("x", x) @ about("y", y))[np.newaxis]
    vectors = rotation_vectors(matrices)
    np.testing.assert_allclose(rotations(vectors), matrices, atol=1e-9)
    angle = np.degrees(np.linalg.norm(vectors))
    assert angle == pytest.approx(np.degrees(np.arccos((np.trace(matrices[0]) - 1) / 2)), abs=1e-4)
    np.testing.assert_allclose(nearest_rotation(0.7 * matrices), matrices, atol=1e-9)
