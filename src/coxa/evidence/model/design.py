"""The columns of the design: levels, drifts, and the curve of a gain for each time constant."""

from __future__ import annotations

import numpy as np

from coxa.evidence.model.days import Days
from coxa.evidence.model.normal import Array

READING, LEVELS, DRIFTS, CURVES = 0, slice(1, 3), slice(3, 5), 5
"""Where the columns stand: the readings themselves, a level and a drift a side, then curves."""


def rise(trained_weeks: Array, time_constant_weeks: Array) -> Array:
    """How much of its gain a hip has after so much training: ``1 − exp(−w/τ)``.

    The last axis of the result runs over the time constants.
    """
    result: Array = -np.expm1(-trained_weeks[..., None] / time_constant_weeks)
    return result


def columns(days: Days, time_constants_weeks: Array, trained: tuple[int, ...]) -> Array:
    """``(days, 2, columns)``; the readings of each side are centred, as levels are free anyway.

    For each trained side come its curve in its own readings, one column a time constant, and the
    same curve in the readings of the other hip, for what spills over.
    """
    count = len(time_constants_weeks)
    out = np.zeros((*days.there.shape, CURVES + 2 * len(trained) * count))
    out[..., READING] = days.value_deg - centre(days)
    for side in (0, 1):
        out[:, side, LEVELS.start + side] = 1.0
        out[:, side, DRIFTS.start + side] = days.weeks
    for place, side in enumerate(trained):
        first = CURVES + 2 * place * count
        curve = rise(days.trained_weeks[:, side], time_constants_weeks)
        out[:, side, first : first + count] = curve
        out[:, 1 - side, first + count : first + 2 * count] = curve
    return out * days.there[..., None]


def centre(days: Days) -> Array:
    """Mean reading of each side; 0 for a side without one."""
    count = np.maximum(days.there.sum(0), 1)
    mean: Array = (days.value_deg * days.there).sum(0) / count
    return mean
