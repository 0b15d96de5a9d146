"""The piecewise linear model: a line through the baseline that may jump and bend at training."""

from __future__ import annotations

import numpy as np

from coxa.evidence.companions.phases import TwoPhases, Values
from coxa.evidence.companions.records import PiecewiseCoefficients, PiecewiseModel


def piecewise(phases: TwoPhases) -> PiecewiseModel | None:
    """Ordinary least squares; ``None`` where a phase has fewer than two days.

    ``y = intercept + trend · t + level · B + slope · B · (t − t_B)``, with ``t`` days from the
    first reading, ``B`` 1 since training and ``t_B`` the day of its first reading.
    Huitema & McKean, *Educational and Psychological Measurement* 60 (2000) 38.
    """
    if min(len(phases.baseline), len(phases.training)) < 2:
        return None
    design = _design(phases)
    found, _, rank, _ = np.linalg.lstsq(design, phases.values, rcond=None)
    if rank < design.shape[1]:
        return None
    intercept, trend, level, slope = map(float, found)
    return PiecewiseModel(
        intercept=intercept,
        trend=trend,
        level=level,
        slope=slope,
        standard_errors=_standard_errors(design, phases.values - design @ found),
    )


def _design(phases: TwoPhases) -> Values:
    """(days, 4)."""
    since = np.repeat([0.0, 1.0], [len(phases.baseline), len(phases.training)])
    begun = phases.training_day[0]
    ones = np.ones_like(since)
    return np.column_stack([ones, phases.days, since, since * (phases.days - begun)])


def _standard_errors(design: Values, residuals: Values) -> PiecewiseCoefficients | None:
    rows, columns = design.shape
    if rows <= columns:
        return None
    variance = residuals @ residuals / (rows - columns)
    spread = np.sqrt(variance * np.diag(np.linalg.inv(design.T @ design)))
    intercept, trend, level, slope = map(float, spread)
    return PiecewiseCoefficients(intercept=intercept, trend=trend, level=level, slope=slope)
