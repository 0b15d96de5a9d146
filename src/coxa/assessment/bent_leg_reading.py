"""From held repeats of one bent leg to a reading with its error."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from coxa.assessment.holds import Excursions
from coxa.assessment.reading import MAX_SCATTER_DEG, MIN_HOLDS, refused
from coxa.quantities import Direction, Side
from coxa.records import Message, Reading, Repeat

Floats = NDArray[np.float64]

MAX_PELVIS_DEG = 3.5
"""Of the estimate, which is drawn towards zero: a true tilt of 9 degrees is seen as about 4."""
MIN_REPEAT_SD_DEG = 1.0
SIZE_SD_SHARE = 0.03
NORMAL_95 = 1.96


def read_held(
    side: Side,
    direction: Direction,
    excursions: Excursions,
    time_s: Floats,
    pelvis_deg: Floats,
    error_sd_deg: float,
) -> Reading:
    """The mean of the held repeats with its error, unless something spoilt them.

    Parameters
    ----------
    pelvis_deg : (n,) tilt of the pelvis since rest, NaN where not seen.
    error_sd_deg : of single readings on held-out people, some of whose pelvis tilted.
    """
    repeats = excursions.holds
    if len(repeats) < MIN_HOLDS:
        return refused(side, direction, Message(id="too_few_holds", params={"held": len(repeats)}))
    repeats_deg = tuple(repeat.value_deg for repeat in repeats)
    tilt_deg = _while_held(time_s, pelvis_deg, repeats)
    if abs(tilt_deg) > MAX_PELVIS_DEG:
        reason = Message(id="pelvis_lifts")
        return refused(side, direction, reason).model_copy(update={"repeats": repeats})
    if np.std(repeats_deg, ddof=1) > MAX_SCATTER_DEG:
        reason = Message(id="repeats_differ")
        return refused(side, direction, reason).model_copy(update={"repeats": repeats})
    return Reading(
        side=side,
        direction=direction,
        value_deg=float(np.mean(repeats_deg)),
        error95_deg=held_error95_deg(error_sd_deg, repeats_deg),
        repeats_deg=repeats_deg,
        accepted=True,
        repeats=repeats,
    )


def held_error95_deg(error_sd_deg: float, repeats_deg: Sequence[float]) -> float:
    """Half-width of the 95 % interval: errors of pose model and pelvis, size, and repeats."""
    scatter_deg = max(float(np.std(repeats_deg, ddof=1)), MIN_REPEAT_SD_DEG)
    return NORMAL_95 * math.hypot(
        error_sd_deg,
        SIZE_SD_SHARE * float(np.mean(repeats_deg)),
        scatter_deg / math.sqrt(len(repeats_deg)),
    )


def _while_held(time_s: Floats, pelvis_deg: Floats, repeats: tuple[Repeat, ...]) -> float:
    held = np.any([(time_s >= r.start_s) & (time_s <= r.end_s) for r in repeats], axis=0)
    seen = pelvis_deg[held & np.isfinite(pelvis_deg)]
    return float(np.median(seen)) if len(seen) else 0.0
