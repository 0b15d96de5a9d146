"""The names of the body's landmarks, in the order of the pose model (BlazePose, 33 points)."""

from __future__ import annotations

from enum import IntEnum

from coxa.quantities import Side


class Landmark(IntEnum):
    """Index of a landmark in an array of shape (..., 33, ...). Sides are the person's own."""

    NOSE = 0
    LEFT_EYE_INNER = 1
    LEFT_EYE = 2
    LEFT_EYE_OUTER = 3
    RIGHT_EYE_INNER = 4
    RIGHT_EYE = 5
    RIGHT_EYE_OUTER = 6
    LEFT_EAR = 7
    RIGHT_EAR = 8
    MOUTH_LEFT = 9
    MOUTH_RIGHT = 10
    LEFT_SHOULDER = 11
    RIGHT_SHOULDER = 12
    LEFT_ELBOW = 13
    RIGHT_ELBOW = 14
    LEFT_WRIST = 15
    RIGHT_WRIST = 16
    LEFT_PINKY = 17
    RIGHT_PINKY = 18
    LEFT_INDEX = 19
    RIGHT_INDEX = 20
    LEFT_THUMB = 21
    RIGHT_THUMB = 22
    LEFT_HIP = 23
    RIGHT_HIP = 24
    LEFT_KNEE = 25
    RIGHT_KNEE = 26
    LEFT_ANKLE = 27
    RIGHT_ANKLE = 28
    LEFT_HEEL = 29
    RIGHT_HEEL = 30
    LEFT_FOOT_INDEX = 31
    RIGHT_FOOT_INDEX = 32


LANDMARK_COUNT = len(Landmark)

OTHER_SIDE = [
    Landmark[
        mark.name.replace("LEFT", "RIGHT")
        if "LEFT" in mark.name
        else mark.name.replace("RIGHT", "LEFT")
    ].value
    for mark in Landmark
]
"""For each landmark the same one of the other side."""


def landmark(side: Side, part: str) -> Landmark:
    """The landmark of a paired part, such as ``landmark(Side.LEFT, "knee")``."""
    return Landmark[f"{side.name}_{part.upper()}"]
