"""Rotation matrices: the nearest one to a mean, and to and from rotation vectors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TINY_RAD = 1e-12


def nearest_rotation(matrices: Floats) -> Floats:
    """(n, 3, 3): of each matrix the nearest rotation, NaN where a matrix is NaN.

    By singular value decomposition (Kabsch 1976, Acta Cryst. A32:922).
    """
    found = np.full_like(matrices, np.nan)
    known = np.isfinite(matrices).all(axis=(1, 2))
    left, _, right = np.linalg.svd(matrices[known])
    left[:, :, 2] *= np.sign(np.linalg.det(left @ right))[:, np.newaxis]
    found[known] = left @ right
    return found


def rotation_vectors(matrices: Floats) -> Floats:
    """(n, 3, 3) -> (n, 3): axis times angle in radians, for angles below a half turn."""
    sine_axis = 0.5 * np.stack(
        [
            matrices[:, 2, 1] - matrices[:, 1, 2],
            matrices[:, 0, 2] - matrices[:, 2, 0],
            matrices[:, 1, 0] - matrices[:, 0, 1],
        ],
        axis=1,
    )
    sine = np.linalg.norm(sine_axis, axis=1)
    cosine = (np.trace(matrices, axis1=1, axis2=2) - 1) / 2
    angle = np.arctan2(sine, cosine)
    scale = np.where(sine > TINY_RAD, angle / np.maximum(sine, TINY_RAD), 1.0)
    return sine_axis * scale[:, np.newaxis]


def rotations(vectors: Floats) -> Floats:
    """(n, 3) -> (n, 3, 3): Rodrigues' formula, the inverse of :func:`rotation_vectors`."""
    angle = np.linalg.norm(vectors, axis=1)
    x, y, z = (vectors / np.maximum(angle, TINY_RAD)[:, np.newaxis]).T
    zero = np.zeros_like(x)
    cross = np.moveaxis(np.array([[zero, -z, y], [z, zero, -x], [-y, x, zero]]), -1, 0)
    sine, versine = np.sin(angle), 1 - np.cos(angle)
    turned = sine[:, np.newaxis, np.newaxis] * cross
    return np.asarray(np.eye(3) + turned + versine[:, np.newaxis, np.newaxis] * cross @ cross)
