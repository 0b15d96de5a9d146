"""How the planned readings would be taken to scatter: the model has to learn that from them, too.

Few readings leave it open whether days resemble each other, or whether one hip goes its own way;
then the belief about a gain stays wider. Each way of resemblance weighs here as much as readings
that scatter as assumed would make it weigh on average: by its expected log-likelihood.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.days import Days
from coxa.evidence.model.design import CURVES
from coxa.evidence.model.nodes import day_nodes
from coxa.evidence.model.normal import Array
from coxa.evidence.model.priors import PRIORS
from coxa.evidence.model.whiten import whiten

SHARED, SHARED_A_DAY = 0.5, 0.5
"""Assumed to be true: half of a reading's variance is the day's and shared by both hips (as in
`own_error.py`), and half of that half is left a day later."""

NEGLIGIBLE = 0.01
HARDLY = 1e-9
BESIDE_GAINS = slice(1, CURVES)
"""The columns of levels and drifts: they take up part of any scatter."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The ways that count; arrays have a row for each.

    Attributes
    ----------
    weight : adds up to one.
    error_deg : the error of one reading as it would be learnt.
    gram : of the filtered columns, as `whiten` gives it.
    """

    weight: Array
    error_deg: Array
    gram: Array


def expected_likeness(days: Days, columns: Array) -> Likeness:
    """What readings of these days would teach of their scatter.

    ``columns`` are those of the design, ``(days, 2, columns)``.
    """
    nodes = day_nodes(PRIORS, 2)
    width = columns.shape[-1]
    filtered = whiten(
        days.day[None],
        days.there[None],
        days.variance[None],
        np.concatenate([columns, _scatter(days.day)], axis=-1)[None],
        nodes,
    )
    gram = filtered.gram[0]
    beside = gram[:, BESIDE_GAINS, BESIDE_GAINS]
    beside = beside + HARDLY * np.eye(beside.shape[-1])
    taken_up = gram[:, BESIDE_GAINS, width:]
    squares = np.trace(gram[:, width:, width:], axis1=-2, axis2=-1) - (
        taken_up * np.linalg.solve(beside, taken_up)
    ).sum((-1, -2))
    freedom = days.count - beside.shape[-1]
    variance = squares / freedom
    log_weight = nodes.log_weight - 0.5 * (
        filtered.log_det[0] + freedom * np.log(variance) + np.linalg.slogdet(beside)[1]
    )
    weight = np.exp(log_weight - log_weight.max())
    kept = weight > NEGLIGIBLE
    return Likeness(
        weight=weight[kept] / weight[kept].sum(),
        error_deg=days.sem_deg * np.sqrt(variance[kept]),
        gram=gram[kept][:, :width, :width],
    )


def _scatter(day: Array) -> Array:
    """A square root of the assumed covariance, in units of the error: ``(days, 2, 2 · days)``.

    As columns of the design its squares add up to those that real scatter has on average.
    """
    fading = SHARED_A_DAY ** np.abs(day[:, None] - day)
    cover = SHARED * np.kron(fading, np.ones((2, 2))) + (1 - SHARED) * np.eye(2 * len(day))
    root: Array = np.linalg.cholesky(cover).reshape(len(day), 2, 2 * len(day))
    return root
