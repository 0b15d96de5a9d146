"""What is believed about how far single reading days scatter, and how days change the belief."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from coxa.evidence.quantiles import chi_squared_quantile

METHOD_WEIGHT = 6
"""Degrees of freedom that the method's stated error is worth beside a person's own readings."""


@dataclass(frozen=True)
class Scatter:
    """A scaled inverse chi-squared belief about the variance of single days.

    Attributes
    ----------
    sd_deg : its scale, which is the estimate.
    freedom : its degrees of freedom: how much scatter has been seen.
    """

    sd_deg: float
    freedom: int

    @property
    def interval95_deg(self) -> tuple[float, float]:
        """Where the standard deviation lies with 95 % probability: ``s √(ν / χ²)``."""
        low, high = (
            self.sd_deg * math.sqrt(self.freedom / chi_squared_quantile(tail, self.freedom))
            for tail in (0.975, 0.025)
        )
        return low, high

    def after(self, squares: float, freedom: int) -> Scatter:
        """The belief once squared deviations with so many degrees of freedom were seen.

        ``s² = (ν s₀² + squares) / (ν + n)``, the conjugate update (Gelman et al., *Bayesian Data
        Analysis*, 2013, 2.6).
        """
        together = self.freedom + freedom
        return Scatter(math.sqrt((self.freedom * self.sd_deg**2 + squares) / together), together)


def of_method(sem_deg: float) -> Scatter:
    """The belief before the person's own readings: the method's error, worth `METHOD_WEIGHT`."""
    return Scatter(sem_deg, METHOD_WEIGHT)


def squares_within(*blocks: Sequence[float]) -> tuple[float, int]:
    """Squared deviations from each block's own mean, summed, and their degrees of freedom."""
    squares = 0.0
    for block in blocks:
        mean = fmean(block)
        squares += sum((value - mean) ** 2 for value in block)
    return squares, sum(len(block) - 1 for block in blocks)
