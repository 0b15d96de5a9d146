"""The still beginning of a test of one leg, before anything has moved."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.assessment.smoothing import local_line, runs

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MIN_STILL_S = 1.0
"""Two seconds are asked for; one is enough for a steady mean."""
MAX_STILL_S = 3.0
"""Only the beginning of a long stillness counts: later the leg may already drift."""
STILL_DEG_S = 5.0
SMOOTH_HALF_WIDTH_S = 0.25
MAX_EARLIER_MOVEMENT_DEG = 10.0
EARLIER_MOVEMENT_S = 0.3
"""A longer, larger swing before the first stillness means that the test had already begun."""


def first_stillness(time_s: Floats, angle_deg: Floats) -> Flags | None:
    """(n,) frames of the first stillness; ``None`` when there is none or the movement came first.

    Parameters
    ----------
    time_s : (n,)
    angle_deg : (n,) some angle of the leg, without jumps of a whole turn; NaN where not seen.
    """
    _, speed_deg_s = local_line(time_s, angle_deg, SMOOTH_HALF_WIDTH_S)
    still = np.abs(np.nan_to_num(speed_deg_s, nan=np.inf)) < STILL_DEG_S
    for first, last in runs(still):
        if time_s[last - 1] - time_s[first] < MIN_STILL_S:
            continue
        until = int(np.searchsorted(time_s, time_s[first] + MAX_STILL_S, side="right"))
        frames = np.zeros(len(time_s), dtype=np.bool_)
        frames[first : min(last, until)] = True
        return None if _moved_before(time_s, angle_deg, frames, first) else frames
    return None


def _moved_before(time_s: Floats, angle_deg: Floats, frames: Flags, first: int) -> bool:
    away_deg = np.abs(angle_deg[:first] - np.nanmean(angle_deg[frames]))
    swings = runs(np.nan_to_num(away_deg, nan=0.0) > MAX_EARLIER_MOVEMENT_DEG)
    return any(time_s[b - 1] - time_s[a] >= EARLIER_MOVEMENT_S for a, b in swings)
