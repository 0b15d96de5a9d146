"""The average over people, where a new person would lie, and how much people differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coxa.evidence.normal import Z95
from coxa.evidence.pool.people import Member
from coxa.evidence.pool.random_effects import (
    Array,
    People,
    hartung_knapp_cover,
    reml_tau2,
    typical_variance,
    weighted,
)
from coxa.evidence.pool.records import Heterogeneity, Interval
from coxa.evidence.quantiles import chi_squared_cdf
from coxa.evidence.students_t import t_cdf, t_quantile

LEAST_TO_FORETELL = 3
"""Student's t of the prediction has two degrees of freedom fewer than there are people."""


@dataclass(frozen=True)
class Average:
    """What `coxa.evidence.pool.records.Pooled` says of the average; see there."""

    mean_deg: float
    standard_error_deg: float
    interval95_deg: Interval
    p: float | None
    prediction95_deg: Interval | None
    heterogeneity: Heterogeneity | None
    weight: Array


def people_of(members: Sequence[Member], design: Array | None = None) -> People:
    """The gains as columns; without a design, that of a mean."""
    return People(
        np.array([one.shared.gain_deg for one in members]),
        np.array([one.shared.variance_deg2 for one in members]),
        np.ones((len(members), 1)) if design is None else design,
    )


def average_of(people: People) -> Average:
    """The average gain of at least one person; one person's own gain stands for itself.

    The design must be that of a mean.
    """
    tau2 = reml_tau2(people)
    fit = weighted(people, tau2)
    mean = float(fit.coefficients[0])
    weight = fit.weight / fit.weight.sum()
    freedom = people.freedom
    if freedom < 1:
        error = math.sqrt(float(people.variance_deg2[0]))
        return Average(mean, error, around(mean, Z95 * error), None, None, None, weight)
    error = math.sqrt(float(hartung_knapp_cover(people, fit)[0, 0]))
    return Average(
        mean,
        error,
        around(mean, t_quantile(0.975, freedom) * error),
        two_sided_p(mean / error, freedom),
        _prediction(mean, error, tau2, freedom + 1),
        _heterogeneity(people, tau2),
        weight,
    )


def around(middle: float, reach: float) -> Interval:
    """From and to."""
    return middle - reach, middle + reach


def two_sided_p(t: float, freedom: int) -> float:
    """Probability of a Student's t at least as far from zero."""
    return 2 * t_cdf(-abs(t), freedom)


def _prediction(mean: float, error: float, tau2: float, people: int) -> Interval | None:
    """Higgins, Thompson & Spiegelhalter, *J R Stat Soc A* 2009;172:137-159, equation 12."""
    if people < LEAST_TO_FORETELL:
        return None
    return around(mean, t_quantile(0.975, people - 2) * math.sqrt(tau2 + error**2))


def _heterogeneity(people: People, tau2: float) -> Heterogeneity:
    q = weighted(people, 0.0).squares
    return Heterogeneity(
        tau_deg=math.sqrt(tau2),
        i2=tau2 / (tau2 + typical_variance(people)),
        q=q,
        q_freedom=people.freedom,
        q_p=1 - chi_squared_cdf(q, people.freedom),
    )
