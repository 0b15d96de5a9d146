"""The sign table, derived a second time from three-dimensional rotations."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from coxa.quantities import ANKLE_SIGN, Direction, Side, Test, View

Vector = NDArray[np.float64]
UP = np.array([0.0, 0.0, 1.0])
FEET_TO_HEAD = np.array([0.0, 1.0, 0.0])

# For each test: where the face looks, where the head lies, where thigh (from the hip) and shank
# (from the knee) point before the hip turns.
POSES = {
    Test.SEATED: (FEET_TO_HEAD, UP, FEET_TO_HEAD, -UP),
    Test.PRONE: (-UP, FEET_TO_HEAD, -FEET_TO_HEAD, UP),
    Test.SUPINE_90_90: (UP, FEET_TO_HEAD, UP, -FEET_TO_HEAD),
    Test.STANDING: (FEET_TO_HEAD, UP, FEET_TO_HEAD, -UP),
}
# Where the camera looks.
GAZES = {
    (Test.SEATED, View.FRONT): -FEET_TO_HEAD,
    (Test.PRONE, View.HEAD): -FEET_TO_HEAD,
    (Test.SUPINE_90_90, View.FEET): FEET_TO_HEAD,
    (Test.SUPINE_90_90, View.HEAD): -FEET_TO_HEAD,
    (Test.STANDING, View.FRONT): -FEET_TO_HEAD,
}


def turned(vector: Vector, axis: Vector, angle_deg: float) -> Vector:
    """Rodrigues' rotation."""
    a = np.radians(angle_deg)
    across: Vector = np.cross(axis, vector)
    along: Vector = axis * float(axis @ vector)
    return np.asarray(vector * np.cos(a) + across * np.sin(a) + along * (1 - np.cos(a)))


@pytest.mark.parametrize("looking_down_deg", [0.0, 35.0, 50.0])
@pytest.mark.parametrize(("test", "view", "side"), list(ANKLE_SIGN))
def test_internal_rotation_moves_the_ankle_where_the_table_says(
    test: Test, view: View, side: Side, looking_down_deg: float
) -> None:
    face, head, thigh, shank = POSES[test]
    persons_right = np.cross(face, head)
    # ISB: internal rotation is positive about the femur's upward axis (knee to hip) on the
    # right; the left is its mirror image.
    sense = 1.0 if side is Side.RIGHT else -1.0
    ankle = turned(shank, -thigh, sense * 20.0)
    outward = persons_right if side is Side.RIGHT else -persons_right
    assert ankle @ outward > 0, "with the knee bent, internal rotation carries the foot outward"
    level = GAZES[test, view]
    gaze = turned(level, np.cross(level, UP), -looking_down_deg)
    assert gaze @ UP <= 0, "the camera looks level or down"
    right_edge = np.cross(gaze, UP)
    assert np.sign((ankle - shank) @ right_edge) == ANKLE_SIGN[test, view, side]


def test_every_view_has_both_sides_and_they_mirror_each_other() -> None:
    for (test, view, side), sign in ANKLE_SIGN.items():
        assert ANKLE_SIGN[test, view, side.other] == -sign


def test_internal_is_positive() -> None:
    assert (Direction.INTERNAL.sign, Direction.EXTERNAL.sign) == (1, -1)
