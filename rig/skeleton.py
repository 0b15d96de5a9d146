"""Joint centres and skin weights of a shaped body (Mixamo rig, fingers merged, thighs split for
twist).
"""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np

from rig.body_data import Floats, groups, read_json
from rig.scene import SIDES, Body
from rig.shape import rest_vertices

PREFIX = "mixamorig:"
FINGERS = ("Index", "Middle", "Ring", "Pinky", "Thumb")
# The skin next to the hip follows the pelvis when the femur turns, the skin next to the knee
# follows the femur.
# So each thigh has two bones, one turning by PROXIMAL_TWIST of the rotation, one by all of it.
PROXIMAL_TWIST = 0.15
BONES = (
    "Hips", "Spine", "Spine1", "Spine2", "Neck", "Head",
    "LeftShoulder", "LeftArm", "LeftForeArm", "LeftHand",
    "RightShoulder", "RightArm", "RightForeArm", "RightHand",
    "LeftUpLeg", "LeftLeg", "LeftFoot", "LeftToeBase",
    "RightUpLeg", "RightLeg", "RightFoot", "RightToeBase",
    "LeftThighTwist", "RightThighTwist",
)  # fmt: skip
INDEX = {name: i for i, name in enumerate(BONES)}
LANDMARKS = {
    "hip": "UpLeg",
    "knee": "Leg",
    "ankle": "Foot",
    "toe": "ToeBase",
    "shoulder": "Arm",
    "elbow": "ForeArm",
}


@dataclass(frozen=True, eq=False)
class Figure:
    """A body at rest: vertices (n, 3) m, joint centres by bone name, skin weights (n, bones)."""

    vertices: Floats
    joints: dict[str, Floats]
    weights: Floats

    def bone_length(self, upper: str, lower: str) -> float:
        """Distance between two joint centres, m."""
        return float(np.linalg.norm(self.joints[lower] - self.joints[upper]))


@functools.lru_cache(maxsize=64)
def figure(body: Body) -> Figure:
    """The standing figure of a body."""
    vertices = rest_vertices(body)
    joints = _joints(vertices)
    return Figure(vertices, joints, _split_thighs(_weights(len(vertices)), vertices, joints))


def _joints(vertices: Floats) -> dict[str, Floats]:
    bones: dict[str, Any] = read_json("rigs/standard/rig.mixamo.json")["bones"]
    joints = {}
    for name in BONES:
        if "Twist" in name:
            continue
        head = bones[PREFIX + name]["head"]
        members = (
            groups()[head["cube_name"]] if head["strategy"] == "CUBE" else head["vertex_indices"]
        )
        joints[name] = vertices[members].mean(axis=0)
    for side in ("Left", "Right"):
        joints[f"{side}ThighTwist"] = joints[f"{side}UpLeg"]
    return joints


@functools.cache
def _weights(count: int) -> Floats:
    """Skin weights (n, bones), rows summing to one, fingers counted as the hand."""
    table: dict[str, list[list[float]]] = read_json("rigs/standard/weights.mixamo.json")["weights"]
    weights = np.zeros((count, len(BONES)))
    for bone, pairs in table.items():
        name = bone.removeprefix(PREFIX)
        for finger in FINGERS:
            name = name.split(finger)[0]
        if not pairs:
            continue
        array = np.array(pairs)
        np.add.at(weights[:, INDEX[name]], array[:, 0].astype(np.int64), array[:, 1])
    # The eyes carry stray weights in the data; they are part of the head.
    eyes = np.concatenate([groups()["helper-l-eye"], groups()["helper-r-eye"]])
    weights[eyes] = 0.0
    weights[eyes, INDEX["Head"]] = 1.0
    total = weights.sum(axis=1, keepdims=True)
    result: Floats = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return result


def _split_thighs(weights: Floats, vertices: Floats, joints: dict[str, Floats]) -> Floats:
    """Share each thigh's weight between its proximal and its distal bone, by the place along the
    femur.
    """
    split = weights.copy()
    for side in SIDES:
        thigh, twist = INDEX[f"{side.title()}UpLeg"], INDEX[f"{side.title()}ThighTwist"]
        along = np.clip(
            along_segment(vertices, joints[f"{side.title()}UpLeg"], joints[f"{side.title()}Leg"]),
            0,
            1,
        )
        split[:, twist] = weights[:, thigh] * (1 - along)
        split[:, thigh] = weights[:, thigh] * along
    return split


def along_segment(points: Floats, start: Floats, end: Floats) -> Floats:
    """Where points (n, 3) project on the line start→end: 0 at the start, 1 at the end."""
    axis = end - start
    result: Floats = (points - start) @ axis / (axis @ axis)
    return result
