"""The normal distribution on arrays: distribution function and its inverse."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Index = NDArray[np.signedinteger]

_A = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_P = 0.3275911
_STANDARD = NormalDist()


def normal_cdf(z: Array) -> Array:
    """Standard normal distribution function, within 1e-7.

    Abramowitz & Stegun, *Handbook of Mathematical Functions* (1964), 7.1.26.
    """
    x = np.abs(z) * np.sqrt(0.5)
    t = 1 / (1 + _P * x)
    polynomial = t * (_A[0] + t * (_A[1] + t * (_A[2] + t * (_A[3] + t * _A[4]))))
    upper = 0.5 * polynomial * np.exp(-x * x)
    below: Array = np.where(z >= 0, 1 - upper, upper)
    return below


def normal_quantile(probability: float) -> float:
    """How many standard deviations a normal variable stays below with ``probability``."""
    return _STANDARD.inv_cdf(min(max(probability, 1e-12), 1 - 1e-12))
