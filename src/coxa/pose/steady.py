"""Keeps the crop from trembling: the One Euro filter on the two points that carry it.

As in MediaPipe's pose graph. Source of the filter: Casiez, Roussel and Vogel, "1 Euro Filter: a
simple speed-based low-pass filter for noisy input in interactive systems", CHI 2012.
"""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# MediaPipe's values: a body at rest is filtered heavily, a moving one followed at once.
MIN_CUTOFF_HZ = 0.01
CUTOFF_PER_SPEED = 10.0
SPEED_CUTOFF_HZ = 1.0


class OneEuro:
    """Low-pass filter whose cutoff rises with the speed. Speeds are in body sizes a second."""

    def __init__(self) -> None:
        self._time_s = 0.0
        self._raw: Floats | None = None
        self._value: Floats = np.zeros(0)
        self._speed: Floats = np.zeros(0)

    def __call__(self, value: Floats, size: float, time_s: float) -> Floats:
        """The filtered value at ``time_s``, which must increase."""
        if self._raw is None:
            self._value, self._speed = value, np.zeros_like(value)
        else:
            step_s = time_s - self._time_s
            speed = (value - self._raw) / (size * step_s)
            self._speed = self._speed + _share(SPEED_CUTOFF_HZ, step_s) * (speed - self._speed)
            cutoff_hz = MIN_CUTOFF_HZ + CUTOFF_PER_SPEED * np.abs(self._speed)
            self._value = self._value + _share(cutoff_hz, step_s) * (value - self._value)
        self._raw, self._time_s = value, time_s
        return self._value


def _share(cutoff_hz: Floats | float, step_s: float) -> Floats | float:
    """How much of the way to a new value is gone in one step."""
    turns = 2 * pi * cutoff_hz * step_s
    return turns / (1 + turns)
