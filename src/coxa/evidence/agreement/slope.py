"""Proportional bias: does the difference grow with the angle?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

from coxa.evidence.agreement.people import independent
from coxa.evidence.agreement.records import Estimate, Pair
from coxa.evidence.students_t import t_quantile


def slope(pairs: Sequence[Pair]) -> Estimate | None:
    """Slope of difference on mean, by least squares (Bland & Altman 1999, section 3.2).

    With one pair a person the interval is the common one with n − 2 degrees of freedom. With
    several, residuals of a person may be alike: the interval then comes from their sums by person
    (Liang & Zeger 1986, with the factor G/(G − 1) · (N − 1)/(N − 2) and G − 1 degrees of freedom).
    ``None`` when the angles do not vary.
    """
    centre = fmean(pair.mean_deg for pair in pairs)
    offset = fmean(pair.difference_deg for pair in pairs)
    spread = sum((pair.mean_deg - centre) ** 2 for pair in pairs)
    if spread <= 1e-9:
        return None
    value = sum((p.mean_deg - centre) * (p.difference_deg - offset) for p in pairs) / spread

    def residual(pair: Pair) -> float:
        return pair.difference_deg - offset - value * (pair.mean_deg - centre)

    scores = independent(pairs, lambda pair: (pair.mean_deg - centre) * residual(pair))
    n, groups = len(pairs), len(scores)
    if n < 3 or groups < 2:
        return Estimate(value=value)
    if groups == n:
        error = math.sqrt(sum(residual(pair) ** 2 for pair in pairs) / (n - 2) / spread)
        freedom = n - 2
    else:
        factor = groups / (groups - 1) * (n - 1) / (n - 2)
        error = math.sqrt(factor * sum(sum(own) ** 2 for own in scores)) / spread
        freedom = groups - 1
    half = t_quantile(0.975, freedom) * error
    return Estimate(value=value, interval95=(value - half, value + half))
