"""From landmarks to hip rotation over time, with what the picture says about the setup."""

from coxa.angles.calibration import Calibration, calibration_for
from coxa.angles.features import Joints, rotation_features
from coxa.angles.image_angles import lean_deg, slope_deg
from coxa.angles.legs import Body, read_body
from coxa.angles.rotation import Rotation, SeatedAngles, seated_angles, seated_rotation
from coxa.angles.setup import Setup, seated_setup

__all__ = [
    "Body",
    "Calibration",
    "Joints",
    "Rotation",
    "SeatedAngles",
    "Setup",
    "calibration_for",
    "lean_deg",
    "read_body",
    "rotation_features",
    "seated_angles",
    "seated_rotation",
    "seated_setup",
    "slope_deg",
]
