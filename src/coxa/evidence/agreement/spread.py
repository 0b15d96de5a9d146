"""How far single differences scatter, with an interval that holds where a few are far out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from coxa.evidence.agreement.jackknife import Sums, added, jackknife_error
from coxa.evidence.agreement.people import Groups, flat
from coxa.evidence.agreement.records import Estimate
from coxa.evidence.quantiles import chi_squared_quantile
from coxa.evidence.students_t import t_quantile

NOTHING = 1e-12
"""A variance below this, in squared degrees, is rounding."""


@dataclass(frozen=True)
class Component:
    """A part of a variance, with the degrees of freedom that it was learnt with."""

    variance: float
    freedom: int

    def below(self) -> float:
        """How far the interval reaches below the variance."""
        return self.variance * (1 - self.freedom / chi_squared_quantile(0.975, self.freedom))

    def above(self) -> float:
        """How far it reaches above."""
        return self.variance * (self.freedom / chi_squared_quantile(0.025, self.freedom) - 1)


def variance(groups: Groups) -> Estimate:
    """Variance of single differences of at least two people, with its 95 % interval.

    The interval is the wider, at either end, of the one that normal differences give and the one
    that the jackknife gives: the first knows nothing of differences that are far out, the second
    is too narrow with few people (``benchmarks/agreement_intervals.py`` counts both).
    """
    people = _sums(groups)
    parts = components(added(people))
    value = sum(part.variance for part in parts)
    low, high = normal_interval(parts)
    error = jackknife_error(people, _log_variance)
    if error is not None and value > NOTHING:
        factor = math.exp(t_quantile(0.975, len(groups) - 1) * error)
        low, high = min(low, value / factor), max(high, value * factor)
    return Estimate(value=value, interval95=(low, high))


def normal_interval(parts: Sequence[Component]) -> tuple[float, float]:
    """95 % interval of a sum of independent parts of a variance, each a multiple of chi-squared.

    Put together from those of the parts: method of variance estimates recovery (Zou, *Stat
    Methods Med Res* 2013;22:630–642). With a single part it is the common chi-squared interval.
    """
    value = sum(part.variance for part in parts)
    low = max(value - math.hypot(*(part.below() for part in parts)), 0.0)
    return low, value + math.hypot(*(part.above() for part in parts))


def components(sums: Sums) -> tuple[Component, ...]:
    """The variance of single differences as a sum of independent parts, never negative.

    One difference a person: their common variance. Several: ``MS_b/m₀ + (1 − 1/m₀)·MS_w``, the sum
    of the two components of a one-way analysis of variance (Bland & Altman, *J Biopharm Stat*
    2007;17:571–582, section 3: the true value may vary between a person's pairs).
    """
    people, total, squared_counts, whole, of_people, within = sums
    freedom = round(people) - 1
    mean_square = max(of_people - whole**2 / total, 0.0) / freedom
    m0 = (total**2 - squared_counts) / (freedom * total)
    between = Component(mean_square / m0, freedom)
    freedom_within = round(total - people)
    if not freedom_within:
        return (between,)
    return between, Component((1 - 1 / m0) * max(within, 0.0) / freedom_within, freedom_within)


def _log_variance(sums: Sums) -> float | None:
    value = sum(part.variance for part in components(sums))
    return math.log(value) if value > NOTHING else None


def _sums(groups: Groups) -> list[Sums]:
    """Each person's share in :func:`components`; counted from the middle, for rounding's sake."""
    centre = fmean(flat(groups))
    people: list[Sums] = []
    for group in groups:
        own = [value - centre for value in group]
        count, whole = len(own), math.fsum(own)
        within = math.fsum((value - whole / count) ** 2 for value in own)
        people.append((1.0, count, count**2, whole, whole**2 / count, within))
    return people
