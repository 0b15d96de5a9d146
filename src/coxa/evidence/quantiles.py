"""Chi-squared: distribution function, and quantile by halving."""

from __future__ import annotations

import math
from functools import lru_cache

PRECISION = 1e-15


def chi_squared_cdf(value: float, freedom: float) -> float:
    """Probability that chi-squared with ``freedom`` degrees of freedom is at most ``value``.

    The regularised lower incomplete gamma function by its series of positive terms (NIST Digital
    Library of Mathematical Functions, 8.7.1).
    """
    shape, half = freedom / 2, value / 2
    if half <= 0:
        return 0.0
    term = total = 1.0
    step = shape
    while term > total * PRECISION:
        step += 1
        term *= half / step
        total += term
    scale = shape * math.log(half) - half - math.lgamma(shape + 1)
    return min(math.exp(scale + math.log(total)), 1.0)


@lru_cache(maxsize=256)
def chi_squared_quantile(probability: float, freedom: float) -> float:
    """The value that chi-squared stays below with ``probability``, to about twelve digits."""
    if not 0 < probability < 1:
        raise ValueError("a probability lies between zero and one")
    low, high = 0.0, 1.0
    while chi_squared_cdf(high, freedom) < probability:
        low, high = high, 2 * high
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if chi_squared_cdf(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2
