"""Bias and limits of agreement, of one pair a person or of several."""

from __future__ import annotations

import math

from coxa.evidence.agreement.people import Groups, flat, mean
from coxa.evidence.agreement.records import Differences, Estimate
from coxa.evidence.agreement.spread import variance
from coxa.evidence.normal import Z95
from coxa.evidence.quantiles import chi_squared_quantile
from coxa.evidence.students_t import t_quantile


def differences(groups: Groups) -> Differences:
    """Bias, scatter and limits of differences, at least one.

    Bland & Altman, *Stat Methods Med Res* 1999;8:135–160, section 2. The interval of a limit is
    put together from those of the bias and of the scatter (method of variance estimates recovery:
    Zou, *Stat Methods Med Res* 2013;22:630–642).
    """
    bias = mean(groups)
    found = Differences(pairs=len(flat(groups)), people=len(groups), bias_deg=bias)
    if len(groups) < 2:
        return found
    sd = rooted(variance(groups))
    low, high = sd.interval95 or (sd.value, sd.value)
    own = bias.half_width or 0.0
    outward, inward = (
        math.hypot(own, Z95 * (high - sd.value)),
        math.hypot(own, Z95 * (sd.value - low)),
    )
    lower, upper = bias.value - Z95 * sd.value, bias.value + Z95 * sd.value
    return found.model_copy(
        update={
            "sd_deg": sd,
            "lower_limit_deg": Estimate(value=lower, interval95=(lower - outward, lower + inward)),
            "upper_limit_deg": Estimate(value=upper, interval95=(upper - inward, upper + outward)),
        }
    )


def limit_margin(people: int, sd_deg: float) -> float:
    """How exactly a limit will be known, from one pair of each of ``people``: half an interval.

    ``t · s · √(1/n + 1.96²/(2(n − 1)))`` (Bland & Altman 1999, section 2.2, before it is rounded
    to ``√(3/n)``): for planning, and for normal differences.
    """
    share = 1 / people + Z95**2 / (2 * (people - 1))
    return t_quantile(0.975, people - 1) * sd_deg * math.sqrt(share)


def sd_estimate(squares: float, freedom: int) -> Estimate:
    """A standard deviation from a sum of squares, with its chi-squared interval."""
    low, high = (
        math.sqrt(squares / chi_squared_quantile(probability, freedom))
        for probability in (0.975, 0.025)
    )
    return Estimate(value=math.sqrt(squares / freedom), interval95=(low, high))


def rooted(estimate: Estimate) -> Estimate:
    """The root of a figure that is never negative."""
    ends = estimate.interval95
    interval95 = None if ends is None else (math.sqrt(ends[0]), math.sqrt(ends[1]))
    return Estimate(value=math.sqrt(estimate.value), interval95=interval95)
