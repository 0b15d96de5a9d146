"""Finding held repeats in curves whose holds are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from coxa.assessment.holds import find_excursions
from coxa.assessment.smoothing import local_line
from coxa.quantities import Direction
from tests.synthetic_body import repeats

Floats = NDArray[np.float64]


def curve(end_deg: float, *, fps: float = 20, **script: float) -> tuple[Floats, Floats]:
    """A noisy rotation curve with uneven frame times."""
    rng = np.random.default_rng(3)
    time_s = np.arange(0, 22.0, 1 / fps)
    time_s += rng.uniform(0, 0.3 / fps, len(time_s))
    shape = repeats(end_deg, **script)  # type: ignore[arg-type]
    turned_deg = np.array([shape(t) for t in time_s])
    return time_s, turned_deg + rng.normal(0, 0.3, len(time_s))


@pytest.mark.parametrize("fps", [10, 15, 30, 60])
@pytest.mark.parametrize("end_deg", [12.0, 35.0, 50.0])
def test_three_held_repeats_are_found_with_their_angle(fps: float, end_deg: float) -> None:
    time_s, turned_deg = curve(end_deg, fps=fps)
    found = find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg)
    assert found.attempts == 3
    assert [hold.value_deg for hold in found.holds] == pytest.approx([end_deg] * 3, abs=1.0)
    assert all(1.5 < hold.end_s - hold.start_s < 2.4 for hold in found.holds)


def test_external_rotation_is_negative_and_is_not_seen_as_internal() -> None:
    time_s, turned_deg = curve(-30)
    still = 0 * turned_deg
    assert find_excursions(time_s, turned_deg, Direction.INTERNAL, still).attempts == 0
    holds = find_excursions(time_s, turned_deg, Direction.EXTERNAL, still).holds
    assert [hold.value_deg for hold in holds] == pytest.approx([-30] * 3, abs=1.0)


def test_a_hold_of_one_second_counts_and_a_brief_one_does_not() -> None:
    time_s, turned_deg = curve(30, hold_s=1.0)
    assert len(find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg).holds) == 3
    time_s, turned_deg = curve(30, hold_s=0.4)
    brief = find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg)
    assert (brief.attempts, brief.holds) == (3, ())


def test_the_end_of_the_range_is_read_and_not_the_overshoot() -> None:
    time_s, turned_deg = curve(30, overshoot_deg=6.0)
    holds = find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg).holds
    assert [hold.value_deg for hold in holds] == pytest.approx([30] * 3, abs=1.0)
    assert all(hold.peak_deg > 33 for hold in holds)


def test_a_leg_that_only_follows_the_other_one_is_not_tested() -> None:
    time_s, turned_deg = curve(40)
    follower = find_excursions(time_s, 0.25 * turned_deg, Direction.INTERNAL, turned_deg)
    assert follower.attempts == 0


def test_start_and_return_are_kept() -> None:
    time_s, turned_deg = curve(30)
    for hold in find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg).holds:
        assert abs(hold.start_deg) < 4
        assert abs(hold.return_deg) < 4


def test_missing_frames_inside_a_hold_do_not_split_it() -> None:
    time_s, turned_deg = curve(30)
    turned_deg[(time_s > 4.2) & (time_s < 4.5)] = np.nan
    assert len(find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg).holds) == 3


def test_a_hold_that_was_hardly_seen_is_no_hold() -> None:
    time_s, turned_deg = curve(30)
    turned_deg[(time_s > 3.6) & (time_s < 5.9)] = np.nan
    assert len(find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg).holds) == 2


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.floats(-90, 90), st.just(float("nan"))), min_size=0, max_size=200))
def test_any_curve_is_survived(values: list[float]) -> None:
    turned_deg = np.array(values, dtype=np.float64)
    time_s = np.arange(len(values)) / 15
    for direction in Direction:
        found = find_excursions(time_s, turned_deg, direction, turned_deg)
        assert len(found.holds) <= found.attempts
        assert all(np.sign(hold.value_deg) == direction.sign for hold in found.holds)


@given(st.floats(-20, 20), st.floats(-5, 5))
def test_a_straight_line_is_its_own_local_line(slope: float, offset: float) -> None:
    time_s = np.sort(np.random.default_rng(1).uniform(0, 5, 80))
    smooth, slope_per_s = local_line(time_s, offset + slope * time_s, 0.5)
    known = np.isfinite(smooth)
    assert known.sum() > 40
    assert smooth[known] == pytest.approx(offset + slope * time_s[known], abs=1e-6)
    assert slope_per_s[known] == pytest.approx(slope, abs=1e-5)


@pytest.mark.parametrize("lost_s", [0.6, 1.5])
def test_a_hold_that_was_lost_from_sight_for_a_while_is_not_two_holds(lost_s: float) -> None:
    time_s, turned_deg = curve(30, count=1, hold_s=6.0)
    middle_s = 2.5 + 1.2 + 3.0
    turned_deg[np.abs(time_s - middle_s) < lost_s / 2] = np.nan
    found = find_excursions(time_s, turned_deg, Direction.INTERNAL, 0 * turned_deg)
    assert (found.attempts, len(found.holds)) == (1, 1)


def test_a_leg_that_was_never_seen_made_no_attempt() -> None:
    time_s, turned_deg = curve(30)
    unseen = np.full_like(turned_deg, np.nan)
    assert find_excursions(time_s, unseen, Direction.INTERNAL, unseen).attempts == 0
