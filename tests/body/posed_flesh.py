"""How deep one part of the posed body is in another: measured on its surface, not on its angles.

Each bone's own skin at rest, as a radius by place along the bone and by direction round it, is the
shape that other parts must not enter. The bones' turns carry points back into that rest shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from coxa.body.figure import Posed, rest, surface
from coxa.body.figure.turns import Floats

ALONG, AROUND = 14, 16
ENDS = {"UpLeg": "Leg", "Leg": "Foot", "ForeArm": "Hand"}
# What belongs to a bone's skin though another bone carries it.
SKIN_OF = {"UpLeg": ("UpLeg", "ThighTwist"), "Leg": ("Leg",), "ForeArm": ("ForeArm",)}
# Next to a joint the skin folds: what is near it is no proof of anything.
CLEAR_OF_JOINTS = {"UpLeg": (0.35, 0.93), "Leg": (0.08, 0.93), "ForeArm": (0.15, 0.9)}


@dataclass(frozen=True, eq=False)
class Limb:
    """Radius (ALONG, AROUND) of a bone's skin, and the frame in which it is counted."""

    start: Floats
    axis: Floats
    length_m: float
    first: Floats
    second: Floats
    radius_m: Floats

    def places(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        """Place along the bone (0 to 1), direction round it (rad), distance from its axis."""
        off = points - self.start
        along = off @ self.axis / self.length_m
        x, y = off @ self.first, off @ self.second
        return along, np.arctan2(y, x), np.hypot(x, y)

    def radius_at(self, along: Floats, around: Floats) -> Floats:
        row = np.clip((along * ALONG).astype(int), 0, ALONG - 1)
        column = ((around + np.pi) / (2 * np.pi) * AROUND).astype(int) % AROUND
        found: Floats = self.radius_m[row, column]
        return found


@cache
def limb(side: str, bone: str) -> Limb:
    body = rest()
    start, end = body.joints[f"{side}{bone}"], body.joints[f"{side}{ENDS[bone]}"]
    length = float(np.linalg.norm(end - start))
    axis = (end - start) / length
    first = np.cross(axis, [0.0, 0.0, 1.0])
    first /= np.linalg.norm(first)
    empty = Limb(start, axis, length, first, np.cross(axis, first), np.zeros((ALONG, AROUND)))
    points = body.points[mainly(*(f"{side}{name}" for name in SKIN_OF[bone]))]
    along, around, away = empty.places(points)
    radius = np.zeros((ALONG, AROUND))
    inside = (along >= 0) & (along < 1)
    rows = (along[inside] * ALONG).astype(int)
    columns = ((around[inside] + np.pi) / (2 * np.pi) * AROUND).astype(int) % AROUND
    count = np.zeros_like(radius)
    np.add.at(radius, (rows, columns), away[inside])
    np.add.at(count, (rows, columns), 1)
    means = np.divide(radius, count, out=np.zeros_like(radius), where=count > 0)
    return Limb(start, axis, length, first, empty.second, means)


@cache
def mainly(*bones: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which points of the surface these bones carry more than any other."""
    body = rest()
    return np.isin(np.array(body.bones)[body.mainly], bones)


def depth_m(pose: Posed, instant: int, points: Floats, side: str, bone: str) -> float:
    """How deep the deepest of these points is under the skin of a limb; negative: how far off."""
    name, shape = f"{side}{bone}", limb(side, bone)
    at_rest = (points - pose.joints[name][instant]) @ pose.turns[name][instant] + shape.start
    along, around, away = shape.places(at_rest)
    low, high = CLEAR_OF_JOINTS[bone]
    beside = (along > low) & (along < high)
    if not beside.any():
        return -1.0
    depth = shape.radius_at(along[beside], around[beside]) - away[beside]
    return float(depth.max())


def skin(pose: Posed, instant: int) -> Floats:
    """Every point of the surface at one instant."""
    return surface(rest(), pose, instant)
