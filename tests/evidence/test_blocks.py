"""The figures under a verdict, against values worked out by hand."""

from __future__ import annotations

import math
import random
from statistics import pvariance

import pytest

from coxa.evidence.blocks import (
    Z95,
    DayValue,
    compare,
    mdc95_deg,
    mean_inflation,
    reading_sd_deg,
)


def days(*values_deg: float, sem_deg: float = 2.0) -> list[DayValue]:
    return [DayValue(value, Z95 * sem_deg) for value in values_deg]


def test_scatter_leans_on_the_stated_error_with_the_weight_of_six_degrees_of_freedom() -> None:
    """Σ(y − mean)² = 2 + 8 = 10 over 2 + 2 degrees; (6·4 + 10) / (6 + 4) = 3.4."""
    sd_deg, freedom = reading_sd_deg(days(30, 31, 32), days(33, 35, 37))
    assert freedom == 10
    assert sd_deg == pytest.approx(math.sqrt(3.4))


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


def test_mdc95_is_the_root_of_two_times_the_stated_error() -> None:
    assert mdc95_deg(days(1, 2, sem_deg=3.0)) == pytest.approx(math.sqrt(2) * Z95 * 3.0)


def test_the_interval_is_students_t_around_the_gain() -> None:
    comparison = compare(days(30, 31, 32), days(33, 35, 37))
    assert comparison.gain_deg == pytest.approx(4.0)
    inflation = 1 + 2 * (2 / 3 * 0.2 + 1 / 3 * 0.04)
    half = 2.228 * math.sqrt(3.4 * 2 * inflation / 3)
    low, high = comparison.interval95_deg
    assert low == pytest.approx(4 - half, abs=2e-3)
    assert high == pytest.approx(4 + half, abs=2e-3)
    assert comparison.probability_above(low) == pytest.approx(0.975)
