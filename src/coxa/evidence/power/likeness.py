"""How the planned readings would be taken to scatter: the model has to learn that from them, too.

Few readings leave it open whether days resemble each other, or whether one hip goes its own way;
then the belief about a gain stays wider. Each way of resemblance and each size of an own drift
weighs here as much as readings that scatter as assumed, and do not drift, would make it weigh on
average: by its expected log-likelihood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.days import Days
from coxa.evidence.model.design import DRIFTS, LEVELS
from coxa.evidence.model.nodes import day_nodes
from coxa.evidence.model.normal import Array
from coxa.evidence.model.posterior import drift_prior
from coxa.evidence.model.priors import PRIORS
from coxa.evidence.model.whiten import whiten

SHARED, SHARED_A_DAY = 0.5, 0.5
"""Assumed to be true: half of a reading's variance is the day's and shared by both hips (as in
`own_error.py`), and half of that half is left a day later."""

LEVEL_COLUMNS = list(range(LEVELS.start, LEVELS.stop))
DRIFT_COLUMNS = list(range(DRIFTS.start, DRIFTS.stop))
LEVELS_AND_DRIFTS = LEVEL_COLUMNS + DRIFT_COLUMNS

NEGLIGIBLE = 0.01
HARDLY = 1e-9
"""Keeps a sum of squares apart from zero: nothing is read of a drift within a single day."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The ways that count; arrays have a row for each.

    Attributes
    ----------
    weight : of the ways, adds up to one.
    drift_weight : of the sizes of an own drift, ``(ways, sizes)``; each row adds up to one.
    error_deg : the error of one reading as it would be learnt.
    gram : of the filtered columns, as `whiten` gives it.
    """

    weight: Array
    drift_weight: Array
    error_deg: Array
    gram: Array


def expected_likeness(days: Days, columns: Array, curves: Sequence[int]) -> Likeness:
    """What readings of these days would teach of their scatter.

    Parameters
    ----------
    columns : of the design, ``(days, 2, columns)``.
    curves : which of them stand for the gains.
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
    scatter = range(width, gram.shape[-1])
    left = _without(gram, [*LEVEL_COLUMNS, *curves], [*DRIFT_COLUMNS, *scatter])
    drift, mixed, alone = left[:, :2, :2], left[:, :2, 2:], left[:, 2:, 2:]
    freedom = days.count - len(LEVELS_AND_DRIFTS) - len(curves)
    variance = _squares(drift, mixed, alone) / freedom
    log_weight = nodes.log_weight - 0.5 * (
        filtered.log_det[0] + freedom * np.log(variance) + _log_det(gram, LEVELS_AND_DRIFTS)
    )
    weight = np.exp(log_weight - log_weight.max())
    kept = weight > NEGLIGIBLE
    return Likeness(
        weight=weight[kept] / weight[kept].sum(),
        drift_weight=_drift_weight(drift[kept], mixed[kept], variance[kept], days.sem_deg),
        error_deg=days.sem_deg * np.sqrt(variance[kept]),
        gram=gram[kept][:, :width, :width],
    )


def _squares(drift: Array, mixed: Array, alone: Array) -> Array:
    """Sum of squares of the scatter that neither levels nor gains nor drifts take up."""
    taken_up = mixed * np.linalg.solve(drift + HARDLY * np.eye(2), mixed)
    squares: Array = np.trace(alone, axis1=-2, axis2=-1) - taken_up.sum((-1, -2))
    return squares


def _log_det(gram: Array, of: Sequence[int]) -> Array:
    log_det: Array = np.linalg.slogdet(gram[:, of][:, :, of] + HARDLY * np.eye(len(of)))[1]
    return log_det


def _drift_weight(drift: Array, mixed: Array, variance: Array, sem_deg: float) -> Array:
    """Of each size of an own drift, when neither hip drifts; ``(ways, sizes)``."""
    prior = drift_prior(PRIORS)[0]
    ways = variance[:, None, None, None]
    error2 = ways * sem_deg**2
    precision = prior + drift[:, None] / error2
    # What scatter puts into the drifts, on average, in the units of the precision.
    pull2 = (mixed @ np.swapaxes(mixed, -1, -2))[:, None] / ways / error2
    fit = np.trace(np.linalg.solve(precision, pull2), axis1=-2, axis2=-1)
    log_weight = np.log(PRIORS.own_drift_sd.weights) + 0.5 * (
        np.linalg.slogdet(prior)[1] - np.linalg.slogdet(precision)[1] + fit
    )
    weight = np.exp(log_weight - log_weight.max(1, keepdims=True))
    shares: Array = weight / weight.sum(1, keepdims=True)
    return shares


def _without(gram: Array, gone: Sequence[int], kept: Sequence[int]) -> Array:
    """The sums of products of some columns, once others have taken up what they can."""
    block = gram[:, gone][:, :, gone] + HARDLY * np.eye(len(gone))
    beside = gram[:, gone][:, :, kept]
    taken_up = np.swapaxes(beside, -1, -2) @ np.linalg.solve(block, beside)
    left: Array = (gram[:, kept][:, :, kept] - taken_up).astype(np.float64)
    return left


def _scatter(day: Array) -> Array:
    """A square root of the assumed covariance, in units of the error: ``(days, 2, 2 · days)``.

    As columns of the design its squares add up to those that real scatter has on average.
    """
    fading = SHARED_A_DAY ** np.abs(day[:, None] - day)
    cover = SHARED * np.kron(fading, np.ones((2, 2))) + (1 - SHARED) * np.eye(2 * len(day))
    root: Array = np.linalg.cholesky(cover).astype(np.float64)
    return root.reshape(len(day), 2, 2 * len(day))
