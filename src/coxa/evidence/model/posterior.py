"""From Gram matrices to what is believed: exact at each node, weighed over all nodes.

At a node everything is linear and normal. The levels (flat prior) and the drifts (normal prior)
are taken out of the Gram matrix by Gaussian elimination, the gains (normal prior) follow in closed
form, and the node's weight is the probability of the readings under it times its prior (Gelman et
al., *Bayesian Data Analysis*, 2013, 5.3 and 14.8). The axes of every array are, in this order:
people, ways of resemblance, one hip's own drift, error, time constant, spill-over.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.design import CURVES, DRIFTS, LEVELS, READING
from coxa.evidence.model.nodes import DayNodes, normal_nodes
from coxa.evidence.model.normal import Array
from coxa.evidence.model.priors import Priors, Quadrature
from coxa.evidence.model.whiten import Whitened

NEWTON_STEPS = 12

WIDE = (slice(None),) * 4 + (None, None)
"""To figures by people, ways, own drifts and errors: for every time constant and spill-over."""

LEAST_OF_STATED = 0.1
"""The error is sought no lower than about this share of the stated one: readings that do not
scatter (copied, say) make no hip known to a hair."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """What is believed at every node, and how much each node weighs.

    Attributes
    ----------
    weight : adds up to one for each person.
    gain : of each trained side, ``(..., sides)``; covariance ``(..., sides, sides)``.
    drift_of_none : drift of both sides had there been no gain, ``(..., 2)``.
    drift_per_gain : what a degree of gain takes from the drifts, ``(..., 2, sides)``.
    drift_cover : covariance of the drifts for known gains, ``(..., 2, 2)``.
    log_error : logarithm of the error, in degrees.
    """

    weight: Array
    gain: Array
    gain_cover: Array
    drift_of_none: Array
    drift_per_gain: Array
    drift_cover: Array
    log_error: Array


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums of products after the levels are gone, for each time constant and spill-over."""

    reading: Array  # (people, ways)
    drift: Array  # (people, ways, 2, 2)
    drift_reading: Array  # (people, ways, 2)
    curve: Array  # (people, ways, weeks, spills, sides, sides)
    curve_reading: Array  # (people, ways, weeks, spills, sides)
    curve_drift: Array  # (people, ways, weeks, spills, sides, 2)


def posterior(
    whitened: Whitened,
    counts: Array,
    sem_deg: Array,
    weeks_log_weight: Array,
    nodes: DayNodes,
    priors: Priors,
    quadrature: Quadrature,
    gain_prior: tuple[Array, Array],
    sides: int,
) -> Posterior:
    """What is believed of the gains of ``sides`` trained sides.

    Parameters
    ----------
    counts : readings less levels, for each person.
    weeks_log_weight : of the time constants, for each person.
    gain_prior : mean and standard deviation, for each person.
    """
    sums = _without_levels(whitened.gram, quadrature.week_nodes, sides, priors)
    log_error, error_log_weight = _error_nodes(sums, counts, sem_deg, priors, quadrature)
    error2 = np.exp(2 * log_error)[:, :, None, :]  # (people, ways, 1, errors)
    drifts = _drifts(sums, error2, priors)
    gains = _gains(sums, drifts, error2[..., None, None], gain_prior, sides)
    per_error = log_error[:, :, None, :, None, None]
    log_prior = (
        nodes.log_weight[:, None, None, None, None]
        + np.log(priors.own_drift_sd.weights)[:, None, None, None]
        + error_log_weight[:, :, None, :, None, None]
        + weeks_log_weight[:, None, None, None, :, None]
        + np.log(priors.spill_over.weights)
    )
    log_readings = (
        -0.5 * whitened.log_det[:, :, None, None, None, None]
        - 0.5 * _levels_log_det(whitened.gram)[:, :, None, None, None, None]
        - (counts[:, None, None, None, None, None] - 2) * per_error
        - 0.5 * drifts.log_det[WIDE]
        - 0.5 * drifts.squares[WIDE] / error2[..., None, None]
        + gains.log_fit
    )
    return Posterior(
        weight=_weights(log_prior + log_readings),
        gain=gains.mean,
        gain_cover=gains.cover,
        drift_of_none=drifts.of_none[WIDE],
        drift_per_gain=np.swapaxes(gains.drift, -1, -2),
        drift_cover=(drifts.inverse * error2[..., None, None])[WIDE],
        log_error=np.broadcast_to(per_error, gains.mean.shape[:-1]),
    )


@dataclass(frozen=True, slots=True)
class _Drifts:
    """Both drifts eliminated as if there were no gain, for each own drift and error."""

    inverse: Array  # (people, ways, own drifts, errors, 2, 2)
    log_det: Array  # (people, ways, own drifts, errors)
    of_none: Array  # (..., 2)
    squares: Array  # (...): what is left of the readings' squares


def _drifts(sums: _Sums, error2: Array, priors: Priors) -> _Drifts:
    precision, prior_log_det = drift_prior(priors)
    pivot = sums.drift[:, :, None, None] + error2[..., None, None] * precision[:, None]
    inverse, log_det = _inverse(pivot)
    readings = sums.drift_reading[:, :, None, None]
    of_none = _times(inverse, readings)
    squares = sums.reading[:, :, None, None] - _dot(readings, of_none)
    return _Drifts(inverse, log_det + prior_log_det[:, None], of_none, squares)


@dataclass(frozen=True, slots=True)
class _Gains:
    """The gains at every node, and how well the readings fit with them beside without."""

    mean: Array  # (people, ways, own drifts, errors, weeks, spills, sides)
    cover: Array  # (..., sides, sides)
    drift: Array  # (..., sides, 2): what a degree of gain takes from the drifts
    log_fit: Array  # (...)


def _gains(
    sums: _Sums, drifts: _Drifts, error2: Array, gain_prior: tuple[Array, Array], sides: int
) -> _Gains:
    mean, sd = (one[:, None, None, None, None, None] for one in gain_prior)
    curve_drift = sums.curve_drift[:, :, None, None]
    drift = _matrix_times(drifts.inverse[WIDE], curve_drift)
    squares = sums.curve[:, :, None, None] - _products(curve_drift, drift)
    precision = squares / error2[..., None, None] + np.eye(sides) / (sd**2)[..., None, None]
    of_none = drifts.of_none[WIDE][..., None, :]
    left = sums.curve_reading[:, :, None, None] - _products(curve_drift, of_none)[..., 0]
    pull = left / error2[..., None] + (mean / sd**2)[..., None]
    cover, log_det = _inverse(precision)
    found = _times(cover, pull)
    return _Gains(found, cover, drift, 0.5 * _dot(pull, found) - 0.5 * log_det)


def _weights(log_weight: Array) -> Array:
    """Each person's weights, which add up to one."""
    flat = log_weight.reshape(len(log_weight), -1)
    weight = np.exp(flat - flat.max(1, keepdims=True))
    found: Array = (weight / weight.sum(1, keepdims=True)).reshape(log_weight.shape)
    return found


def _without_levels(gram: Array, weeks: int, sides: int, priors: Priors) -> _Sums:
    gram = _take_out_levels(gram)
    spill = np.array(priors.spill_over.values)
    people, ways = gram.shape[:2]
    # curves: (people, ways, sides, own or other, weeks, anything)
    curves = gram[:, :, CURVES:].reshape(people, ways, sides, 2, weeks, -1)
    mixed = (
        curves[:, :, :, 0, :, None] + spill[:, None] * curves[:, :, :, 1, :, None]
    )  # (people, ways, sides, weeks, spills, columns)
    mixed = np.moveaxis(mixed, 2, 4)  # (people, ways, weeks, spills, sides, columns)
    tails = mixed[..., CURVES:].reshape(*mixed.shape[:-1], sides, 2, weeks)
    same = np.einsum("pwhkrsoh->pwhkrso", tails)
    curve = same[..., 0] + spill[:, None, None] * same[..., 1]
    return _Sums(
        reading=gram[:, :, READING, READING],
        drift=gram[:, :, DRIFTS, DRIFTS],
        drift_reading=gram[:, :, DRIFTS, READING],
        curve=curve,
        curve_reading=mixed[..., READING],
        curve_drift=mixed[..., DRIFTS],
    )


def _take_out_levels(gram: Array) -> Array:
    """Gaussian elimination of both levels; a side without readings has none."""
    for level in range(LEVELS.start, LEVELS.stop):
        pivot = gram[..., level, level]
        row = gram[..., level, :] / np.where(pivot > 0, pivot, 1.0)[..., None]
        gram = gram - gram[..., :, level, None] * row[..., None, :]
    return gram


def _levels_log_det(gram: Array) -> Array:
    block = gram[..., LEVELS, LEVELS]
    left, right = block[..., 0, 0], block[..., 1, 1]
    both = left * right - block[..., 0, 1] ** 2
    det = np.where((left > 0) & (right > 0), both, np.where(left > 0, left, right))
    log_det: Array = np.log(det)
    return log_det


def drift_prior(priors: Priors) -> tuple[Array, Array]:
    """Precision of both hips' drifts for each size of an own drift, and log-determinants."""
    own = np.array(priors.own_drift_sd.values)[:, None, None] ** 2
    return _inverse(priors.drift_sd**2 + own * np.eye(2))


def _error_nodes(
    sums: _Sums, counts: Array, sem_deg: Array, priors: Priors, quadrature: Quadrature
) -> tuple[Array, Array]:
    """Points of the logarithm of the error about where this person's own lies, with log-weights.

    The middle is the mode for an average hip (middle time constant, no spill-over); what the other
    nodes find differs little, and the weights make up for it.
    """
    middle = quadrature.week_nodes // 2
    own_drift = float(
        np.sqrt(np.dot(np.square(priors.own_drift_sd.values), priors.own_drift_sd.weights))
    )
    cover = priors.drift_sd**2 + own_drift**2 * np.eye(2)
    expected = np.log(priors.error_median * sem_deg)[:, None]  # (people, 1)
    usual = np.exp(2 * expected)
    pivot = sums.drift + usual[..., None, None] * _inverse(cover)[0]
    inverse, _ = _inverse(pivot)
    curve_drift = sums.curve_drift[:, :, middle, 0]
    pull = sums.curve_reading[:, :, middle, 0] - np.einsum(
        "...si,...ij,...j->...s", curve_drift, inverse, sums.drift_reading
    )
    precision = sums.curve[:, :, middle, 0] - np.einsum(
        "...si,...ij,...rj->...sr", curve_drift, inverse, curve_drift
    )
    ridge = usual[..., None, None] / priors.gain_sd_deg**2 * np.eye(precision.shape[-1])
    gain = _times(_inverse(precision + ridge)[0], pull)
    squares = (
        sums.reading
        - np.einsum("...i,...ij,...j->...", sums.drift_reading, inverse, sums.drift_reading)
        - _dot(pull, gain)
    )
    squares = np.maximum(squares, 0.0)
    freedom = counts[:, None]
    tightness = 1 / priors.error_spread**2
    mode = expected + np.zeros_like(squares)
    for _ in range(NEWTON_STEPS):
        fit = squares * np.exp(-2 * mode)
        slope = fit - freedom - tightness * (mode - expected)
        mode = mode + np.clip(slope / (2 * fit + tightness), -1.0, 1.0)
    mode = np.maximum(mode, np.log(LEAST_OF_STATED * sem_deg)[:, None])
    spread = 1 / np.sqrt(2 * squares * np.exp(-2 * mode) + tightness)
    points, weights = normal_nodes(quadrature.error_nodes)
    log_error = mode[..., None] + spread[..., None] * points
    log_weight = (
        np.log(weights)
        + 0.5 * points**2
        + np.log(spread)[..., None]
        - 0.5 * tightness * (log_error - expected[..., None]) ** 2
    )
    return log_error, log_weight


def _inverse(matrix: Array) -> tuple[Array, Array]:
    """Inverse and log-determinant of positive definite matrices of one or two rows."""
    if matrix.shape[-1] == 1:
        return 1 / matrix, np.log(matrix[..., 0, 0])
    a, b, d = matrix[..., 0, 0], matrix[..., 0, 1], matrix[..., 1, 1]
    det = a * d - b * b
    inverse = np.empty_like(matrix)
    inverse[..., 0, 0] = d / det
    inverse[..., 1, 1] = a / det
    inverse[..., 0, 1] = inverse[..., 1, 0] = -b / det
    return inverse, np.log(det)


def _matrix_times(matrix: Array, rows: Array) -> Array:
    """A symmetric two by two matrix times each row of ``(..., rows, 2)``."""
    first, second = rows[..., 0], rows[..., 1]
    matrix = matrix[..., None, :, :]
    return np.stack(
        [matrix[..., i, 0] * first + matrix[..., i, 1] * second for i in (0, 1)], axis=-1
    )


def _products(one: Array, other: Array) -> Array:
    """Inner products of the rows of ``(..., rows, 2)`` with each other: ``(..., rows, rows)``."""
    one, other = one[..., :, None, :], other[..., None, :, :]
    product: Array = one[..., 0] * other[..., 0] + one[..., 1] * other[..., 1]
    return product


def _times(matrix: Array, vector: Array) -> Array:
    product: Array = (matrix * vector[..., None, :]).sum(-1)
    return product


def _dot(one: Array, other: Array) -> Array:
    product: Array = (one * other).sum(-1)
    return product
