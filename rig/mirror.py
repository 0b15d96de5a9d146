"""A looking glass: where its pane stands, what it shows of the room, where an image lies."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from rig.body_data import Floats
from rig.mesh import Mesh, box, join, linear
from rig.rotations import Y, Z, about
from rig.scene import Mirror

FRAME_M, FRAME_DEEP_M = 0.05, 0.03
FRAME_COLOUR = "#6b4f35"


@dataclass(frozen=True, eq=False)
class Pane:
    """The reflecting rectangle: corners (4, 3), anticlockwise seen from its front, and normal
    (3,).
    """

    corners: Floats
    normal: Floats

    @classmethod
    def of(cls, mirror: Mirror) -> Self:
        """The pane of a declared mirror."""
        turn = about(Y, mirror.turn_deg)
        half, low, high = mirror.width_m / 2, mirror.foot_m, mirror.foot_m + mirror.height_m
        flat = np.array([[-half, low, 0], [half, low, 0], [half, high, 0], [-half, high, 0]])
        return cls(flat @ turn.T + [mirror.x_m, 0, mirror.z_m], turn @ Z)

    @property
    def plane(self) -> Floats:
        """(4,) normal and minus its distance: positive, times (x, y, z, 1), before the pane."""
        return np.append(self.normal, -self.normal @ self.corners[0])

    def reflection(self) -> Floats:
        """(4, 4) that sends a point to its image behind the pane, and an image back."""
        matrix = np.eye(4)
        matrix[:3] -= 2 * np.outer(self.normal, self.plane)
        return matrix

    def reflected(self, point: Floats) -> Floats:
        """(3,) the image of a point."""
        image: Floats = self.reflection()[:3] @ np.append(point, 1.0)
        return image


def frame(mirror: Mirror) -> Mesh:
    """The wooden frame round the pane, and the board behind it."""
    half, low, high = mirror.width_m / 2, mirror.foot_m, mirror.foot_m + mirror.height_m
    wood, f, deep = linear(FRAME_COLOUR), FRAME_M, FRAME_DEEP_M
    flat = join(
        [
            box([-half - f, low - f, -deep], [half + f, high + f, -0.002], wood * 0.7),
            box([-half - f, low - f, -deep], [half + f, low, deep / 2], wood),
            box([-half - f, high, -deep], [half + f, high + f, deep / 2], wood),
            box([-half - f, low, -deep], [-half, high, deep / 2], wood),
            box([half, low, -deep], [half + f, high, deep / 2], wood),
        ]
    )
    turn = about(Y, mirror.turn_deg)
    points = flat.points @ turn.T + [mirror.x_m, 0, mirror.z_m]
    return Mesh(points, flat.normals @ turn.T, flat.colour, flat.pattern, flat.triangles)
