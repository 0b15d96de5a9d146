"""The error of a camera reading, from what was seen in it.

Its parts are added as independent errors, each a standard deviation in degrees, and doubled
(1.96) to a 95 % half-width:

detector
    What remains of the pose model's errors after the calibration, on whole recordings of rendered
    people that it was not taught on.
doubt
    It is larger where the nets of the calibration are at odds about these very frames: where they
    were shown little that was alike.
size
    Part of it grows with the angle.
pelvis
    A tilt of the pelvis adds to the reading one to one. What is refused beyond some degrees, and
    mostly corrected below them, leaves this.
repeats
    The scatter of the person's own repeats, divided by the square root of their number. Two or
    three repeats say little about their own scatter, so it is not taken to be nothing.

The sizes were set on the part *held* of the proving ground and are proven on another
(`validation/REPORT.md`). Rendered people do not vary from day to day as real ones do: this is the
error of reading a recording, not of a person's hips from one week to the next.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

PELVIS_SD_DEG = 0.6
NORMAL_95 = 1.96


@dataclass(frozen=True)
class Detector:
    """What remains of a pose model's errors.

    Attributes
    ----------
    sd_deg : where the calibration's nets agree.
    doubt_share : degrees of error for each degree by which they differ (standard deviations both).
    """

    sd_deg: float
    doubt_share: float


DETECTORS = {
    "blazepose-heavy": Detector(sd_deg=0.65, doubt_share=1.8),
    "blazepose-full": Detector(sd_deg=1.3, doubt_share=3.5),
}
UNCALIBRATED = Detector(sd_deg=4.0, doubt_share=0.0)
"""The plain angle in the picture, of a pose model that nothing was learnt about."""


@dataclass(frozen=True)
class Growth:
    """What of a reading's error grows with it.

    Attributes
    ----------
    size_share : of the angle, a standard deviation.
    least_repeat_sd_deg : repeats are not taken to scatter by less.
    """

    size_share: float
    least_repeat_sd_deg: float


SEATED = Growth(size_share=0.01, least_repeat_sd_deg=0.5)
BENT_LEG = Growth(size_share=0.03, least_repeat_sd_deg=1.0)


def error95_deg(model: str, doubt_deg: float, repeats_deg: Sequence[float]) -> float:
    """Half-width of the 95 % interval of a reading, in degrees.

    Parameters
    ----------
    model : the pose model's name.
    doubt_deg : how far the calibration's nets differ about the held frames.
    repeats_deg : at least two held repeats.
    """
    detector = DETECTORS.get(model, UNCALIBRATED)
    parts_deg = (detector.sd_deg, detector.doubt_share * doubt_deg, PELVIS_SD_DEG)
    return held_error95_deg(parts_deg, repeats_deg, SEATED)


def held_error95_deg(
    parts_sd_deg: Sequence[float], repeats_deg: Sequence[float], growth: Growth = BENT_LEG
) -> float:
    """Half-width of the 95 % interval from a test's own parts, the size and the repeats."""
    scatter_deg = max(float(np.std(repeats_deg, ddof=1)), growth.least_repeat_sd_deg)
    return NORMAL_95 * math.hypot(
        *parts_sd_deg,
        growth.size_share * float(np.mean(repeats_deg)),
        scatter_deg / math.sqrt(len(repeats_deg)),
    )
