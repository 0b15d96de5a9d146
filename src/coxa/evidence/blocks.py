"""The figures of the first engine: the mean of the last readings against the baseline mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from coxa.evidence.scatter import Scatter
from coxa.evidence.students_t import t_cdf, t_quantile

AUTOCORRELATION = 0.2
"""Assumed likeness of one reading day to the next (first-order autoregression)."""


Z95 = 1.959963984540054
"""Standard deviations on either side of a mean within which 95 % of a normal spread lies."""


@dataclass(frozen=True)
class Comparison:
    """A change between two blocks of days, with everything that its certainty rests on.

    Attributes
    ----------
    gain_deg : recent mean minus baseline mean.
    reading_sd_deg : scatter of single days about their block's mean.
    standard_error_deg : of the gain.
    freedom : degrees of freedom of ``reading_sd_deg``.
    """

    gain_deg: float
    baseline_mean_deg: float
    recent_mean_deg: float
    reading_sd_deg: float
    standard_error_deg: float
    freedom: int

    @property
    def half_width_deg(self) -> float:
        """Half the width of the 95 % interval."""
        return t_quantile(0.975, self.freedom) * self.standard_error_deg

    @property
    def interval95_deg(self) -> tuple[float, float]:
        return self.gain_deg - self.half_width_deg, self.gain_deg + self.half_width_deg

    def probability_above(self, change_deg: float) -> float:
        """Probability, with no prior opinion about the gain, that it is above ``change_deg``."""
        return t_cdf((self.gain_deg - change_deg) / self.standard_error_deg, self.freedom)


def compare(baseline: Sequence[float], recent: Sequence[float], scatter: Scatter) -> Comparison:
    """The change from ``baseline`` to ``recent``, in degrees; each holds at least one day.

    The standard error is ``s · √(v(n_b)/n_b + v(n_r)/n_r)``, with ``s`` from ``scatter`` and ``v``
    from :func:`mean_inflation`. Student's t with the scatter's degrees of freedom follows.
    """
    baseline_mean_deg, recent_mean_deg = fmean(baseline), fmean(recent)
    return Comparison(
        gain_deg=recent_mean_deg - baseline_mean_deg,
        baseline_mean_deg=baseline_mean_deg,
        recent_mean_deg=recent_mean_deg,
        reading_sd_deg=scatter.sd_deg,
        standard_error_deg=scatter.sd_deg * _error_factor(len(baseline), len(recent)),
        freedom=scatter.freedom,
    )


def with_more_days(
    comparison: Comparison, baseline_days: int, recent_days: int, more: int
) -> Comparison:
    """The same change and scatter, had there been ``more`` recent days than ``recent_days``."""
    error_factor = _error_factor(baseline_days, recent_days + more)
    return replace(
        comparison,
        standard_error_deg=comparison.reading_sd_deg * error_factor,
        freedom=comparison.freedom + more,
    )


def mean_inflation(days: int, autocorrelation: float = AUTOCORRELATION) -> float:
    """How much larger the variance of a mean of ``days`` alike neighbours is than of strangers.

    ``1 + 2 Σ (1 − k/n) ρᵏ`` for k from 1 to n − 1, exact for a first-order autoregression.
    """
    return 1 + 2 * sum((1 - lag / days) * autocorrelation**lag for lag in range(1, days))


def _error_factor(baseline_days: int, recent_days: int) -> float:
    return math.sqrt(
        mean_inflation(baseline_days) / baseline_days + mean_inflation(recent_days) / recent_days
    )
