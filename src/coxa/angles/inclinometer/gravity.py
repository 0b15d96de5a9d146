"""Rotation by gravity, where the thigh is level: seated, prone, standing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles.inclinometer.functional_axis import axis_by_gravity
from coxa.angles.inclinometer.motion import ShinMotion
from coxa.angles.inclinometer.turn import INTERNAL_SIGN, ShinTurn
from coxa.quantities import Side

Floats = NDArray[np.float64]


def turn_by_gravity(motion: ShinMotion, resting: NDArray[np.bool_], side: Side) -> ShinTurn | None:
    """The roll about the thigh, not the total tilt; ``None`` where nothing swung.

    Whether the vertical points up or down makes no difference: both turn alike.

    Parameters
    ----------
    resting : (n,) samples that count as zero.
    """
    rest = np.nanmean(motion.vertical[resting], axis=0)
    rest /= np.linalg.norm(rest)
    axis = axis_by_gravity(motion.vertical, rest)
    if axis is None:
        return None
    return ShinTurn(
        rotation_deg=INTERNAL_SIGN[side] * np.degrees(_roll(motion.vertical, rest, axis)),
        aside_deg=np.degrees(_elevation(motion.vertical, axis) - _elevation(rest, axis)),
        axis=axis,
    )


def _roll(vertical: Floats, rest: Floats, axis: Floats) -> Floats:
    """(n,) how far the phone has turned about ``axis``, radians, right-handed.

    Seen from the phone it is the vertical that turns, and the other way.
    """
    across = np.cross(axis, rest)
    upright = np.cross(across, axis)
    return np.arctan2(-(vertical @ across), vertical @ upright)


def _elevation(vertical: Floats, axis: Floats) -> Floats:
    """How far the vertical leans along the axis, radians."""
    return np.arcsin(np.clip(vertical @ axis, -1.0, 1.0))
