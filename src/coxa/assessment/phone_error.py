"""The error of a reading by a phone on the shin.

Its parts are added as independent errors, each a standard deviation in degrees, and doubled (1.96)
to a 95 % half-width:

zero and sensor
    What is left of how the phone is strapped, of jitter and of the axis once all is counted from
    rest. It is larger where muscles, not gravity, hold the leg at zero; by the gyroscope also what
    is left of its drift.
soft tissue
    The skin under the strap, and the knee, give way by a share of the turn.
pelvis
    A phone on the shin cannot see the pelvis. A pelvis that tilts while the leg turns adds to the
    reading one to one; nobody is refused for it, so it is part of every reading's error.
repeats
    The scatter of the person's own repeats, divided by the square root of their number. Two or
    three repeats say little about their own scatter, so it is not taken to be below one degree.

The sizes were set on simulated legs and tried on others (``benchmarks/phone_simulated.py``). A
simulation is not a leg: it holds what was put into it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from coxa.quantities import Test

ZERO_SD_DEG = {
    Test.SEATED: 0.6,
    Test.STANDING: 0.6,
    Test.PRONE: 0.95,
    Test.SUPINE_90_90: 0.95,
}
TISSUE_SD_SHARE = 0.02
PELVIS_SD_DEG = 0.8
MIN_REPEAT_SD_DEG = 1.0
NORMAL_95 = 1.96


def phone_error95_deg(test: Test, repeats_deg: Sequence[float]) -> float:
    """Half-width of the 95 % interval of a reading, in degrees.

    Parameters
    ----------
    repeats_deg : at least two held repeats.
    """
    scatter_deg = max(float(np.std(repeats_deg, ddof=1)), MIN_REPEAT_SD_DEG)
    return NORMAL_95 * math.hypot(
        ZERO_SD_DEG[test],
        TISSUE_SD_SHARE * float(np.mean(repeats_deg)),
        PELVIS_SD_DEG,
        scatter_deg / math.sqrt(len(repeats_deg)),
    )
