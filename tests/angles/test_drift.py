"""A gyroscope's drift from legs that sway and do not come quite back; and rates that add up."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from coxa.angles import shin_motion
from coxa.angles.inclinometer.drift import drift_deg_s
from coxa.angles.inclinometer.motion import CLOCK_HZ
from coxa.quantities import Side, Test
from tests.synthetic_phone import Leg, Sensors, going, wear

Floats = NDArray[np.float64]

EXPECTED_DEG_S = 0.2


def test_is_told_apart_from_sway_and_from_returns_that_miss_zero() -> None:
    off = []
    for seed in range(40):
        draw = np.random.default_rng(seed)
        drift = draw.normal(0, 0.2)
        since_s, turned_deg = _session(draw, rests_sd_deg=2.5, sway_deg=0.5)
        turned_deg[:, 1] += drift * since_s
        off.append(drift_deg_s(since_s, turned_deg, EXPECTED_DEG_S) - [0, drift, 0])
    assert np.sqrt(np.mean(np.square(off), axis=0)).max() < 0.06


def test_a_leg_that_comes_back_to_the_same_wrong_place_is_not_taken_for_drift_alone() -> None:
    """That it does not turn while it is still outweighs where it lies."""
    since_s, turned_deg = _session(np.random.default_rng(1), rests_deg=[3.0] * 6)
    rests_s = 2.5 + 5.6 * np.arange(1, 7) - 0.5 - 1.0
    by_returns_alone = 3.0 * rests_s.sum() / (rests_s**2).sum()
    found = drift_deg_s(since_s, turned_deg, EXPECTED_DEG_S)[1]
    assert 0 < found < by_returns_alone / 2


def test_how_far_a_leg_is_held_says_nothing_of_the_drift() -> None:
    """Each repeat further than the one before, as a leg that warms up goes."""
    draw = np.random.default_rng(2)
    since_s, turned_deg = _session(draw, ends_deg=[20, 26, 32, -20, -26, -32])
    assert np.abs(drift_deg_s(since_s, turned_deg, EXPECTED_DEG_S)).max() < 0.01


def test_a_leg_that_is_never_still_tells_nothing() -> None:
    since_s = np.arange(0, 20, 1 / CLOCK_HZ)
    turned_deg = np.outer(since_s, [0.0, 40.0, 0.0])
    assert not drift_deg_s(since_s, turned_deg, EXPECTED_DEG_S).any()


def test_gaps_are_left_out() -> None:
    since_s, turned_deg = _session(np.random.default_rng(3))
    turned_deg += np.outer(since_s, [0.0, 0.1, 0.0])
    turned_deg[200:260] = np.nan
    found = drift_deg_s(since_s, turned_deg, EXPECTED_DEG_S)
    assert found == pytest.approx([0.0, 0.1, 0.0], abs=0.01)


def test_half_an_hour_of_stillness_is_read_too() -> None:
    since_s = np.arange(0, 1800, 1 / CLOCK_HZ)
    found = drift_deg_s(since_s, np.outer(since_s, [0.0, 0.0, 0.01]), EXPECTED_DEG_S)
    assert found == pytest.approx([0.0, 0.0, 0.01], abs=0.002)


def test_rates_add_up_to_the_turn_though_samples_are_uneven_and_some_are_lost() -> None:
    """Where means over windows with lost samples go on to a sum that is a degree and more off."""
    course = going([40.0, 38.0, -45.0], move_s=0.6, rest_s=0.8)
    sensors = Sensors(hz=30, jitter_s=0.01, lost_share=0.05, angles=False)
    off_deg = []
    for seed in range(10):
        leg = Leg(Test.SUPINE_90_90, Side.LEFT)  # its thigh points where the phone's z does
        recording = wear(course, leg=leg, sensors=sensors, seed=seed)
        motion = shin_motion(recording)
        assert motion.rate_deg_s is not None
        told_deg = np.cumsum(motion.rate_deg_s[:, 2]) / CLOCK_HZ
        true_deg = course(motion.time_s + recording.time_s[0])
        still = np.abs(np.gradient(true_deg)) < 1e-3
        off_deg.append(np.abs(told_deg - true_deg)[still].max())
    assert np.sqrt(np.mean(np.square(off_deg))) < 0.4


def _session(
    draw: np.random.Generator,
    ends_deg: list[float] | None = None,
    rests_deg: list[float] | None = None,
    rests_sd_deg: float = 0.0,
    sway_deg: float = 0.0,
) -> tuple[Floats, Floats]:
    """Times since the still start, and the turn (n, 3) of a leg that goes out six times."""
    ends_deg = ends_deg or [30.0, 31, 29, -35, -34, -36]
    course = going(ends_deg, rests_deg=rests_deg or list(draw.normal(0, rests_sd_deg, 6)))
    time_s = np.arange(0, course.duration_s, 1 / CLOCK_HZ)  # type: ignore[attr-defined]
    turned_deg = np.zeros((len(time_s), 3))
    turned_deg[:, 1] = course(time_s)
    for axis in range(3):
        period_s, phase = draw.uniform(4, 15), draw.uniform(0, 2 * np.pi)
        turned_deg[:, axis] += sway_deg * np.sqrt(2) * np.sin(2 * np.pi * time_s / period_s + phase)
    since_s = time_s - 1.0
    return since_s, turned_deg - turned_deg[(time_s > 0.5) & (time_s < 1.5)].mean(axis=0)
