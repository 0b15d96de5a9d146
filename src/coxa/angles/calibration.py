"""From what a leg shows to how far the hip has turned.

Three sums of named products (:class:`coxa.angles.polynomial.Polynomial`), all readable in
``calibration.json``:

projection
    What perspective, a camera to the side and a bent knee do to an angle in a picture. Learnt from
    ten thousands of unrendered skeletons; the same for every pose model.
detector
    What the pose model does beyond that: it shortens a swing to about nine tenths, more so inward,
    and drags the knee along. Learnt from rendered people.
hike
    How far the pelvis has tilted since rest. A tilt adds to the shank's turn one to one.

The last two know one more feature, ``turned``: the projection's result in radians.
Each vanishes at rest. ``python -m rig teach`` fits them; the errors that remain on other people
stand beside them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from coxa.angles.polynomial import Polynomial

Floats = NDArray[np.float64]
Features = Mapping[str, Floats]

UNCALIBRATED = "uncalibrated"


@dataclass(frozen=True)
class Calibration:
    """What was learnt for one pose model.

    Attributes
    ----------
    version : part of a reading's series.
    projection, detector, hike : see above; degrees.
    yaw_gain : true camera yaw over the yaw that the knees' sideways shift shows; the model sets
        the hips a little forward.
    hike_share : how much of a small hike that is seen is real, 0 to 1.
    rest_lean : how far outward of the body's upright the model sees a hanging shank, degrees.
    rest_tolerance_deg : a shank that rests further than this from there does not hang.
    """

    version: str
    projection: Polynomial
    detector: Polynomial
    hike: Polynomial
    hike_share: float
    yaw_gain: float
    rest_lean: Polynomial
    rest_tolerance_deg: float

    def turn_deg(self, features: Features) -> Floats:
        """(...): turn of the shank since rest from the upright of the pelvis at rest, internal
        positive: the hip's rotation and the pelvis' hike together.
        """
        return np.asarray(self.projection(features) + self.detector(self._seen(features)))

    def rotation_deg(self, features: Features) -> Floats:
        """(...): the hip's rotation since rest, internal positive, as far as can be told."""
        return np.asarray(self.turn_deg(features) - self.hike_share * self.hike_deg(features))

    def rest_off_deg(self, features: Features) -> Floats:
        """(...): how far outward a resting shank is of where a hanging one would be seen."""
        return np.asarray(np.degrees(features["rest_lean"]) - self.rest_lean(features))

    def hike_deg(self, features: Features) -> Floats:
        """(...): how far the pelvis has tilted since rest, positive when the leg's side rose."""
        return self.hike(self._seen(features))

    def _seen(self, features: Features) -> Features:
        return {**features, "turned": np.radians(self.projection(features))}


IDENTITY = Calibration(
    version=UNCALIBRATED,
    projection=Polynomial({"swing": 180 / np.pi}),
    detector=Polynomial({"turned": 0.0}),
    hike=Polynomial({"hips_rise": 90 / np.pi, "knees_rise": 90 / np.pi}),
    hike_share=0.0,
    yaw_gain=1.0,
    rest_lean=Polynomial({"1": 0.0}),
    rest_tolerance_deg=6.0,
)
"""The plain image angle, for a pose model that nothing is known of."""


@cache
def calibration_for(model: str) -> Calibration:
    """The calibration of a pose model; the identity for one that has none."""
    table = json.loads(files("coxa.angles").joinpath("calibration.json").read_text("utf-8"))
    entry = table["models"].get(model)
    if entry is None:
        return IDENTITY
    return Calibration(
        version=table["version"],
        projection=Polynomial(table["projection"]),
        detector=Polynomial(entry["detector"]),
        hike=Polynomial(entry["hike"]),
        hike_share=entry["hike_share"],
        yaw_gain=entry["yaw_gain"],
        rest_lean=Polynomial(entry["rest_lean"]),
        rest_tolerance_deg=entry["rest_tolerance_deg"],
    )
