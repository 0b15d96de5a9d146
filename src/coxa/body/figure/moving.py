"""An exercise as it moves: every bone over one loop, with its phases, as a page plays it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from coxa.body.figure.course import Course, Phase, loop
from coxa.body.figure.own_end import with_own_end
from coxa.body.figure.poser import pose_figure
from coxa.body.figure.posing import Posed
from coxa.body.figure.props import Prop, props
from coxa.body.figure.rest import rest
from coxa.body.figure.turns import quaternions
from coxa.body.figure.views import CameraView, views
from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Record

Place = tuple[float, float, float, float, float, float, float]
"""A bone: its joint x, y, z in metres and its world turn as a quaternion x, y, z, w."""


class Sample(Record):
    """Every bone at one instant, in the order of ``Motion.bones``."""

    at_s: float
    bones: tuple[Place, ...]


class Motion(Record):
    """One loop of an exercise. World: x to the person's left, y up, z forward; the floor at 0."""

    exercise: str
    side: Side
    duration_s: float
    bones: tuple[str, ...]
    samples: tuple[Sample, ...]
    phases: tuple[Phase, ...]
    props: tuple[Prop, ...]
    camera: CameraView
    """Where the coach's camera stands."""
    views: dict[str, CameraView]


def bone_rows(pose: Posed) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Joint and quaternion of every bone at every instant: (n, bones, 7)."""
    names = rest().bones
    return np.stack(
        [np.hstack([pose.joints[name], quaternions(pose.turns[name])]) for name in names], axis=1
    )


@lru_cache(maxsize=64)
def motion(exercise: Exercise, side: Side, own_end_deg: float | None = None) -> Motion:
    """How the figure does an exercise on one side, in true time.

    Parameters
    ----------
    exercise
        Its key poses are all that the figure knows.
    side
        The side that gets the effect.
    own_end_deg
        Hip rotation at the end pose, internal positive, in the place of the catalogue's.
    """
    course = loop(with_own_end(exercise, own_end_deg))
    return _written(exercise, side, course, pose_figure(course, side))


def _written(exercise: Exercise, side: Side, course: Course, pose: Posed) -> Motion:
    rows = np.round(bone_rows(pose), 4)
    things = props(exercise, course, pose, side)
    camera, preset = views(exercise, pose, side, things)
    return Motion(
        exercise=exercise.id,
        side=side,
        duration_s=round(float(course.at_s[-1]), 3),
        bones=rest().bones,
        samples=tuple(
            Sample(at_s=round(float(at_s), 3), bones=tuple(tuple(bone) for bone in row))
            for at_s, row in zip(course.at_s, rows.tolist(), strict=True)
        ),
        phases=course.phases,
        props=things,
        camera=camera,
        views=preset,
    )
