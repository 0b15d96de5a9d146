"""Rotation matrices of many instants at once: arrays (n, 3, 3), vectors (n, 3)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

X, Y, Z = np.eye(3)


def about_x(angle_deg: ArrayLike) -> Floats:
    """Right-handed turn about x (the body's left)."""
    return _about(angle_deg, 1, 2)


def about_y(angle_deg: ArrayLike) -> Floats:
    """Right-handed turn about y (up)."""
    return _about(angle_deg, 2, 0)


def about_z(angle_deg: ArrayLike) -> Floats:
    """Right-handed turn about z (forward)."""
    return _about(angle_deg, 0, 1)


def about_axis(axis: Floats, angle_deg: Floats) -> Floats:
    """Right-handed turns about unit vectors (n, 3), by Rodrigues' formula."""
    angle = np.deg2rad(angle_deg)[:, None, None]
    cross = np.zeros((len(axis), 3, 3))
    cross[:, 0, 1], cross[:, 0, 2], cross[:, 1, 2] = -axis[:, 2], axis[:, 1], -axis[:, 0]
    cross -= cross.transpose(0, 2, 1)
    turned: Floats = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross)
    return turned


def unit(vectors: Floats) -> Floats:
    """The same directions at length one."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    made: Floats = vectors / length
    return made


def square_to(vectors: Floats, axis: Floats) -> Floats:
    """The part of the vectors at a right angle to unit vectors."""
    along = np.sum(vectors * axis, axis=-1, keepdims=True)
    rest: Floats = vectors - along * axis
    return rest


def frame(axis: Floats, hint: Floats) -> Floats:
    """Columns: the axis, the hint made square to it, their cross product."""
    first = unit(axis)
    second = unit(square_to(hint, first))
    return np.stack([first, second, np.cross(first, second)], axis=-1)


def carry(axis0: Floats, hint0: Floats, axis1: Floats, hint1: Floats) -> Floats:
    """The turns that take axis0 to axis1, and hint0 into the half-plane of axis1 and hint1."""
    carried: Floats = frame(axis1, hint1) @ frame(axis0, hint0).swapaxes(-1, -2)
    return carried


def moved(turns: Floats, vector: Floats) -> Floats:
    """A vector (3,) or vectors (n, 3) as each turn (n, 3, 3) leaves them."""
    there: Floats = (turns @ np.broadcast_to(vector, (len(turns), 3))[..., None])[..., 0]
    return there


def quaternions(turns: Floats) -> Floats:
    """Unit quaternions (n, 4) as x, y, z, w, each in the half of the one before it.

    By the largest of the four components (Shepperd's method), so that none is divided by little.
    """
    m = turns
    trace = np.trace(m, axis1=1, axis2=2)
    squares = np.column_stack([1 - trace + 2 * m[:, k, k] for k in range(3)] + [1 + trace])
    parts = np.empty((len(m), 4, 4))
    for k in range(3):
        i, j = (k + 1) % 3, (k + 2) % 3
        parts[:, k, k] = squares[:, k]
        parts[:, k, 3] = parts[:, 3, k] = m[:, j, i] - m[:, i, j]
        parts[:, k, i] = parts[:, i, k] = m[:, k, i] + m[:, i, k]
    parts[:, 3, 3] = squares[:, 3]
    made = unit(parts[np.arange(len(m)), squares.argmax(axis=1)])
    flips = np.cumprod(np.where(np.sum(made[1:] * made[:-1], axis=1) < 0, -1.0, 1.0))
    made[1:] *= flips[:, None]
    return made


def _about(angle_deg: ArrayLike, first: int, second: int) -> Floats:
    angle = np.deg2rad(np.atleast_1d(np.asarray(angle_deg, dtype=float)))
    turns = np.tile(np.eye(3), (len(angle), 1, 1))
    turns[:, first, first] = turns[:, second, second] = np.cos(angle)
    turns[:, second, first] = np.sin(angle)
    turns[:, first, second] = -np.sin(angle)
    return turns
