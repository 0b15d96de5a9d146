"""Student's t for whole degrees of freedom: distribution function and quantile, in closed form."""

from __future__ import annotations

import math
from functools import lru_cache


def t_cdf(value: float, freedom: int) -> float:
    """Probability that Student's t with ``freedom`` degrees of freedom is at most ``value``.

    The finite series of Abramowitz & Stegun, *Handbook of Mathematical Functions* (1964), 26.7.3
    (odd degrees of freedom) and 26.7.4 (even), exact for whole degrees of freedom.
    """
    if freedom < 1:
        raise ValueError("degrees of freedom start at one")
    angle = math.atan(value / math.sqrt(freedom))
    within = _within_odd(angle, freedom) if freedom % 2 else _within_even(angle, freedom)
    return min(max(0.5 + 0.5 * within, 0.0), 1.0)  # rounding may step over either end


@lru_cache(maxsize=256)
def t_quantile(probability: float, freedom: int) -> float:
    """The value that Student's t stays below with ``probability``, by halving; within 1e-12."""
    if not 0 < probability < 1:
        raise ValueError("a probability lies between zero and one")
    reach = 1.0
    while not t_cdf(-reach, freedom) < probability < t_cdf(reach, freedom):
        reach *= 2
    low, high = -reach, reach
    while high - low > 1e-12 * max(1.0, abs(low)):
        middle = (low + high) / 2
        if t_cdf(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _within_odd(angle: float, freedom: int) -> float:
    """Signed probability between minus and plus the value, for odd degrees of freedom."""
    cos = math.cos(angle)
    term, total = cos, 0.0
    for factor in range(2, freedom, 2):
        total += term
        term *= cos * cos * factor / (factor + 1)
    return 2 / math.pi * (angle + math.sin(angle) * total)


def _within_even(angle: float, freedom: int) -> float:
    """The same for even degrees of freedom."""
    cos = math.cos(angle)
    term, total = 1.0, 0.0
    for factor in range(1, freedom, 2):
        total += term
        term *= cos * cos * factor / (factor + 1)
    return math.sin(angle) * total
