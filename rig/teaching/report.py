"""What remains on people, clothes and rooms that the calibration never saw."""

import numpy as np

from coxa.angles import Calibration
from rig.body_data import Floats
from rig.teaching.examples import Examples
from rig.teaching.fit import resting_legs, seen_yaw_deg

LEVEL_PELVIS_DEG = 2.5
DOUBTFUL_PERCENTILE = 90

Row = dict[str, float]


def report(calibration: Calibration, held: Examples) -> dict[str, Row]:
    """Errors before and after, where the pelvis kept still, and of what watches the rest."""
    read = calibration.read(held.features)
    level = np.abs(held.hike_deg) < LEVEL_PELVIS_DEG
    naive_deg = np.degrees(held.features["swing"])
    rest = resting_legs(held)
    doubtful = read.doubt_deg > np.percentile(read.doubt_deg, DOUBTFUL_PERCENTILE)
    turn_error_deg = read.turn_deg - held.turn_deg
    return {
        "shank, naive": errors(naive_deg - held.turn_deg),
        "shank, calibrated": errors(turn_error_deg),
        "shank, calibrated, the tenth most in doubt": errors(turn_error_deg[doubtful]),
        "shank, calibrated, the others": errors(turn_error_deg[~doubtful]),
        "rotation, pelvis level, naive": errors((naive_deg - held.rotation_deg)[level]),
        "rotation, pelvis level, calibrated": errors(
            (read.rotation_deg - held.rotation_deg)[level]
        ),
        "pelvis hike": errors(read.hike_deg - held.hike_deg),
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
