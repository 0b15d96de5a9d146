"""The landmarks that the watcher goes by, found on the posed figure.

Arms are left out: people lay them where they like.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure import Posed, Rest, rest
from coxa.quantities import Side
from coxa.records import OTHER_SIDE, Landmark, landmark

Floats = NDArray[np.float64]

BONES = {"shoulder": "Arm", "hip": "UpLeg", "knee": "Leg", "ankle": "Foot"}
"""Landmarks that are joints."""
FOOT_PARTS = ("heel", "foot_index")
PARTS = (*BONES, *FOOT_PARTS)

MARKS: tuple[Landmark, ...] = (
    Landmark.NOSE,
    *(landmark(side, part) for part in PARTS for side in Side),
)
"""The landmarks, in the order of all arrays of this room."""

SWAPPED: tuple[int, ...] = tuple(MARKS.index(Landmark(OTHER_SIDE[mark])) for mark in MARKS)
"""For each of ``MARKS`` the place of the same one of the other side."""


class Carried(NamedTuple):
    """A point of the body at rest and the bone that carries it."""

    bone: str
    from_joint_m: Floats


@lru_cache(maxsize=1)
def carried() -> tuple[Carried, ...]:
    """Each of ``MARKS`` on the figure at rest."""
    body = rest()
    found = {Landmark.NOSE: _tip(body, "Head", "Head")}
    for side in Side:
        name = side.value.title()
        for part, bone in BONES.items():
            found[landmark(side, part)] = Carried(f"{name}{bone}", np.zeros(3))
        found[landmark(side, "heel")] = _heel(body, f"{name}Foot")
        found[landmark(side, "foot_index")] = _tip(body, f"{name}ToeBase", f"{name}ToeBase")
    return tuple(found[mark] for mark in MARKS)


def points_of(pose: Posed) -> Floats:
    """Where ``MARKS`` are at every instant of a pose: (n, marks, 3), metres."""
    found = [
        pose.joints[bone] + pose.turns[bone] @ from_joint_m for bone, from_joint_m in carried()
    ]
    return np.stack(found, axis=1)


def _surface(body: Rest, bone: str) -> Floats:
    points: Floats = body.points[body.mainly == body.bones.index(bone)]
    return points


def _tip(body: Rest, surface: str, bone: str) -> Carried:
    """The foremost point of a bone's surface."""
    points = _surface(body, surface)
    return Carried(bone, points[points[:, 2].argmax()] - body.joints[bone])


def _heel(body: Rest, bone: str) -> Carried:
    points = _surface(body, bone)
    return Carried(bone, points[points[:, 2].argmin()] - body.joints[bone])
