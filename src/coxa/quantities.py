"""Sides, directions, tests, devices, units, and the one table of signs.

Angles are degrees. Internal rotation is positive, external rotation negative, on both sides
(ISB recommendation, Wu et al. 2002; the same sign OpenSim gives ``hip_rotation``). With the knee
bent, internal rotation carries the *foot outward*, away from the other leg.
"""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """A side of the person's own body, never of the picture."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Direction(StrEnum):
    """The two directions in which a thigh turns about its own length."""

    INTERNAL = "internal"
    EXTERNAL = "external"

    @property
    def sign(self) -> int:
        """+1 for internal, -1 for external."""
        return 1 if self is Direction.INTERNAL else -1


class Mode(StrEnum):
    """Who moves the leg: the person's own muscles, or a hand or strap."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Device(StrEnum):
    """What took a reading. Readings of two devices are never compared."""

    CAMERA = "camera"
    PHONE = "phone"
    GONIOMETER = "goniometer"
    INCLINOMETER = "inclinometer"
    OTHER = "other"
    """Another instrument; its name is part of the series' method."""


class Test(StrEnum):
    """The rotation tests, by the position that they are done in."""

    __test__ = False  # not a pytest class

    SEATED = "seated-rotation"
    PRONE = "prone-rotation"
    SUPINE_90_90 = "supine-90-90-rotation"
    STANDING = "standing-rotation"


class View(StrEnum):
    """Where the camera stands, looking at the person."""

    FRONT = "front"
    HEAD = "head"
    FEET = "feet"


# How the ankle moves in an unmirrored picture, relative to the knee, when the hip turns inward:
# +1 to the right edge of the picture, -1 to the left. So rotation = sign x lateral image angle.
# Every row is derived again from three-dimensional rotations in tests/test_quantities.py.
ANKLE_SIGN: dict[tuple[Test, View, Side], int] = {
    (Test.SEATED, View.FRONT, Side.RIGHT): -1,
    (Test.SEATED, View.FRONT, Side.LEFT): +1,
    (Test.PRONE, View.HEAD, Side.RIGHT): -1,
    (Test.PRONE, View.HEAD, Side.LEFT): +1,
    (Test.SUPINE_90_90, View.FEET, Side.RIGHT): -1,
    (Test.SUPINE_90_90, View.FEET, Side.LEFT): +1,
    (Test.SUPINE_90_90, View.HEAD, Side.RIGHT): +1,
    (Test.SUPINE_90_90, View.HEAD, Side.LEFT): -1,
    (Test.STANDING, View.FRONT, Side.RIGHT): -1,
    (Test.STANDING, View.FRONT, Side.LEFT): +1,
}

MAX_HOLD_S = 120.0
"""No end-range hold longer than this can be expressed, stored or coached."""

MAX_ROTATION_DEG = 90.0
"""No hip turns further; a larger reading is a slip of the pen or of the instrument."""
