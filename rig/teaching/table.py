"""The calibration as the data file that coxa ships."""

import json
import re
from pathlib import Path
from typing import Any

from coxa.pose import Model
from rig.teaching.examples import learn
from rig.teaching.fit import fit_model, fit_projection
from rig.teaching.report import report

DIGITS = 4
INNERMOST = re.compile(r"\[[^\[\]{}]*\]")


def written(table: dict[str, Any]) -> str:
    """The table as it is committed: JSON with every row of numbers on a line of its own."""
    text = json.dumps(table, indent=1)
    return INNERMOST.sub(lambda row: re.sub(r"\s+", " ", row.group(0)), text) + "\n"


def teach(
    fit_folder: Path, held_folder: Path, models: tuple[Model, ...], version: str
) -> dict[str, Any]:
    """The table of `src/coxa/angles/calibration.json`: coefficients, and the held-out errors of
    each model beside them.
    """
    projection = fit_projection()
    table: dict[str, Any] = {
        "version": version,
        "made_by": [
            "python -m rig ground GROUND",
            f"python -m rig teach GROUND/stills/fit GROUND/stills/held --version {version}",
        ],
        "projection": dict(projection.coefficients),
        "models": {},
    }
    for model in models:
        fit, held = learn(fit_folder, model), learn(held_folder, model)
        calibration = fit_model(projection, fit, version)
        assert calibration.detector is not None
        assert calibration.familiarity is not None
        table["models"][f"blazepose-{model}"] = {
            "detector": calibration.detector.to_dict(DIGITS),
            "familiarity": calibration.familiarity.to_dict(),
            "hike_share": calibration.hike_share,
            "yaw_gain": calibration.yaw_gain,
            "rest_lean": dict(calibration.rest_lean.coefficients),
            "rest_tolerance_deg": calibration.rest_tolerance_deg,
            "taught_on": {"stills": len(fit.turn_deg), "people": len(set(fit.people))},
            "held_out_people": len(set(held.people)),
            "held_out": report(calibration, held),
        }
    return table
