"""How pelvis and trunk of a key pose are turned in the world, in the axes of the muscle model.

World axes (ISB, Wu et al. 2002): x to where a standing person faces, y up, z to the person's right.
The same turns pose the moving figure.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure.course import TiltCourse, still
from coxa.body.figure.posing import LAID, tilted
from coxa.catalogue import KeyPose

Matrix = NDArray[np.float64]

STATURE_M = 1.70

# The figure's axes are x left, y up, z forward, and its left leg is the one that gets the effect;
# here that is the right one: z is left mirrored, x is forward.
_FROM_FIGURE = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])


def pelvis_turn(pose: KeyPose) -> Matrix:
    """How the pelvis of ``pose`` is turned in the world, when the right leg gets the effect."""
    return _turn(pose, still(pose).pelvis)


def trunk_turn(pose: KeyPose) -> Matrix:
    """How the trunk of ``pose`` is turned in the world, when the right leg gets the effect."""
    return _turn(pose, still(pose).trunk)


def _turn(pose: KeyPose, tilts: TiltCourse) -> Matrix:
    turned = LAID.get(pose.orientation, np.eye(3)) @ tilted(tilts)[0]
    there: Matrix = _FROM_FIGURE @ turned @ _FROM_FIGURE.T
    return there
