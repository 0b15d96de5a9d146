"""What remains on people, clothes and rooms that the calibration never saw."""

import numpy as np

from coxa.angles import Calibration
from rig.body_data import Floats
from rig.teaching.examples import Examples
from rig.teaching.fit import resting_legs, seen_yaw_deg

LEVEL_PELVIS_DEG = 2.5

Row = dict[str, float]


def report(calibration: Calibration, held: Examples) -> dict[str, Row]:
    """Errors before and after, where the pelvis kept still, and of what watches the rest."""
    turn_deg = calibration.turn_deg(held.features)
    level = np.abs(held.hike_deg) < LEVEL_PELVIS_DEG
    naive_deg = np.degrees(held.features["swing"])
    rest = resting_legs(held)
    corrected_deg = calibration.rotation_deg(held.features)
    return {
        "shank, naive": errors(naive_deg - held.turn_deg),
        "shank, calibrated": errors(turn_deg - held.turn_deg),
        "rotation, pelvis level, naive": errors((naive_deg - held.rotation_deg)[level]),
        "rotation, pelvis level, calibrated": errors((corrected_deg - held.rotation_deg)[level]),
        "pelvis hike": errors(calibration.hike_deg(held.features) - held.hike_deg),
        "camera yaw": errors(calibration.yaw_gain * seen_yaw_deg(held) - held.yaw_deg),
        "lean of a hanging shank": errors(
            np.degrees(rest["rest_lean"]) - calibration.rest_lean(rest)
        ),
    }


def errors(error_deg: Floats) -> Row:
    """Count, MAE, RMSE, P95, worst and bias of (n,) errors."""
    size = np.abs(error_deg)
    return {
        "n": len(error_deg),
        "mae_deg": round(float(size.mean()), 2),
        "rmse_deg": round(float(np.sqrt((error_deg**2).mean())), 2),
        "p95_deg": round(float(np.percentile(size, 95)), 2),
        "worst_deg": round(float(size.max()), 1),
        "bias_deg": round(float(error_deg.mean()), 2),
    }
