"""From landmarks to hip rotation over time, with what the picture says about the setup."""

from coxa.angles.bent_leg import BentLeg, bent_leg
from coxa.angles.bent_leg_calibration import (
    BentLegCalibration,
    bent_leg_calibration,
    read_by_camera,
)
from coxa.angles.bent_leg_features import bent_leg_features
from coxa.angles.both_ways import MAX_APART_S
from coxa.angles.calibration import Calibration, calibration_for
from coxa.angles.committee import Committee
from coxa.angles.details import leg_features
from coxa.angles.features import rotation_features
from coxa.angles.frame import Joints
from coxa.angles.image_angles import lean_deg, slope_deg
from coxa.angles.inclinometer import (
    ShinMotion,
    ShinTurn,
    shin_motion,
    turn_by_gravity,
    turn_by_gyroscope,
    turning_deg,
)
from coxa.angles.legs import FRAME_MARGIN, Body, read_body
from coxa.angles.rotation import Rotation, SeatedAngles, seated_angles, seated_rotation
from coxa.angles.setup import Setup, seated_setup

__all__ = [
    "FRAME_MARGIN",
    "MAX_APART_S",
    "BentLeg",
    "BentLegCalibration",
    "Body",
    "Calibration",
    "Committee",
    "Joints",
    "Rotation",
    "SeatedAngles",
    "Setup",
    "ShinMotion",
    "ShinTurn",
    "bent_leg",
    "bent_leg_calibration",
    "bent_leg_features",
    "calibration_for",
    "lean_deg",
    "leg_features",
    "read_body",
    "read_by_camera",
    "rotation_features",
    "seated_angles",
    "seated_rotation",
    "seated_setup",
    "shin_motion",
    "slope_deg",
    "turn_by_gravity",
    "turn_by_gyroscope",
    "turning_deg",
]
