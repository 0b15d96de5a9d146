"""How somebody gets from standing into a start pose and out of it: rough, but plausible.

A few stills lie on the way (a squat, sitting on the floor, kneeling), each joint turns from one to
the next, and whatever is lowest stays on the floor.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure import Posed, Rest, pose_figure, still
from coxa.body.figure.surface import heights, sampled
from coxa.body.figure.turns import Y, Z, about_y, moved, quaternions
from coxa.catalogue import HandPlace, KeyPose, LegAngles, Orientation, Tilts
from coxa.quantities import Side
from rig.body_data import Floats
from rig.skin import PARENT

ARMS = ("Arm", "ForeArm", "Hand")
STRIDE_DEG, STEPS_PER_M = 22.0, 1.5
"""How far a thigh swings in walking."""


def _pose(
    orientation: Orientation, flexion: float, knee: float, tilt: float = 0.0, apart: float = 5.0
) -> KeyPose:
    leg = LegAngles(hip_flexion_deg=flexion, hip_adduction_deg=-apart, knee_flexion_deg=knee)
    hands = HandPlace.HANGING if orientation is Orientation.STANDING else None
    return KeyPose(id="way", orientation=orientation, effect_leg=leg, other_leg=leg, hands=hands,
                   pelvis=Tilts(tilt_deg=tilt), trunk=Tilts(tilt_deg=tilt), move_s=1,
                   hold_s=0)  # fmt: skip


STANDING = _pose(Orientation.STANDING, 0, 0)
SQUAT = _pose(Orientation.STANDING, 118, 125, 38, 12)
FLOOR_SITTING = _pose(Orientation.FLOOR_SITTING, 107, 85, -30, 12)
KNEELING = _pose(Orientation.KNEELING, 0, 90)
QUADRUPED = _pose(Orientation.QUADRUPED, 90, 90)

FROM_STANDING: dict[Orientation, tuple[KeyPose, ...]] = {
    Orientation.STANDING: (STANDING,),
    Orientation.SITTING: (STANDING,),
    Orientation.FLOOR_SITTING: (SQUAT, STANDING),
    Orientation.SUPINE: (FLOOR_SITTING, SQUAT, STANDING),
    Orientation.SIDE_LYING: (FLOOR_SITTING, SQUAT, STANDING),
    Orientation.PRONE: (QUADRUPED, KNEELING, STANDING),
    Orientation.QUADRUPED: (KNEELING, STANDING),
    Orientation.KNEELING: (STANDING,),
}
"""What lies between a start pose and standing, the nearest first."""

BEFORE_SEAT_M = 0.42


def coming(
    orientation: Orientation, doing: Posed, away: Floats, aside_m: Floats, side: Side
) -> Posed:
    """The body in the exercise where ``away`` (n,) is 0, standing where it is 1, else between.

    ``aside_m`` (n, 3) is how far from its place it stands then, on the level.
    """
    body, n = doing.body, len(away)
    way = [doing, *(_placed(body, pose, doing, orientation, side, n)
                    for pose in FROM_STANDING[orientation])]  # fmt: skip
    last = len(way) - 1
    way[last] = _walking(way[last], aside_m)
    place = np.clip(away, 0, 1) * last
    low = np.clip(np.floor(place).astype(int), 0, last - 1)
    part = place - low
    made = Posed(body, {}, {})
    rows = np.arange(n)
    for bone in body.bones:
        stacked = np.stack([quaternions(pose.turns[bone]) for pose in way])
        made.turns[bone] = _turns(_slerp(stacked[low, rows], stacked[low + 1, rows], part))
    middles = np.stack([pose.hips_middle() for pose in way])
    middle = (1 - part[:, None]) * middles[low, rows] + part[:, None] * middles[low + 1, rows]
    _chain(body, made, middle)
    lowest = np.stack([_lowest(pose) for pose in way])
    wanted = (1 - part) * lowest[low, rows] + part * lowest[low + 1, rows]
    raised = made.shifted((wanted - _lowest(made))[:, None] * Y)
    return _only_where(away > 0, raised, doing)


def turned(pose: Posed, heading_deg: float, middle: Floats) -> Posed:
    """The whole body turned about the vertical through a point (3,)."""
    turn = about_y(heading_deg)
    there = [moved(np.repeat(turn, len(at), 0), at - middle) + middle for at in
             pose.joints.values()]  # fmt: skip
    return Posed(
        pose.body,
        {name: turn @ held for name, held in pose.turns.items()},
        dict(zip(pose.joints, there, strict=True)),
    )


def _placed(
    body: Rest, pose: KeyPose, doing: Posed, orientation: Orientation, side: Side, count: int
) -> Posed:
    """A still where the exercise is done, at every instant."""
    posed = pose_figure(still(pose), side, body)
    before = BEFORE_SEAT_M if orientation is Orientation.SITTING else 0.0
    shift = doing.hips_middle()[:1] - posed.hips_middle() + before * Z
    shift[:, 1] = 0.0
    there = posed.shifted(shift)
    return Posed(
        body,
        {name: np.repeat(turn, count, 0) for name, turn in there.turns.items()},
        {name: np.repeat(at, count, 0) for name, at in there.joints.items()},
    )


def _walking(standing: Posed, aside_m: Floats) -> Posed:
    """Legs swing and the body faces where it goes, where it is not in its place."""
    goes = np.gradient(aside_m, axis=0)
    stepping = np.linalg.norm(goes, axis=1) > 1e-6
    facing = about_y(np.where(stepping, np.degrees(np.arctan2(goes[:, 0], goes[:, 2])), 0.0))
    phase = np.pi * STEPS_PER_M * np.linalg.norm(aside_m, axis=1)
    count = len(aside_m)
    made = Posed(standing.body, {}, {})
    for name, turn in standing.turns.items():
        swing = np.zeros(count)
        if any(part in name for part in ("UpLeg", "ThighTwist", "Leg", "Foot", "Toe")):
            sign = 1.0 if name.startswith("Left") else -1.0
            swing = sign * STRIDE_DEG * np.sin(phase) * stepping
            if "UpLeg" not in name and "ThighTwist" not in name:
                swing = swing - STRIDE_DEG * (1 - sign * np.cos(phase)) / 2 * stepping
        pitch = np.deg2rad(-swing)
        about_x = np.tile(np.eye(3), (count, 1, 1))
        about_x[:, 1, 1] = about_x[:, 2, 2] = np.cos(pitch)
        about_x[:, 2, 1], about_x[:, 1, 2] = np.sin(pitch), -np.sin(pitch)
        made.turns[name] = facing @ about_x @ turn
    _chain(standing.body, made, standing.hips_middle() + aside_m)
    return made.shifted(-_lowest(made)[:, None] * Y)


def _chain(body: Rest, made: Posed, middle: Floats) -> None:
    """Joints from turns, the middle of the hips there."""
    hips_middle = (body.joints["LeftUpLeg"] + body.joints["RightUpLeg"]) / 2
    made.joints["Hips"] = middle + moved(made.turns["Hips"], body.joints["Hips"] - hips_middle)

    def put(bone: str) -> None:
        if bone in made.joints:
            return
        parent = PARENT[bone]
        put(parent)
        along = body.joints[bone] - body.joints[parent]
        made.joints[bone] = made.joints[parent] + moved(made.turns[parent], along)

    for bone in body.bones:
        put(bone)


def _lowest(pose: Posed) -> Floats:
    lowest: Floats = heights(pose, ~sampled(pose.body).on(*ARMS)).min(axis=1)
    return lowest


def _only_where(chosen: NDArray[np.bool_], then: Posed, otherwise: Posed) -> Posed:
    return Posed(
        then.body,
        {name: np.where(chosen[:, None, None], then.turns[name], otherwise.turns[name])
         for name in then.turns},
        {name: np.where(chosen[:, None], then.joints[name], otherwise.joints[name])
         for name in then.joints},
    )  # fmt: skip


def _slerp(a: Floats, b: Floats, part: Floats) -> Floats:
    """Quaternions (n, 4) on the shorter way from one to another."""
    cosine = np.sum(a * b, axis=1)
    b = np.where(cosine[:, None] < 0, -b, b)
    angle = np.arccos(np.clip(np.abs(cosine), 0, 1))
    near = angle < 1e-4
    sine = np.where(near, 1.0, np.sin(angle))
    first = np.where(near, 1 - part, np.sin((1 - part) * angle) / sine)
    second = np.where(near, part, np.sin(part * angle) / sine)
    mixed = first[:, None] * a + second[:, None] * b
    made: Floats = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return made


def _turns(q: Floats) -> Floats:
    """Rotation matrices (n, 3, 3) of unit quaternions x, y, z, w."""
    x, y, z, w = q.T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), -1, 0)
