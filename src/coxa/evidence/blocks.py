"""The figures of the first engine: the mean of the last readings against the baseline mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from coxa.evidence.students_t import t_cdf, t_quantile

STATED_ERROR_WEIGHT = 6
"""Degrees of freedom that the method's stated error is worth beside the readings' own scatter."""

AUTOCORRELATION = 0.2
"""Assumed likeness of one reading day to the next (first-order autoregression)."""

Z95 = 1.959963984540054


@dataclass(frozen=True)
class DayValue:
    """The readings of one day and side, as one: how far the hip turns in the series' direction."""

    value_deg: float
    error95_deg: float


@dataclass(frozen=True)
class Comparison:
    """A change between two blocks of days, with everything that its certainty rests on.

    Attributes
    ----------
    gain_deg : recent mean minus baseline mean.
    reading_sd_deg : scatter of single days about their block's mean, see :func:`reading_sd_deg`.
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


def compare(baseline: Sequence[DayValue], recent: Sequence[DayValue]) -> Comparison:
    """The change from ``baseline`` to ``recent``; each holds at least one day.

    The standard error is ``s · √(v(n_b)/n_b + v(n_r)/n_r)``, with ``s`` from
    :func:`reading_sd_deg` and ``v`` from :func:`mean_inflation`.
    """
    baseline_mean_deg = fmean(day.value_deg for day in baseline)
    recent_mean_deg = fmean(day.value_deg for day in recent)
    sd_deg, freedom = reading_sd_deg(baseline, recent)
    return Comparison(
        gain_deg=recent_mean_deg - baseline_mean_deg,
        baseline_mean_deg=baseline_mean_deg,
        recent_mean_deg=recent_mean_deg,
        reading_sd_deg=sd_deg,
        standard_error_deg=sd_deg * _error_factor(len(baseline), len(recent)),
        freedom=freedom,
    )


def with_more_days(comparison: Comparison, baseline_days: int, recent_days: int) -> Comparison:
    """The same change and scatter, had they come from these numbers of days."""
    freedom = STATED_ERROR_WEIGHT + baseline_days + recent_days - 2
    return Comparison(
        gain_deg=comparison.gain_deg,
        baseline_mean_deg=comparison.baseline_mean_deg,
        recent_mean_deg=comparison.recent_mean_deg,
        reading_sd_deg=comparison.reading_sd_deg,
        standard_error_deg=comparison.reading_sd_deg * _error_factor(baseline_days, recent_days),
        freedom=freedom,
    )


def reading_sd_deg(*blocks: Sequence[DayValue]) -> tuple[float, int]:
    """Scatter of single days in degrees, and its degrees of freedom.

    ``s² = (w·SEM² + Σ(y − block mean)²) / (w + n − blocks)``: the scatter within blocks, shrunk
    towards the method's stated error (SEM = error95 / 1.96) as if that had been learnt with ``w``
    degrees of freedom: the mean of a scaled inverse chi-square belief, updated (Gelman et al.,
    *Bayesian Data Analysis*, 2013, 2.6). Student's t with ``w + n − blocks`` then follows exactly.
    """
    days = [day for block in blocks for day in block]
    sem_squared = fmean((day.error95_deg / Z95) ** 2 for day in days)
    squares = 0.0
    for block in blocks:
        mean = fmean(day.value_deg for day in block)
        squares += sum((day.value_deg - mean) ** 2 for day in block)
    freedom = STATED_ERROR_WEIGHT + len(days) - len(blocks)
    return math.sqrt((STATED_ERROR_WEIGHT * sem_squared + squares) / freedom), freedom


def mean_inflation(days: int, autocorrelation: float = AUTOCORRELATION) -> float:
    """How much larger the variance of a mean of ``days`` alike neighbours is than of strangers.

    ``1 + 2 Σ (1 − k/n) ρᵏ`` for k from 1 to n − 1, exact for a first-order autoregression.
    """
    return 1 + 2 * sum((1 - lag / days) * autocorrelation**lag for lag in range(1, days))


def mdc95_deg(days: Sequence[DayValue]) -> float:
    """Smallest change between two single readings beyond their stated error: ``√2 · error95``."""
    return math.sqrt(2 * fmean(day.error95_deg**2 for day in days))


def _error_factor(baseline_days: int, recent_days: int) -> float:
    return math.sqrt(
        mean_inflation(baseline_days) / baseline_days + mean_inflation(recent_days) / recent_days
    )
