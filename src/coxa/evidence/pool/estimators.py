"""Two other estimates of how much people differ, to see how much the average leans on the first."""

from __future__ import annotations

import math

from coxa.evidence.pool.random_effects import (
    People,
    hartung_knapp_cover,
    weighted,
    zero_of_falling,
)
from coxa.evidence.pool.records import OtherEstimate
from coxa.evidence.students_t import t_quantile


def other_estimates(people: People) -> tuple[OtherEstimate, ...]:
    """The average with DerSimonian & Laird's and with Paule & Mandel's variance between people.

    The design must be that of a mean, of at least two people.
    """
    return (
        _with("dersimonian_laird", people, dersimonian_laird_tau2(people)),
        _with("paule_mandel", people, paule_mandel_tau2(people)),
    )


def dersimonian_laird_tau2(people: People) -> float:
    """By the moments of Cochran's Q (DerSimonian & Laird, *Control Clin Trials* 1986;7:177-188)."""
    fit = weighted(people, 0.0)
    total = float(fit.weight.sum())
    spread = total - float((fit.weight**2).sum()) / total
    return max((fit.squares - people.freedom) / spread, 0.0)


def paule_mandel_tau2(people: People) -> float:
    """What makes Q as large as its freedom (Paule & Mandel, *J Res NBS* 1982;87:377-385)."""

    def too_large(tau2_deg2: float) -> float:
        return weighted(people, tau2_deg2).squares - people.freedom

    if too_large(0.0) <= 0:
        return 0.0
    return zero_of_falling(too_large, float(people.variance_deg2.max()))


def _with(name: str, people: People, tau2_deg2: float) -> OtherEstimate:
    fit = weighted(people, tau2_deg2)
    mean = float(fit.coefficients[0])
    error = math.sqrt(float(hartung_knapp_cover(people, fit)[0, 0]))
    reach = t_quantile(0.975, people.freedom) * error
    return OtherEstimate(
        estimator=name,
        tau_deg=math.sqrt(tau2_deg2),
        mean_deg=mean,
        interval95_deg=(mean - reach, mean + reach),
    )
