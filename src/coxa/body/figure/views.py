"""Where to look from: before, beside and above the body, and where the coach's camera stands."""

from __future__ import annotations

import numpy as np

from coxa.body.figure.posing import Posed
from coxa.body.figure.props import Prop
from coxa.body.figure.turns import Floats, unit
from coxa.catalogue import Exercise, SeenFrom
from coxa.quantities import Side
from coxa.records import Record

Point = tuple[float, float, float]

FOV_DEG = 30.0
"""How much a view takes in, from its lower to its upper edge."""
SKIN_BEYOND_JOINTS_M = 0.17
TO_BE_SEEN = {"chair", "bench", "band"}
"""Things whose middle belongs into the picture; walls and mats may reach beyond it."""
LOOKS_DOWN, NEARLY_ABOVE = 0.22, 0.05


class CameraView(Record):
    """A camera: where it stands and what it looks at, metres."""

    position: Point
    target: Point
    fov_deg: float = FOV_DEG


def views(
    exercise: Exercise, pose: Posed, side: Side, things: tuple[Prop, ...] = ()
) -> tuple[CameraView, dict[str, CameraView]]:
    """The coach's camera, and the three views (``front``, ``side``, ``above``)."""
    middle, radius = _ball(pose, things)
    outward = 1.0 if side is Side.LEFT else -1.0
    feet = _towards_the_feet(pose)
    facing = np.array([0.0, 0.0, 1.0])
    away = radius / np.sin(np.radians(FOV_DEG / 2))
    beside = np.array([outward, 0.0, 0.0])
    front = facing if feet is None or abs(feet[2]) < 0.5 else feet
    across = beside if feet is None or abs(feet[0]) < 0.5 else feet

    def looking(way: Floats) -> CameraView:
        return _camera(middle + away * unit(way), middle)

    return coach_view(exercise, pose, side), {
        "front": looking(front + LOOKS_DOWN * _UP),
        "side": looking(across + LOOKS_DOWN * _UP),
        "above": looking(_UP + NEARLY_ABOVE * front),
    }


_UP = np.array([0.0, 1.0, 0.0])


def coach_view(exercise: Exercise, pose: Posed, side: Side) -> CameraView:
    """Where the coach's camera stands, as the catalogue says."""
    middle, _ = _ball(pose)
    outward = 1.0 if side is Side.LEFT else -1.0
    feet = _towards_the_feet(pose)
    along = np.array([0.0, 0.0, 1.0]) if feet is None else feet
    view = exercise.camera
    ways = {
        SeenFrom.FRONT: np.array([0.0, 0.0, 1.0]),
        SeenFrom.BACK: np.array([0.0, 0.0, -1.0]),
        SeenFrom.SIDE: np.array([outward, 0.0, 0.0]),
        SeenFrom.FEET: along,
        SeenFrom.HEAD: -along,
        SeenFrom.ABOVE: NEARLY_ABOVE * along,
    }
    way = _turned(ways[view.seen_from], view.turn_deg, outward, along)
    place = middle + view.distance_m * way
    place[1] = view.height_m
    return _camera(place, middle)


def _turned(way: Floats, turn_deg: float, outward: float, along: Floats) -> Floats:
    """A level way from the person, turned towards the side that gets the effect.

    A way along that side already turns to the front of who is upright and to the feet of who lies;
    one to the feet or the head of who lies on the side turns to their front.
    """
    beside = np.array([outward, 0.0, 0.0])
    if abs(way @ beside) > 0:
        beside = along if abs(along @ beside) == 0 else np.array([0.0, 0.0, 1.0])
    turn = np.radians(turn_deg)
    turned: Floats = np.cos(turn) * way + np.sin(turn) * np.linalg.norm(way) * beside
    return turned


def _ball(pose: Posed, things: tuple[Prop, ...] = ()) -> tuple[Floats, float]:
    """The middle of all that is to be seen, and how far it reaches from there."""
    ends = [np.array(thing.centre)[None] for thing in things if thing.kind in TO_BE_SEEN]
    places = np.concatenate([*pose.joints.values(), *ends])
    middle = (places.min(axis=0) + places.max(axis=0)) / 2
    reach = np.linalg.norm(places - middle, axis=1).max()
    return middle, float(reach) + SKIN_BEYOND_JOINTS_M


def _towards_the_feet(pose: Posed) -> Floats | None:
    """The level direction from head to hips of who lies; None for who is upright."""
    trunk = pose.hips_middle()[0] - pose.joints["Neck"][0]
    level = trunk * [1.0, 0.0, 1.0]
    if np.linalg.norm(level) < 0.8 * np.linalg.norm(trunk):
        return None
    axis = int(np.abs(level).argmax())
    result = np.zeros(3)
    result[axis] = np.sign(level[axis])
    return result


def _camera(position: Floats, target: Floats) -> CameraView:
    return CameraView(position=_point(position), target=_point(target))


def _point(place: Floats) -> Point:
    x, y, z = (round(float(value), 4) for value in place)
    return x, y, z
