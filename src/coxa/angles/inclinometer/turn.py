"""How far a shin has turned since rest, about the thigh and aside of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.quantities import Side

Floats = NDArray[np.float64]

INTERNAL_SIGN = {Side.LEFT: +1, Side.RIGHT: -1}
"""Turning right-handed about hip → knee: inward on the left, outward on the right.

A seated left foot goes to the left, away from the other leg, when the shin that hangs down turns
right-handed about the line that points forward.
"""


@dataclass(frozen=True)
class ShinTurn:
    """One shin since rest; what is not known is NaN.

    Attributes
    ----------
    rotation_deg : (n,) about the thigh, internal positive.
    aside_deg : (n,) about anything else: a knee that bends, a thigh that lifts, a phone that slips.
        A phone that has slipped round the shin shows it in proportion to the rotation. By the
        gyroscope only its size is told, with the sign of the rotation.
    axis : (3,) unit vector from hip to knee, in the phone's axes.
    """

    rotation_deg: Floats
    aside_deg: Floats
    axis: Floats
