"""A rig's body as the figure's kinematics takes it, and where a pose net's landmarks are on it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from coxa.body.figure import Posed, Rest
from coxa.quantities import Side
from coxa.records import Landmark, landmark
from rig.body_data import Floats
from rig.scene import Body
from rig.skeleton import BONES, Figure, figure
from rig.skin import PARENT
from rig.wardrobe import BODY_VERTICES, triangles_of

MIRROR = np.array([-1.0, 1.0, 1.0])
JOINTS = {
    "shoulder": "Arm", "elbow": "ForeArm", "wrist": "Hand",
    "hip": "UpLeg", "knee": "Leg", "ankle": "Foot",
}  # fmt: skip
"""Landmarks that are joint centres."""


@lru_cache(maxsize=16)
def even_figure(body: Body) -> Figure:
    """The standing figure; left and right joints are made mirror images."""
    shaped = figure(body)
    joints = {name: (at + shaped.joints[_other(name)] * MIRROR) / 2
              for name, at in shaped.joints.items()}  # fmt: skip
    return replace(shaped, joints=joints)


@lru_cache(maxsize=16)
def rest_of(body: Body) -> Rest:
    """The body as ``pose_figure`` takes it, undressed."""
    shaped = even_figure(body)
    return Rest(
        bones=BONES,
        parents=tuple(BONES.index(PARENT[name]) if name in PARENT else -1 for name in BONES),
        joints=shaped.joints,
        points=shaped.vertices[:BODY_VERTICES],
        weights=shaped.weights[:BODY_VERTICES],
        colours=np.full((BODY_VERTICES, 3), 0.5),
        triangles=triangles_of("body"),
    )


class Carried(NamedTuple):
    """A point of the body at rest and the bone that carries it."""

    bone: str
    from_joint_m: Floats


@lru_cache(maxsize=16)
def carried(body: Rest) -> dict[Landmark, Carried]:
    """The landmarks on a body at rest: joint centres, tip of the nose, heels and toes."""
    found = {Landmark.NOSE: _furthest(body, "Head", 1)}
    for side in Side:
        name = side.value.title()
        for part, bone in JOINTS.items():
            found[landmark(side, part)] = Carried(f"{name}{bone}", np.zeros(3))
        found[landmark(side, "heel")] = _furthest(body, f"{name}Foot", -1)
        found[landmark(side, "foot_index")] = _furthest(body, f"{name}ToeBase", 1)
    return found


def landmarks_m(pose: Posed) -> dict[Landmark, Floats]:
    """Where the landmarks are at every instant of a pose (n, 3)."""
    return {
        mark: pose.joints[bone] + pose.turns[bone] @ from_joint_m
        for mark, (bone, from_joint_m) in carried(pose.body).items()
    }


def _furthest(body: Rest, bone: str, forward: int) -> Carried:
    points = body.points[body.mainly == body.bones.index(bone)]
    tip = points[(forward * points[:, 2]).argmax()]
    return Carried(bone, tip - body.joints[bone])


def _other(name: str) -> str:
    if name.startswith("Left"):
        return "Right" + name.removeprefix("Left")
    return "Left" + name.removeprefix("Right") if name.startswith("Right") else name
