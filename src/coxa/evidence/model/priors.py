"""What is assumed beforehand, because the readings of one person cannot teach it.

Every figure is a judgement about hips, not a fit to a person; `docs/answer.md` says where each
comes from. The answer is also worked out at the ends of the plausible range of each (`lean.py`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weighted:
    """A discrete prior: values, each with its weight."""

    values: tuple[float, ...]
    weights: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.values) != len(self.weights) or abs(sum(self.weights) - 1) > 1e-9:
            raise ValueError("every value has a weight, and the weights add up to one")


@dataclass(frozen=True, slots=True)
class Resemblance:
    """An effect that lasts from day to day: its size beside a reading's error, its likeness."""

    ratio: float
    """Standard deviation, as a multiple of the error of one reading."""
    a_day: float
    """Correlation from one day to the next; over n days its n-th power."""
    weight: float


@dataclass(frozen=True, slots=True)
class Priors:
    """All fixed assumptions of the model.

    Attributes
    ----------
    gain_sd_deg : of the gain that training tends to, about zero.
    drift_sd : degrees a week; what time and practice do to both hips alike, about zero.
    own_drift_sd : degrees a week; what one hip does by itself.
    weeks_median, weeks_spread : time constant of the gain, log-normal.
    spill_over : share of a hip's gain that shows in the other hip.
    error_median, error_spread : error of one reading as a multiple of the stated one, log-normal.
    shared_days : day effects that both hips share.
    own_days : day effects of one hip, or of each hip by itself.
    of_the_day : share of a reading's error that a second reading of the same day repeats.
    """

    gain_sd_deg: float = 10.0
    drift_sd: float = 0.3
    own_drift_sd: Weighted = Weighted((0.03, 0.15, 0.3), (0.72, 0.2, 0.08))
    weeks_median: float = 2.0
    weeks_spread: float = 0.7
    spill_over: Weighted = Weighted((0.0, 0.2, 0.4), (0.7, 0.2, 0.1))
    error_median: float = 0.8
    error_spread: float = 0.5
    shared_days: tuple[Resemblance, ...] = (
        Resemblance(0.0, 0.5, 0.25),
        Resemblance(0.8, 0.2, 0.25),
        Resemblance(0.8, 0.8, 0.2),
        Resemblance(1.6, 0.2, 0.15),
        Resemblance(1.6, 0.8, 0.15),
    )
    own_days: tuple[Resemblance, ...] = (
        Resemblance(0.0, 0.5, 0.86),
        Resemblance(0.8, 0.8, 0.09),
        Resemblance(1.8, 0.8, 0.05),
    )
    of_the_day: float = 0.5


PRIORS = Priors()


@dataclass(frozen=True, slots=True)
class Quadrature:
    """How finely the two continuous assumptions are integrated."""

    error_nodes: int = 4
    week_nodes: int = 6

    def doubled(self) -> Quadrature:
        return Quadrature(2 * self.error_nodes, 2 * self.week_nodes)


QUADRATURE = Quadrature()
