"""One call from the course of an exercise to every bone at every instant, for either side."""

from __future__ import annotations

import numpy as np

from coxa.body.figure.arms import put_arms
from coxa.body.figure.contact import put_down
from coxa.body.figure.course import Course
from coxa.body.figure.posing import Posed, posed
from coxa.body.figure.rest import Rest, rest
from coxa.quantities import Side

MIRROR = np.array([-1.0, 1.0, 1.0])


def pose_figure(course: Course, side: Side, body: Rest | None = None) -> Posed:
    """The whole figure, or another body, when ``side`` gets the effect."""
    body = body or rest()
    pose = put_down(body, course, posed(body, course))
    put_arms(body, course, pose)
    return pose if side is Side.LEFT else mirrored(pose)


def mirrored(pose: Posed) -> Posed:
    """The same with left and right exchanged."""

    def other(name: str) -> str:
        if name.startswith("Left"):
            return "Right" + name.removeprefix("Left")
        return "Left" + name.removeprefix("Right") if name.startswith("Right") else name

    flip = np.outer(MIRROR, MIRROR)
    return Posed(
        pose.body,
        {other(name): turns * flip for name, turns in pose.turns.items()},
        {other(name): joints * MIRROR for name, joints in pose.joints.items()},
    )
