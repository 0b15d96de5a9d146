"""Angles of lines in the picture, in degrees, from landmark positions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def lean_deg(upper_px: Floats, lower_px: Floats) -> Floats:
    """Angle of the line from ``upper_px`` down to ``lower_px`` against the picture's vertical.

    Parameters
    ----------
    upper_px, lower_px : (..., 2), x to the right and y down.

    Returns
    -------
    (...,) degrees; positive when the lower end lies to the right. This is *roll*
    (``atan2(lateral, vertical)``), which for a seated person equals hip rotation whatever the
    bend of the knee; the line's total tilt out of the vertical does not.
    """
    across = lower_px[..., 0] - upper_px[..., 0]
    down = lower_px[..., 1] - upper_px[..., 1]
    return np.degrees(np.arctan2(across, down))


def slope_deg(from_px: Floats, to_px: Floats) -> Floats:
    """Angle of the line ``from_px`` → ``to_px`` against the picture's horizontal.

    Returns
    -------
    (...,) degrees in -90..90; the sense of turning is the one of :func:`lean_deg`: turning the
    whole picture by some angle adds the same number to both.
    """
    across = to_px[..., 0] - from_px[..., 0]
    down = to_px[..., 1] - from_px[..., 1]
    sign = np.where(across >= 0, 1.0, -1.0)
    return -np.degrees(np.arctan2(down * sign, across * sign))
