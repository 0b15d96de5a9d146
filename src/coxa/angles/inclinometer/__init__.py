"""From a phone on the shin to hip rotation over time: by gravity, or by the gyroscope.

Rotation matrices and directions of gravity throughout, never differences of Euler angles.
"""

from coxa.angles.inclinometer.gravity import turn_by_gravity
from coxa.angles.inclinometer.gyroscope import turn_by_gyroscope, turning_deg
from coxa.angles.inclinometer.motion import ShinMotion, shin_motion
from coxa.angles.inclinometer.turn import ShinTurn

__all__ = [
    "ShinMotion",
    "ShinTurn",
    "shin_motion",
    "turn_by_gravity",
    "turn_by_gyroscope",
    "turning_deg",
]
