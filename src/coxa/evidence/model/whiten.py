"""The state-space part: a Kalman filter that takes from each day what earlier days foretold.

The state is three effects that fade from day to day: of the day on both hips, of the left hip, of
the right. Everything else (levels, drifts, gains) enters the readings linearly; so the filter runs
over the readings and over every column of the design alike, and the sums of products of what is
left, the Gram matrices, hold all that the readings say (Harvey, *Forecasting, Structural Time
Series Models and the Kalman Filter*, 1989, 3.4). The work grows with the number of days only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.days import Flags
from coxa.evidence.model.nodes import DayNodes
from coxa.evidence.model.normal import Array


@dataclass(frozen=True, slots=True)
class Whitened:
    """For each person and way of resemblance, in units of the error of one reading.

    Attributes
    ----------
    left_over : what earlier days did not foretell, ``(people, nodes, 2 · days, columns)``.
    gram : sums of products of its columns, ``(people, nodes, columns, columns)``.
    log_det : logarithm of the determinant of the readings' covariance, ``(people, nodes)``.
    """

    left_over: Array
    gram: Array
    log_det: Array


def whiten(day: Array, there: Flags, variance: Array, columns: Array, nodes: DayNodes) -> Whitened:
    """Filter all people at once.

    Parameters
    ----------
    day : ``(people, days)``
    there, variance : ``(people, days, 2)``
    columns : ``(people, days, 2, columns)``
    """
    people, days, _, width = columns.shape
    ways = len(nodes.log_weight)
    stationary = nodes.ratio**2
    state = np.zeros((people, ways, 3, width))
    cover = np.zeros((people, ways, 3, 3)) + np.eye(3) * stationary[:, :, None]
    left_over = np.zeros((people, ways, 2 * days, width))
    log_det = np.zeros((people, ways))
    diagonal = np.arange(3)
    gaps = np.maximum(np.diff(day, axis=1), 0.0)
    log_a_day = np.log(nodes.a_day)
    for row in range(days):
        if row:
            fading = np.exp(log_a_day * gaps[:, row - 1, None, None])
            state *= fading[..., None]
            cover *= fading[..., None] * fading[..., None, :]
            cover[..., diagonal, diagonal] += stationary * (1 - fading * fading)
        for side in (0, 1):
            here = there[:, row, side]
            if not here.any():
                continue
            own = 1 + side
            reach = cover[..., 0] + cover[..., own]
            expected = reach[..., 0] + reach[..., own] + variance[:, row, side, None]
            surprise = columns[:, None, row, side, :] - state[..., 0, :] - state[..., own, :]
            scale = here[:, None] / np.sqrt(expected)
            left_over[:, :, 2 * row + side] = surprise * scale[..., None]
            log_det += here[:, None] * np.log(expected)
            gain = reach * (here[:, None] / expected)[..., None]
            state += gain[..., None] * surprise[..., None, :]
            cover -= gain[..., None] * reach[..., None, :]
    return Whitened(left_over, np.swapaxes(left_over, -1, -2) @ left_over, log_det)
