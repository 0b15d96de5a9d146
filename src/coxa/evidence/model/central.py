"""A first look at a person under one middling set of assumptions, written out as one big vector.

It serves two ends only: to find readings far off all others, and to place the points at which the
time constant of the gain is tried. What is answered does not rest on it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.days import Days
from coxa.evidence.model.design import CURVES, READING, columns
from coxa.evidence.model.nodes import normal_nodes
from coxa.evidence.model.normal import Array
from coxa.evidence.model.priors import Priors

SHARED_RATIO, SHARED_A_DAY = 0.8, 0.5
LEVEL_SD_DEG = 100.0
MEDIAN_OF_NORMAL = 0.6745
EXPECTED_WEIGHT = 4.0
"""How many readings the stated error is worth when the usual scatter is judged."""

GRID = np.linspace(-3.0, 3.0, 25)
"""Standard deviations of the logarithm of the time constant from its median."""

LEAST_SPREAD = 0.25
"""The points are never closer together than for this spread."""


@dataclass(frozen=True, slots=True)
class Points:
    """Where the time constant is tried: in weeks, with log-weights that hold its prior."""

    time_constants_weeks: Array
    log_weight: Array


def off_the_rest(days: Days, priors: Priors) -> Array:
    """How far each reading lies off what all others foretell, in robust standard deviations.

    For a normal vector with precision ``P``, the leave-one-out residual over its standard deviation
    is ``(P y)ᵢ / √Pᵢᵢ``. The median of all deviations tells the usual scatter, so that outliers do
    not hide themselves.
    """
    trained = _trained(days)
    design = columns(days, np.array([priors.weeks_median]), trained)[days.there]
    own = design[:, CURVES::2] * priors.gain_sd_deg
    precision = np.linalg.inv(_cover(days, design, priors) + own @ own.T)
    off: Array = precision @ design[:, READING] / np.sqrt(np.diag(precision))
    return off / _scale(off)


def time_constants(days: Days, priors: Priors, count: int) -> Points:
    """Gauss-Hermite points about where the readings say that the time constant lies."""
    points, weights = normal_nodes(count)
    middle, spread = _time_constant(days, priors)
    place = middle + spread * points  # in prior standard deviations
    return Points(
        time_constants_weeks=priors.weeks_median * np.exp(priors.weeks_spread * place),
        log_weight=np.log(weights) + 0.5 * points**2 + np.log(spread) - 0.5 * place**2,
    )


def _time_constant(days: Days, priors: Priors) -> tuple[float, float]:
    """Mean and spread of the logarithm of the time constant, in prior standard deviations."""
    trained = _trained(days)
    if not trained:
        return 0.0, 1.0
    grid_weeks = priors.weeks_median * np.exp(priors.weeks_spread * GRID)
    design = columns(days, grid_weeks, trained)[days.there]
    scale = _scale(off_the_rest(days, priors))
    precision = np.linalg.inv(_cover(days, design, priors, scale))
    curves = np.stack(
        [design[:, CURVES + 2 * n * len(GRID) :][:, : len(GRID)] for n in range(len(trained))]
    )
    weighed = np.einsum("ij,sjh->shi", precision, curves)
    information = np.einsum("shi,rih->hsr", weighed, curves)
    information += np.eye(len(trained)) / priors.gain_sd_deg**2
    pull = np.einsum("shi,i->hs", weighed, design[:, READING])
    gain = np.linalg.solve(information, pull[..., None])[..., 0]
    log_weight = (
        0.5 * (pull * gain).sum(1) - 0.5 * np.linalg.slogdet(information)[1] - 0.5 * GRID**2
    )
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    middle = float(weight @ GRID)
    spread = float(np.sqrt(weight @ (GRID - middle) ** 2))
    return middle, max(spread, LEAST_SPREAD)


def _cover(days: Days, design: Array, priors: Priors, scale: float = 1.0) -> Array:
    """Covariance of all readings without their gains."""
    rows = np.nonzero(days.there)[0]
    day = days.day[rows]
    shared = SHARED_RATIO**2 * SHARED_A_DAY ** np.abs(day[:, None] - day)
    error = scale * priors.error_median * days.sem_deg
    effects = design[:, 1:CURVES] * np.array([LEVEL_SD_DEG] * 2 + [priors.drift_sd] * 2)
    cover: Array = error**2 * (shared + np.diag(days.variance[days.there])) + effects @ effects.T
    return cover


def _scale(off: Array) -> float:
    usual = float(np.median(np.abs(off))) / MEDIAN_OF_NORMAL
    return float(np.sqrt((EXPECTED_WEIGHT + len(off) * usual**2) / (EXPECTED_WEIGHT + len(off))))


def _trained(days: Days) -> tuple[int, ...]:
    return tuple(side for side in (0, 1) if days.trained[side])
