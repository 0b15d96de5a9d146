"""Levels, drifts and gains together at single nodes: for pictures and outlooks, not for figures."""

from __future__ import annotations

import numpy as np

from coxa.evidence.model.design import DRIFTS, LEVELS
from coxa.evidence.model.normal import Array

NO_LEVEL = 1e-9
"""Precision of the level of a side without readings: nothing is known of it."""


def effects(
    gram: Array, error_deg: Array, drift_precision: Array, gain_prior: tuple[float, float]
) -> tuple[Array, Array]:
    """Mean and covariance of (levels, drifts, gains) at each node.

    Parameters
    ----------
    gram : ``(nodes, columns, columns)``; after the readings, levels and drifts one column a gain.
    drift_precision : ``(nodes, 2, 2)``.
    gain_prior : mean and standard deviation.
    """
    mean_deg, sd_deg = gain_prior
    variance = error_deg[:, None, None] ** 2
    precision = gram[:, 1:, 1:] / variance
    pull = gram[:, 1:, 0] / variance[..., 0]
    precision[:, LEVELS.start - 1 : LEVELS.stop - 1, LEVELS.start - 1 : LEVELS.stop - 1] += (
        NO_LEVEL * np.eye(2)
    )
    drifts = slice(DRIFTS.start - 1, DRIFTS.stop - 1)
    precision[:, drifts, drifts] += drift_precision
    gains = np.arange(drifts.stop, precision.shape[-1])
    precision[:, gains, gains] += 1 / sd_deg**2
    pull[:, gains] += mean_deg / sd_deg**2
    cover: Array = np.linalg.inv(precision).astype(np.float64)
    mean: Array = (cover @ pull[..., None])[..., 0]
    return mean, cover
