"""From what a leg shows to how far the hip has turned.

Two steps, both in ``calibration.json``:

projection
    What perspective, a camera to the side and a bent knee do to an angle in a picture: a sum of
    named products (:class:`coxa.angles.polynomial.Polynomial`), learnt from ten thousands of
    unrendered skeletons and the same for every pose model.
detector
    What the pose model does beyond that: it shortens a swing to about nine tenths, more so inward,
    and drags the knee along. And the hike, how far the pelvis has tilted since rest, which adds to
    the shank's turn one to one. Both are answers of a small committee of nets
    (:class:`coxa.angles.committee.Committee`), learnt from rendered people. Where its members
    differ, the reading's error is larger. It is heard as far as the resting body is like those
    people (:class:`coxa.angles.familiarity.Familiarity`); beyond, the projection stands alone, with
    the error of a plain angle.

The committee knows one more feature, ``turned``: the projection's result in radians.
Turn and hike vanish at rest. ``python -m rig teach`` fits it; the errors that remain on other
people stand beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coxa.angles.committee import Committee
from coxa.angles.familiarity import Familiarity
from coxa.angles.polynomial import Polynomial

Floats = NDArray[np.float64]
Features = Mapping[str, Floats]

UNCALIBRATED = "uncalibrated"
OUTPUTS = ("turn_deg", "hike_deg")
STRANGE_DOUBT_DEG = 2.2
"""About a body like none that was taught: makes the stated error at least that of a plain angle."""


@dataclass(frozen=True)
class Turn:
    """What is made of the features of some frames, each (...).

    Attributes
    ----------
    turn_deg : turn of the shank since rest from the upright of the pelvis at rest, internal
        positive: the hip's rotation and the pelvis' hike together.
    hike_deg : how far the pelvis has tilted since rest, positive when the leg's side rose.
    rotation_deg : the hip's rotation since rest, internal positive, as far as can be told.
    doubt_deg : how far the committee's members differ about the turn (standard deviation), more
        about a strange body.
    """

    turn_deg: Floats
    hike_deg: Floats
    rotation_deg: Floats
    doubt_deg: Floats


@dataclass(frozen=True)
class Calibration:
    """What was learnt for one pose model.

    Attributes
    ----------
    version : part of a reading's series.
    projection, detector, familiarity : see above; no detector for a pose model that nothing is
        known of.
    yaw_gain : true camera yaw over the yaw that the knees' sideways shift shows; the model sets
        the hips a little forward.
    hike_share : how much of a small hike that is seen is real, 0 to 1.
    rest_lean : how far outward of the body's upright the model sees a hanging shank, degrees.
    rest_tolerance_deg : a shank that rests further than this from there does not hang.
    """

    version: str
    projection: Polynomial
    detector: Committee | None
    familiarity: Familiarity | None
    hike_share: float
    yaw_gain: float
    rest_lean: Polynomial
    rest_tolerance_deg: float

    def read(self, features: Features) -> Turn:
        """How far the hip has turned since rest."""
        projected_deg = self.projection(features)
        plain_hike_deg = np.degrees(features["hips_rise"] + features["knees_rise"]) / 2
        if self.detector is None or self.familiarity is None:
            return self._turn(projected_deg, plain_hike_deg, np.zeros_like(projected_deg))
        found, differing = self.detector({**features, "turned": np.radians(projected_deg)})
        known = self.familiarity(features)
        return self._turn(
            projected_deg + known * found[..., 0],
            known * found[..., 1] + (1 - known) * plain_hike_deg,
            np.hypot(known * differing[..., 0], (1 - known) * STRANGE_DOUBT_DEG),
        )

    def rest_off_deg(self, features: Features) -> Floats:
        """(...): how far outward a resting shank is of where a hanging one would be seen."""
        return np.asarray(np.degrees(features["rest_lean"]) - self.rest_lean(features))

    def _turn(self, turn_deg: Floats, hike_deg: Floats, doubt_deg: Floats) -> Turn:
        return Turn(turn_deg, hike_deg, turn_deg - self.hike_share * hike_deg, doubt_deg)


IDENTITY = Calibration(
    version=UNCALIBRATED,
    projection=Polynomial({"swing": 180 / np.pi}),
    detector=None,
    familiarity=None,
    hike_share=0.0,
    yaw_gain=1.0,
    rest_lean=Polynomial({"1": 0.0}),
    rest_tolerance_deg=6.0,
)
"""The plain image angle, for a pose model that nothing is known of."""


@cache
def calibration_for(model: str) -> Calibration:
    """The calibration of a pose model; the identity for one that has none."""
    text = files("coxa.angles").joinpath("calibration.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    learnt = table["models"].get(model)
    if learnt is None:
        return IDENTITY
    return Calibration(
        version=table["version"],
        projection=Polynomial(table["projection"]),
        detector=Committee.from_dict(learnt["detector"]),
        familiarity=Familiarity.from_dict(learnt["familiarity"]),
        hike_share=learnt["hike_share"],
        yaw_gain=learnt["yaw_gain"],
        rest_lean=Polynomial(learnt["rest_lean"]),
        rest_tolerance_deg=learnt["rest_tolerance_deg"],
    )
