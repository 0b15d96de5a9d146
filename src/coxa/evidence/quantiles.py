"""Chi-squared and F: distribution functions, and quantiles by halving."""

from __future__ import annotations

import math
from collections.abc import Callable

TINY = 1e-300
PRECISION = 1e-15
MOST_STEPS = 10_000


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


def chi_squared_quantile(probability: float, freedom: float) -> float:
    """The value that chi-squared stays below with ``probability``."""
    return _quantile(lambda value: chi_squared_cdf(value, freedom), probability)


def f_cdf(value: float, freedom_above: float, freedom_below: float) -> float:
    """Probability that F is at most ``value``; degrees of freedom need not be whole."""
    if value <= 0:
        return 0.0
    share = freedom_above * value / (freedom_above * value + freedom_below)
    return _incomplete_beta(share, freedom_above / 2, freedom_below / 2)


def f_quantile(probability: float, freedom_above: float, freedom_below: float) -> float:
    """The value that F stays below with ``probability``."""
    return _quantile(lambda value: f_cdf(value, freedom_above, freedom_below), probability)


def _quantile(cdf: Callable[[float], float], probability: float) -> float:
    """The quantile of a distribution on the positive numbers, to about twelve digits."""
    if not 0 < probability < 1:
        raise ValueError("a probability lies between zero and one")
    low, high = 0.0, 1.0
    while cdf(high) < probability:
        low, high = high, 2 * high
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if cdf(middle) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _incomplete_beta(share: float, a: float, b: float) -> float:
    """The regularised incomplete beta function (the same library, 8.17.22 and 8.17.4)."""
    if not 0 < share < 1:
        return float(share >= 1)
    if share > (a + 1) / (a + b + 2):  # where the fraction converges slowly
        return 1.0 - _incomplete_beta(1 - share, b, a)
    log_front = (
        math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        + a * math.log(share)
        + b * math.log1p(-share)
    )
    return math.exp(log_front) / (a * _beta_fraction(share, a, b))


def _beta_fraction(share: float, a: float, b: float) -> float:
    """The continued fraction ``1 + d1/(1 + d2/(1 + …))``, by Lentz's method."""
    fraction = above = 1.0
    below = 0.0
    for number in range(1, MOST_STEPS):
        half = number // 2
        if number % 2:
            part = -(a + half) * (a + b + half) * share / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            part = half * (b - half) * share / ((a + 2 * half - 1) * (a + 2 * half))
        below = 1 / _nonzero(1 + part * below)
        above = _nonzero(1 + part / above)
        fraction *= above * below
        if abs(above * below - 1) < PRECISION:
            break
    return fraction


def _nonzero(number: float) -> float:
    return number if abs(number) > TINY else TINY
