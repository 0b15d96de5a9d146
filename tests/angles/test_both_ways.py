"""Pictures looked at in a mirror in turn, and the mean of both."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from coxa.angles import read_body
from coxa.angles.both_ways import MAX_APART_S, both_ways
from coxa.quantities import Side
from tests.synthetic_body import Script, film, repeats

TIME_S = np.arange(40) / 30
BY_MIRROR = np.arange(40) % 2 == 1
TURN_DEG = 30 * np.sin(TIME_S)


def seen(bias: float) -> np.ndarray:
    return TURN_DEG + np.where(BY_MIRROR, -bias, bias)


def test_what_errs_the_other_way_in_the_mirror_cancels_and_nothing_lags() -> None:
    mean = both_ways(seen(4.0), BY_MIRROR, TIME_S)
    np.testing.assert_allclose(mean[1:-1], TURN_DEG[1:-1], atol=0.02)
    # Neighbours on one side alone are a thirtieth of a second away.
    np.testing.assert_allclose(mean[[0, -1]], TURN_DEG[[0, -1]], atol=0.6)


@pytest.mark.parametrize("by_mirror", [None, np.zeros(40, bool), np.ones(40, bool)])
def test_looked_at_one_way_only_nothing_changes(by_mirror: np.ndarray | None) -> None:
    np.testing.assert_array_equal(both_ways(seen(4.0), by_mirror, TIME_S), seen(4.0))


def test_what_is_missing_is_told_by_its_neighbours_and_spoils_none() -> None:
    values = seen(4.0)
    values[10] = np.nan
    mean = both_ways(values, BY_MIRROR, TIME_S)
    assert mean[10] == pytest.approx((values[9] + values[11]) / 2)
    assert mean[9] == pytest.approx((values[9] + values[8]) / 2)
    assert np.isfinite(mean).all()


def test_neighbours_before_a_gap_are_no_neighbours() -> None:
    time_s = TIME_S + np.where(np.arange(40) >= 20, 2 * MAX_APART_S, 0.0)
    values = seen(4.0)
    mean = both_ways(values, BY_MIRROR, time_s)
    assert mean[20] == pytest.approx((values[20] + values[21]) / 2)


def test_joints_are_the_mean_of_both_looks() -> None:
    plain = film(Script(left_deg=repeats(30.0)))
    by_mirror = np.arange(plain.frame_count) % 2 == 1
    shift = np.where(by_mirror, -3.0, 3.0).astype(np.float32)[:, None]
    image_px = plain.image_px.copy()
    image_px[..., 0] += shift
    off = dataclasses.replace(plain, image_px=image_px, by_mirror=by_mirror)
    middle = slice(1, -1)
    for part in ("hip", "knee", "ankle"):
        found, true = (read_body(r).joints[Side.LEFT][part][middle] for r in (off, plain))
        assert np.abs(found - true).max() < 1.0
