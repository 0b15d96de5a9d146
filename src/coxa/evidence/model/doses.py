"""How much training stands behind a hip on a day: weeks at the person's own pace."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coxa.evidence.case import Case
from coxa.evidence.model.normal import Array
from coxa.quantities import Side
from coxa.records import Phase

WEEK_DAYS = 7.0
LONGEST_REST_DAYS = 7.0
"""A longer time between two training days is a pause and no part of the pace."""

FIRST_REST_DAYS = 1.0
"""Without a known start, training began up to this long before its first reading."""


def trained_weeks(case: Case, side: Side, days: Array) -> Array:
    """Weeks of training behind the readings of ``days``; zeros for a hip that never trained.

    With doses: minutes so far over the person's own minutes a week while training, so that even
    training counts calendar weeks and a pause counts nothing. Without: calendar weeks.
    """
    start = start_day(case, side)
    if start is None:
        return np.zeros_like(days)
    doses = sorted((one.day, one.minutes) for one in case.doses if one.side is side)
    doses = [(day, minutes) for day, minutes in doses if minutes > 0]
    if doses:
        return _by_minutes(doses, days)
    return np.maximum(days - start, 0.0) / WEEK_DAYS


def start_day(case: Case, side: Side) -> float | None:
    """When the hip began to train: as given, by its doses, or by its readings."""
    doses = [one.day for one in case.doses if one.side is side and one.minutes > 0]
    trained = [r.day for r in case.readings if r.side is side and r.phase is Phase.TRAINING]
    if not (doses or trained):
        return None
    if side in case.starts:
        return case.starts[side]
    if doses:
        return min(doses)
    first = min(trained)
    before = [
        r.day
        for r in case.readings
        if r.side is side and r.phase is not Phase.TRAINING and r.day < first
    ]
    rest = (first - max(before)) / 2 if before else FIRST_REST_DAYS
    return first - min(rest, FIRST_REST_DAYS)


def _by_minutes(doses: Sequence[tuple[float, float]], days: Array) -> Array:
    at = np.array([day for day, _ in doses])
    minutes = np.array([done for _, done in doses])
    rests = np.diff(np.unique(at))
    usual = float(np.median(rests)) if rests.size else WEEK_DAYS / 3
    active_days = float(np.minimum(rests, LONGEST_REST_DAYS).sum()) + min(usual, LONGEST_REST_DAYS)
    a_week = minutes.sum() / active_days * WEEK_DAYS
    so_far = np.concatenate([[0.0], np.cumsum(minutes)])
    done: Array = so_far[np.searchsorted(at, days, side="right")] / a_week
    return done
