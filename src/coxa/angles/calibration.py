"""What the pose model does to a turned shank, and how it is undone.

The model shortens a swing to about nine tenths, more so inward than outward, and the more the
further the thigh points away from the camera. Seven coefficients per pose model, fitted by
``python -m rig teach`` on rendered people, undo the mean of that:

    corrected = a·max(m, 0) + b·min(m, 0) + c·m·s + d·m|m|/40 + e·m²·s/40 + f·m³/1600 + g·m·s²

with ``m`` the measured change of the shank's lean from neutral (internal positive) and ``s`` the
knee's sideways offset from its hip at neutral, in shank lengths (outward positive).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

UNCALIBRATED = "uncalibrated"


@dataclass(frozen=True)
class Calibration:
    """What was fitted for one pose model.

    Attributes
    ----------
    version : part of a reading's series.
    coefficients : of the formula above.
    yaw_gain : true camera yaw over the yaw that the knees' sideways shift shows; the model sets
        the hips a little forward.
    rest_spread_deg : how far apart the model sees two shanks that hang alike.
    """

    version: str
    coefficients: tuple[float, ...]
    yaw_gain: float
    rest_spread_deg: float

    def corrected_deg(self, turned_deg: Floats, knee_offset: float) -> Floats:
        """Rotation from neutral as it would be without the pose model's shortening.

        Parameters
        ----------
        turned_deg : (n,) measured, internal positive.
        knee_offset : sideways offset of the knee from its hip at neutral, in shank lengths.
        """
        return np.asarray(features(turned_deg, knee_offset) @ np.array(self.coefficients))


def features(turned_deg: Floats, knee_offset: float | Floats) -> Floats:
    """(n, 7): the terms of the formula above, without their coefficients."""
    m = np.asarray(turned_deg, dtype=np.float64)
    s = np.broadcast_to(knee_offset, m.shape)
    return np.stack(
        [
            np.where(m > 0, m, 0 * m),
            np.where(m < 0, m, 0 * m),
            m * s,
            m * np.abs(m) / 40,
            m * m * s / 40,
            m**3 / 1600,
            m * s * s,
        ],
        axis=-1,
    )


IDENTITY = Calibration(UNCALIBRATED, (1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0), 1.0, 0.0)


@cache
def calibration_for(model: str) -> Calibration:
    """The calibration of a pose model; the identity for one that has none."""
    table = json.loads(files("coxa.angles").joinpath("calibration.json").read_text("utf-8"))
    entry = table["models"].get(model)
    if entry is None:
        return IDENTITY
    return Calibration(
        version=table["version"],
        coefficients=tuple(entry["coefficients"]),
        yaw_gain=entry["yaw_gain"],
        rest_spread_deg=entry["rest_spread_deg"],
    )
