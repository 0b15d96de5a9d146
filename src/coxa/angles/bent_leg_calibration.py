"""What the pose model does to a bent leg that turns, and how it is undone.

The square corner (:mod:`coxa.angles.bent_leg`) is exact for true joints; the pose model's joints
are not true. For each test, two sums of named features (:mod:`coxa.angles.bent_leg_features`)
were fitted by ``python -m rig.positions teach`` on rendered people: the turn since rest, and how
far the pelvis has tilted under it. Both stand in ``bent_leg.json`` with the errors on others.
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

from coxa.angles.polynomial import Polynomial
from coxa.quantities import Test

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class BentLegCalibration:
    """What was learnt for one test and one pose model.

    Attributes
    ----------
    version : part of a reading's series.
    turn, pelvis : degrees from named features.
    pelvis_limit_deg : an estimated tilt beyond this is refused. The estimate is drawn towards
        zero, so the true tilt is larger.
    error_sd_deg : RMSE of ``turn`` on held-out people whom that limit lets pass; the pelvis of
        three in ten of all had tilted by up to eight degrees.
    """

    version: str
    turn: Polynomial
    pelvis: Polynomial
    pelvis_limit_deg: float
    error_sd_deg: float

    def turn_deg(self, features: Mapping[str, Floats]) -> Floats:
        """(n,): rotation since rest, internal positive."""
        return self.turn(features)

    def pelvis_deg(self, features: Mapping[str, Floats]) -> Floats:
        """(n,): tilt of the pelvis since rest, positive when the leg's side rose."""
        return self.pelvis(features)


def read_by_camera(test: Test) -> bool:
    """Whether some pose model reads this test well enough to give a number."""
    return any(entry["shipped"] for entry in _table()["tests"].get(test.value, {}).values())


@cache
def bent_leg_calibration(test: Test, model: str) -> BentLegCalibration | None:
    """The calibration of a test for a pose model; ``None`` where that model cannot read it."""
    table = _table()
    entry = table["tests"].get(test.value, {}).get(model)
    if entry is None or not entry["shipped"]:
        return None
    return BentLegCalibration(
        version=table["version"],
        turn=Polynomial(entry["turn"]),
        pelvis=Polynomial(entry["pelvis"]),
        pelvis_limit_deg=entry["pelvis_limit_deg"],
        error_sd_deg=entry["held_out"]["let pass"]["rmse_deg"],
    )


@cache
def _table() -> dict[str, Any]:
    text = files("coxa.angles").joinpath("bent_leg.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
