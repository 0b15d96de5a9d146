"""The figures under a verdict, against values worked out by hand."""

from __future__ import annotations

import math
import random
from statistics import fmean, pvariance

import pytest

from coxa.evidence.blocks import compare, mean_inflation, with_more_days
from coxa.evidence.scatter import Scatter, of_method, squares_within

BASELINE, RECENT = (30.0, 31.0, 32.0), (33.0, 35.0, 37.0)


def learnt() -> Scatter:
    """The method's 2° after both blocks."""
    return of_method(2.0).after(*squares_within(BASELINE, RECENT))


def test_scatter_leans_on_the_stated_error_with_the_weight_of_six_degrees_of_freedom() -> None:
    """Σ(y − mean)² = 2 + 8 = 10 over 2 + 2 degrees; (6·4 + 10) / (6 + 4) = 3.4."""
    assert learnt().freedom == 10
    assert learnt().sd_deg == pytest.approx(math.sqrt(3.4))


def test_the_interval_of_a_scatter_is_that_of_the_chi_squared() -> None:
    """Tables give 3.247 and 20.483 for 10 degrees of freedom."""
    low, high = Scatter(2.0, 10).interval95_deg
    assert low == pytest.approx(2 * math.sqrt(10 / 20.483), abs=1e-4)
    assert high == pytest.approx(2 * math.sqrt(10 / 3.247), abs=1e-3)


def test_the_mean_of_two_neighbours_varies_more_by_their_likeness() -> None:
    """Var of the mean of two is σ²(1 + ρ)/2: an inflation of 1 + ρ."""
    assert mean_inflation(1, 0.4) == 1
    assert mean_inflation(2, 0.4) == pytest.approx(1.4)


def test_the_inflation_of_a_mean_agrees_with_a_simulated_autoregression() -> None:
    rng = random.Random(5)
    autocorrelation, length = 0.5, 8
    means = []
    for _ in range(4000):
        value, total = rng.gauss(0, 1), 0.0
        for _ in range(length):
            total += value
            fresh = rng.gauss(0, math.sqrt(1 - autocorrelation**2))
            value = autocorrelation * value + fresh
        means.append(total / length)
    assert pvariance(means, 0) * length == pytest.approx(
        mean_inflation(length, autocorrelation), rel=0.07
    )


def test_the_interval_is_students_t_around_the_gain() -> None:
    comparison = compare(BASELINE, RECENT, learnt())
    assert comparison.gain_deg == pytest.approx(4.0)
    inflation = 1 + 2 * (2 / 3 * 0.2 + 1 / 3 * 0.04)
    half = 2.228 * math.sqrt(3.4 * 2 * inflation / 3)
    low, high = comparison.interval95_deg
    assert low == pytest.approx(4 - half, abs=2e-3)
    assert high == pytest.approx(4 + half, abs=2e-3)
    assert comparison.probability_above(low) == pytest.approx(0.975)


def test_more_days_make_the_same_gain_surer() -> None:
    now = compare(BASELINE, RECENT, learnt())
    same_mean = [fmean(RECENT)] * 2
    later = compare(BASELINE, [*RECENT, *same_mean], Scatter(learnt().sd_deg, 12))
    assert with_more_days(now, 3, 3, 2) == later
