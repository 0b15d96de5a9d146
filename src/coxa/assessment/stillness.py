"""The still beginning of a test, before anything has moved: the zero that all is counted from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coxa.assessment.smoothing import local_line, runs

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MIN_STILL_S = 1.0
"""Two seconds are asked for; one is enough for a steady mean."""
MAX_STILL_S = 3.0
"""Only the beginning of a long stillness counts: later the person may already lean or brace."""
SMOOTH_HALF_WIDTH_S = 0.25
EARLIER_MOVEMENT_S = 0.3
"""A longer, larger swing before the first stillness means that the test had already begun."""


def first_stillness(
    time_s: Floats, angles_deg: Sequence[Floats], *, still_deg_s: float, swing_deg: float
) -> Flags | None:
    """(n,) frames of the first stillness; ``None`` when there is none or the movement came first.

    Parameters
    ----------
    time_s : (n,)
    angles_deg : (n,) each, of the legs that must be still, without jumps of a whole turn; NaN
        where not seen.
    still_deg_s : slower than this is still.
    swing_deg : further than this from where they rest, the legs had moved before.
    """
    still = np.ones(len(time_s), dtype=np.bool_)
    for angle_deg in angles_deg:
        _, speed_deg_s = local_line(time_s, angle_deg, SMOOTH_HALF_WIDTH_S)
        still &= np.abs(np.nan_to_num(speed_deg_s, nan=np.inf)) < still_deg_s
    for first, last in runs(still):
        if time_s[last - 1] - time_s[first] < MIN_STILL_S:
            continue
        until = int(np.searchsorted(time_s, time_s[first] + MAX_STILL_S, side="right"))
        frames = np.zeros(len(time_s), dtype=np.bool_)
        frames[first : min(last, until)] = True
        swung = any(_swung_before(time_s, one, frames, first, swing_deg) for one in angles_deg)
        return None if swung else frames
    return None


def _swung_before(
    time_s: Floats, angle_deg: Floats, frames: Flags, first: int, swing_deg: float
) -> bool:
    away_deg = np.abs(angle_deg[:first] - np.nanmean(angle_deg[frames]))
    swings = runs(np.nan_to_num(away_deg, nan=0.0) > swing_deg)
    return any(time_s[b - 1] - time_s[a] >= EARLIER_MOVEMENT_S for a, b in swings)
