"""The thigh's own axis in the phone's axes, found from the swing itself.

However the phone is strapped, the shin turns about one and the same line: the thigh. In all four
tests the knee is bent to about a right angle, so that the thigh, from hip to knee, points where the
front of the shin faces; and there faces the screen. That decides which end of the line is which,
whether the phone's top is up or down.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MIN_SWING_RAD = np.radians(6.0)
"""What is nearer to rest says nothing about the axis."""


def axis_by_gravity(vertical: Floats, rest: Floats) -> Floats | None:
    """(3,) the level axis about which the shin must have turned for the vertical to have moved so.

    It is square to the vertical at rest and to the line along which the vertical moves away from
    there. That a thigh is level is taken for granted: one that slopes by ten degrees costs half a
    degree, while a slope that was fitted would take up knees that bend and thighs that lift.

    Parameters
    ----------
    vertical : (n, 3) unit vectors in the phone's axes, NaN where not known.
    rest : (3,) unit vector, the vertical at rest.

    Returns
    -------
    A unit vector, on the side of the screen; ``None`` where nothing swung.
    """
    away = vertical - rest
    away = away[np.linalg.norm(np.nan_to_num(away), axis=1) > MIN_SWING_RAD]
    if not len(away):
        return None
    level = away - np.outer(away @ rest, rest)
    along = np.linalg.eigh(level.T @ level)[1][:, 2]
    return _to_the_screen(np.cross(rest, along))


def axis_by_turning(turned: Floats) -> Floats | None:
    """(3,) the main direction of turns since rest.

    Parameters
    ----------
    turned : (n, 3) rotation vectors, radians, NaN where not known.

    Returns
    -------
    A unit vector, on the side of the screen; ``None`` where nothing turned.
    """
    far = turned[np.linalg.norm(np.nan_to_num(turned), axis=1) > MIN_SWING_RAD]
    if not len(far):
        return None
    return _to_the_screen(np.linalg.eigh(far.T @ far)[1][:, 2])


def _to_the_screen(axis: Floats) -> Floats:
    return axis if axis[2] >= 0 else -axis
