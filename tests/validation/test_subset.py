"""A small proving ground for every run: clips of the rig through the code of the whole report."""

from __future__ import annotations

import pytest

from tests.clip_poses import clip, poses_of
from validation.marks import LEAST_P95_DEG, LEAST_RMSE_DEG
from validation.measures import ErrorSize, coverage
from validation.refusals import all_faults, never_made, wrongly_refused
from validation.rows import Row, read_well, rows_of

READABLE = ("front", "yaw_plus_18", "yaw_minus_15_roll_8", "dark_trousers")
SPOILT = ("hike", "yaw_plus_40")
MIN_COVERAGE = 0.93
MAX_SHARE_OF_NAIVE = 0.8


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [row for name in READABLE + SPOILT for row in rows_of(clip(name), poses_of(name))]


@pytest.mark.slow
def test_errors_keep_the_least_marks(rows: list[Row]) -> None:
    read = read_well(rows)
    assert len(read) == 4 * len(READABLE)
    size = ErrorSize.of([row.error_deg for row in read])
    assert size.rmse_deg < LEAST_RMSE_DEG
    assert size.worst_deg < LEAST_P95_DEG


@pytest.mark.slow
def test_the_calibration_earns_its_place(rows: list[Row]) -> None:
    both = [row for row in read_well(rows) if row.naive_deg is not None]
    assert len(both) >= 3 * len(READABLE)
    calibrated = ErrorSize.of([row.error_deg for row in both])
    naive = ErrorSize.of([row.naive_error_deg for row in both])
    assert calibrated.rmse_deg < MAX_SHARE_OF_NAIVE * naive.rmse_deg


@pytest.mark.slow
def test_stated_errors_hold_the_truth(rows: list[Row]) -> None:
    assert coverage(read_well(rows)).value >= MIN_COVERAGE


@pytest.mark.slow
def test_nothing_is_refused_or_accepted_wrongly(rows: list[Row]) -> None:
    assert wrongly_refused(rows).hits == 0
    assert not never_made(rows)
    spoilt = all_faults(rows)
    assert spoilt is not None
    assert spoilt.recordings.of == len(SPOILT)
    assert spoilt.movements == 0
