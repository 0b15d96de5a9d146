"""A rotation curve thinned to what a drawing needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.quantities import Side
from coxa.records import RotationCurve

DRAWN_HZ = 10.0
MAX_POINTS = 3000


def thin_curve(
    side: Side, time_s: NDArray[np.float64], rotation_deg: NDArray[np.float64]
) -> RotationCurve:
    """Keep about ten samples a second, and never more than a few thousand."""
    if not len(time_s):
        return RotationCurve(side=side, time_s=(), rotation_deg=())
    step_s = max(1 / DRAWN_HZ, (time_s[-1] - time_s[0]) / MAX_POINTS)
    slot = np.floor((time_s - time_s[0]) / step_s + 1e-6)
    keep = np.flatnonzero(np.diff(slot, prepend=-1) > 0)
    return RotationCurve(
        side=side,
        time_s=tuple(round(float(t), 3) for t in time_s[keep]),
        rotation_deg=tuple(
            round(float(value), 2) if np.isfinite(value) else None for value in rotation_deg[keep]
        ),
    )
