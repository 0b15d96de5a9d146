"""Bias and limits of agreement, of one pair a person or of several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from coxa.evidence.agreement.people import Groups, flat, mean
from coxa.evidence.agreement.records import Differences, Estimate
from coxa.evidence.blocks import Z95
from coxa.evidence.quantiles import chi_squared_quantile
from coxa.evidence.students_t import t_quantile


def differences(groups: Groups) -> Differences:
    """Bias, scatter and limits of differences, at least one.

    One difference a person: Bland & Altman, *Stat Methods Med Res* 1999;8:135–160, section 2.
    Several: variance components of a one-way analysis of variance, Bland & Altman, *J Biopharm
    Stat* 2007;17:571–582, section 3 (the true value may vary between a person's pairs).
    """
    bias = mean(groups)
    found = Differences(pairs=len(flat(groups)), people=len(groups), bias_deg=bias)
    if len(groups) < 2:
        return found
    if found.pairs == len(groups):
        sd, margin = _one_each(groups)
        margins = (margin, margin)
    else:
        sd, margins = _several_each(groups, bias.half_width or 0.0)
    outward, inward = margins
    low, high = bias.value - Z95 * sd.value, bias.value + Z95 * sd.value
    return found.model_copy(
        update={
            "sd_deg": sd,
            "lower_limit_deg": Estimate(value=low, interval95=(low - outward, low + inward)),
            "upper_limit_deg": Estimate(value=high, interval95=(high - inward, high + outward)),
        }
    )


def limit_margin(people: int, sd_deg: float) -> float:
    """Half the width of the 95 % interval of a limit, from one pair of each of ``people``.

    ``t · s · √(1/n + 1.96²/(2(n − 1)))`` (Bland & Altman 1999, section 2.2, before it is rounded
    to ``√(3/n)``).
    """
    variance = 1 / people + Z95**2 / (2 * (people - 1))
    return t_quantile(0.975, people - 1) * sd_deg * math.sqrt(variance)


def sd_estimate(squares: float, freedom: int) -> Estimate:
    """A standard deviation from a sum of squares, with its chi-squared interval."""
    low, high = (
        math.sqrt(squares / chi_squared_quantile(probability, freedom))
        for probability in (0.975, 0.025)
    )
    return Estimate(value=math.sqrt(squares / freedom), interval95=(low, high))


def _one_each(groups: Groups) -> tuple[Estimate, float]:
    values = flat(groups)
    centre = fmean(values)
    sd = sd_estimate(sum((value - centre) ** 2 for value in values), len(values) - 1)
    return sd, limit_margin(len(values), sd.value)


@dataclass(frozen=True)
class _Component:
    """A part of a variance, with the degrees of freedom that it was learnt with."""

    variance: float
    freedom: int

    def below(self) -> float:
        """How far the interval reaches below the variance."""
        return self.variance * (1 - self.freedom / chi_squared_quantile(0.975, self.freedom))

    def above(self) -> float:
        return self.variance * (self.freedom / chi_squared_quantile(0.025, self.freedom) - 1)


def _several_each(groups: Groups, bias_margin: float) -> tuple[Estimate, tuple[float, float]]:
    """The SD of single differences, and the margins of a limit: outward and inward.

    ``s² = MS_b/m₀ + (1 − 1/m₀)·MS_w`` is the sum of the two components of variance, written so
    that its parts are independent and never negative. Its interval and that of the limits are put
    together from those of the parts (method of variance estimates recovery: Zou, *Stat Methods
    Med Res* 2013;22:630–642).
    """
    parts = _components(groups)
    variance = sum(part.variance for part in parts)
    sd = math.sqrt(variance)
    low = math.sqrt(max(variance - math.hypot(*(part.below() for part in parts)), 0.0))
    high = math.sqrt(variance + math.hypot(*(part.above() for part in parts)))
    outward = math.hypot(bias_margin, Z95 * (high - sd))
    inward = math.hypot(bias_margin, Z95 * (sd - low))
    return Estimate(value=sd, interval95=(low, high)), (outward, inward)


def _components(groups: Groups) -> tuple[_Component, _Component]:
    counts = [len(group) for group in groups]
    total, people = sum(counts), len(groups)
    centre = fmean(flat(groups))
    between = sum(len(group) * (fmean(group) - centre) ** 2 for group in groups) / (people - 1)
    within = sum(_squares(group) for group in groups) / (total - people)
    m0 = (total**2 - sum(count**2 for count in counts)) / ((people - 1) * total)
    return (
        _Component(between / m0, people - 1),
        _Component((1 - 1 / m0) * within, total - people),
    )


def _squares(values: Sequence[float]) -> float:
    centre = fmean(values)
    return sum((value - centre) ** 2 for value in values)
