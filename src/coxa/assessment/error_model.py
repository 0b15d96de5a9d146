"""The error of a camera reading, from what was seen in it.

Its parts are added as independent errors, each a standard deviation in degrees, and doubled
(1.96) to a 95 % half-width:

detector
    What remains of the pose model's errors after the calibration, on whole recordings of rendered
    people that it was not taught on. For the full model in the proportion of the two models' errors
    on single stills.
size
    Part of it grows with the angle.
pelvis
    A tilt of the pelvis adds to the reading one to one. What is refused beyond some degrees, and
    corrected by half below them, leaves this.
repeats
    The scatter of the person's own repeats, divided by the square root of their number. Two or
    three repeats say little about their own scatter, so it is not taken to be below one degree.

The sizes were set on the part *held* of the proving ground and are proven on the part *final*
(`validation/REPORT.md`). Rendered people do not vary from day to day as real ones do: this is the
error of reading a recording, not of a person's hips from one week to the next.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

DETECTOR_SD_DEG = {"blazepose-heavy": 1.5, "blazepose-full": 1.9}
SIZE_SD_SHARE = 0.03
PELVIS_SD_DEG = 0.85
MIN_REPEAT_SD_DEG = 1.0
NORMAL_95 = 1.96


def error95_deg(model: str, repeats_deg: Sequence[float]) -> float:
    """Half-width of the 95 % interval of a reading, in degrees.

    Parameters
    ----------
    model : the pose model's name; an unknown one gets the largest error.
    repeats_deg : at least two held repeats.
    """
    detector_deg = DETECTOR_SD_DEG.get(model, max(DETECTOR_SD_DEG.values()))
    return held_error95_deg((detector_deg, PELVIS_SD_DEG), repeats_deg)


def held_error95_deg(parts_sd_deg: Sequence[float], repeats_deg: Sequence[float]) -> float:
    """Half-width of the 95 % interval from a test's own parts, the size and the repeats."""
    scatter_deg = max(float(np.std(repeats_deg, ddof=1)), MIN_REPEAT_SD_DEG)
    return NORMAL_95 * math.hypot(
        *parts_sd_deg,
        SIZE_SD_SHARE * float(np.mean(repeats_deg)),
        scatter_deg / math.sqrt(len(repeats_deg)),
    )
