"""The start of a test: both shanks hanging, still, before anything has moved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles import SeatedAngles
from coxa.assessment.smoothing import local_line, runs
from coxa.quantities import Side

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MIN_STILL_S = 1.0
"""Two seconds are asked for; one is enough for a steady mean."""
MAX_STILL_S = 3.0
"""Only the beginning of a long stillness counts: later the person may already lean or brace."""
STILL_DEG_S = 4.0
SMOOTH_HALF_WIDTH_S = 0.25
MAX_EARLIER_MOVEMENT_DEG = 8.0
"""A swing larger than this before the first stillness means that the test had already begun."""
EARLIER_MOVEMENT_S = 0.3


@dataclass(frozen=True)
class Neutral:
    """The hanging shanks.

    Attributes
    ----------
    frames : (n,) the frames that belong to it.
    shank_lean_deg : side -> mean lean in the picture.
    """

    frames: Flags
    shank_lean_deg: dict[Side, float]


def find_neutral(angles: SeatedAngles) -> Neutral | None:
    """The first stillness of both shanks, or ``None`` when the movement came first."""
    time_s = angles.time_s
    still = np.ones(len(time_s), dtype=bool)
    for side in Side:
        _, speed_deg_s = local_line(time_s, angles.shank_lean_deg[side], SMOOTH_HALF_WIDTH_S)
        still &= np.abs(np.nan_to_num(speed_deg_s, nan=np.inf)) < STILL_DEG_S
    for first, last in runs(still):
        if time_s[last - 1] - time_s[first] < MIN_STILL_S:
            continue
        until = np.searchsorted(time_s, time_s[first] + MAX_STILL_S, side="right")
        frames = np.zeros(len(time_s), dtype=bool)
        frames[first : min(last, int(until))] = True
        neutral = _at(angles, frames)
        return None if _moved_before(angles, neutral, first) else neutral
    return None


def _at(angles: SeatedAngles, frames: Flags) -> Neutral:
    return Neutral(
        frames=frames,
        shank_lean_deg={
            side: float(np.nanmean(angles.shank_lean_deg[side][frames])) for side in Side
        },
    )


def _moved_before(angles: SeatedAngles, neutral: Neutral, first: int) -> bool:
    time_s = angles.time_s[:first]
    for side in Side:
        away_deg = np.abs(angles.shank_lean_deg[side][:first] - neutral.shank_lean_deg[side])
        for a, b in runs(np.nan_to_num(away_deg, nan=0.0) > MAX_EARLIER_MOVEMENT_DEG):
            if time_s[b - 1] - time_s[a] >= EARLIER_MOVEMENT_S:
                return True
    return False
