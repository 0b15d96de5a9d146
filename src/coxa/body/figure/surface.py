"""Where the surface is once the bones are: linear blending, exactly as the browser draws it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from coxa.body.figure.posing import Posed
from coxa.body.figure.rest import BODIES_KEPT, EVERY_POINT, Rest, rest
from coxa.body.figure.turns import Floats, moved


@dataclass(frozen=True, eq=False)
class Sampled:
    """Some of the surface's points, ready to ask how high each is: (points, bones * 4)."""

    height: Floats
    mainly: NDArray[np.str_]

    def on(self, *bones: str) -> NDArray[np.bool_]:
        """Which points these bones carry (names of one side or of both)."""
        sided = [f"{side}{bone}" for side in ("Left", "Right") for bone in bones]
        return np.isin(self.mainly, [*bones, *sided])

    def side(self, side: str, *bones: str) -> NDArray[np.bool_]:
        """Which points these bones of one side carry."""
        return np.isin(self.mainly, [f"{side}{bone}" for bone in bones])


def sampled(body: Rest | None = None) -> Sampled:
    """The points that are looked at to find what touches the floor, of the figure or of a body."""
    return _sampled(body or rest())


@lru_cache(maxsize=BODIES_KEPT)
def _sampled(body: Rest) -> Sampled:
    picked = np.arange(0, len(body.points), EVERY_POINT)
    points = np.column_stack([body.points[picked], np.ones(len(picked))])
    height = body.weights[picked][:, :, None] * points[:, None, :]
    names = np.array(body.bones)[body.mainly[picked]]
    return Sampled(height.reshape(len(picked), -1), names)


def heights(pose: Posed, chosen: NDArray[np.bool_] | None = None) -> Floats:
    """Height of the sampled points (n, points), m; bones not posed yet do not count."""
    body, points = pose.body, sampled(pose.body)
    rows = np.zeros((len(pose.pelvis), len(body.bones), 4))
    for k, name in enumerate(body.bones):
        if name in pose.turns:
            rows[:, k, :3] = pose.turns[name][:, 1]
            rows[:, k, 3] = (pose.joints[name] - moved(pose.turns[name], body.joints[name]))[:, 1]
    wanted = points.height if chosen is None else points.height[chosen]
    found: Floats = rows.reshape(len(rows), -1) @ wanted.T
    return found


def surface(body: Rest, pose: Posed, instant: int) -> Floats:
    """Every point of the surface (points, 3) at one instant, m."""
    affine = np.zeros((len(body.bones), 12))
    for k, name in enumerate(body.bones):
        turn = pose.turns[name][instant]
        affine[k, :9] = turn.ravel()
        affine[k, 9:] = pose.joints[name][instant] - turn @ body.joints[name]
    matrix = body.weights @ affine
    turned = np.einsum("nij,nj->ni", matrix[:, :9].reshape(-1, 3, 3), body.points)
    points: Floats = turned + matrix[:, 9:]
    return points
