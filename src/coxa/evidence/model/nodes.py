"""The points at which the assumptions that act on every day alike are tried."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from coxa.evidence.model.normal import Array
from coxa.evidence.model.priors import Priors, Resemblance


@dataclass(frozen=True, slots=True)
class DayNodes:
    """Ways in which days may resemble each other; arrays have a row for each way.

    The three columns are the effects: of the day on both hips, on the left, on the right.
    """

    ratio: Array
    a_day: Array
    log_weight: Array
    one_hip: Array
    """1 where one hip alone has an effect of its own, else 0."""


@lru_cache(maxsize=32)
def day_nodes(priors: Priors, sides: int) -> DayNodes:
    """Every shared effect with every effect of single hips.

    With one hip read, an effect of the day and one of the hip are the same thing, and the ways in
    which hips differ fall away.
    """
    ratio, a_day, log_weight, one_hip = [], [], [], []
    for shared in priors.shared_days:
        for own in priors.own_days:
            for hips, part in _hips(own, sides):
                ratio.append([shared.ratio, own.ratio * hips[0], own.ratio * hips[1]])
                a_day.append([shared.a_day, own.a_day, own.a_day])
                log_weight.append(np.log(shared.weight * own.weight * part))
                one_hip.append(float(hips[0] != hips[1]))
    return DayNodes(np.array(ratio), np.array(a_day), np.array(log_weight), np.array(one_hip))


def _hips(own: Resemblance, sides: int) -> list[tuple[tuple[int, int], float]]:
    """Which hips have the effect, with the share of its weight."""
    if own.ratio == 0 or sides == 1:
        return [((1, 1), 1.0)]
    return [((1, 1), 1 / 3), ((1, 0), 1 / 3), ((0, 1), 1 / 3)]


@lru_cache(maxsize=32)
def normal_nodes(count: int) -> tuple[Array, Array]:
    """Gauss-Hermite points and weights for a standard normal variable."""
    points, weights = np.polynomial.hermite_e.hermegauss(count)
    return points, weights / weights.sum()
