"""Small rotation matrices: about an axis, and from one pair of directions to another."""

import numpy as np

from rig.body_data import Floats

X, Y, Z = np.eye(3)


def unit(v: Floats) -> Floats:
    """v at length one."""
    result: Floats = v / np.linalg.norm(v)
    return result


def about(axis: Floats, angle_deg: float) -> Floats:
    """Right-handed rotation matrix about an axis (Rodrigues)."""
    x, y, z = unit(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    a = np.radians(angle_deg)
    result: Floats = np.eye(3) + np.sin(a) * cross + (1 - np.cos(a)) * (cross @ cross)
    return result


def frame(axis: Floats, hint: Floats) -> Floats:
    """Orthonormal columns: the axis, the hint made square to it, their cross product."""
    a = unit(axis)
    b = unit(hint - (hint @ a) * a)
    return np.column_stack([a, b, np.cross(a, b)])


def carry(axis0: Floats, hint0: Floats, axis1: Floats, hint1: Floats) -> Floats:
    """The rotation that takes axis0 to axis1 and hint0 into the half-plane of axis1 and hint1."""
    result: Floats = frame(axis1, hint1) @ frame(axis0, hint0).T
    return result
