"""The F distribution's upper tail, by the continued fraction of the incomplete beta function."""

from __future__ import annotations

import math

TINY = 1e-300
PRECISION = 1e-15
MOST_STEPS = 10_000


def f_above(value: float, numerator: int, denominator: int) -> float:
    """Probability that F with these degrees of freedom is above ``value``.

    Abramowitz & Stegun, *Handbook of Mathematical Functions* (1964), 26.6.2: the regularised
    incomplete beta function at ``denominator / (denominator + numerator * value)``.
    """
    if numerator < 1 or denominator < 1:
        raise ValueError("degrees of freedom start at one")
    if value <= 0:
        return 1.0
    return _beta(denominator / (denominator + numerator * value), denominator / 2, numerator / 2)


def _beta(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function, 0 < x < 1 (NIST Digital Library, 8.17.4)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    log_front = (
        a * math.log(x)
        + b * math.log1p(-x)
        + math.lgamma(a + b)
        - math.lgamma(a)
        - math.lgamma(b)
        - math.log(a)
    )
    return min(math.exp(log_front) / _fraction(x, a, b), 1.0)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + ...)) of 8.17.22, by Lentz's method."""
    value = above = 1.0
    below = 0.0
    for step in range(1, MOST_STEPS):
        half = step // 2
        if step % 2:
            part = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            part = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        below = 1 / _not_zero(1 + part * below)
        above = _not_zero(1 + part / above)
        value *= above * below
        if abs(above * below - 1) < PRECISION:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > TINY else TINY
