"""A room to lie or stand in: floor, three walls, a mat or a chair, and a few things about."""

import numpy as np

from rig.body_data import Floats
from rig.clutter import clutter
from rig.mesh import PLASTER, WOOD, Mesh, box, join, linear, quad
from rig.mirror import frame
from rig.positions.scene import Position
from rig.scene import Room

BACK_Z, FRONT_Z, HALF_WIDTH = -2.4, 8.0, 3.2
MAT_M = 0.012
SEAT_M, BACK_M = 0.45, 0.92


def furnish_floor(room: Room, position: Position, heading_deg: float, chair_x_m: float) -> Mesh:
    """The room; lying on a mat along the body, standing beside a chair at `chair_x_m`."""
    wall, floor = linear(room.wall), linear(room.floor)
    w, z0, z1 = HALF_WIDTH, BACK_Z, FRONT_Z
    parts = [
        quad([-6, 0, z1], [6, 0, z1], [6, 0, z0], [-6, 0, z0], floor, WOOD),
        quad([-w, 0, z0], [w, 0, z0], [w, 3, z0], [-w, 3, z0], wall, PLASTER),
        quad([-w, 0, z1], [-w, 0, z0], [-w, 3, z0], [-w, 3, z1], wall * 0.9, PLASTER),
        quad([w, 0, z0], [w, 0, z1], [w, 3, z1], [w, 3, z0], wall * 0.94, PLASTER),
        box([-w, 0, z0], [w, 0.1, z0 + 0.015], linear("#e8e4da")),
        box([-2.3, 0, z0], [-1.1, 0.72, z0 + 0.4], linear("#8a6f52")),
        box([1.2, 1.0, z0], [1.9, 1.7, z0 + 0.02], linear("#5a4632")),
        *clutter(room.clutter, z0),
        *([frame(room.mirror)] if room.mirror else []),
    ]
    if position == "standing":
        parts.append(_chair(chair_x_m, linear(room.stool)))
    else:
        parts.append(_mat(heading_deg, linear(room.stool)))
    return join(parts)


def _mat(heading_deg: float, colour: Floats) -> Mesh:
    flat = box([-0.42, 0.0, -1.0], [0.42, MAT_M, 1.0], colour)
    c, s = np.cos(np.radians(heading_deg)), np.sin(np.radians(heading_deg))
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    return Mesh(flat.points @ turn.T, flat.normals @ turn.T, flat.colour, flat.pattern,
                flat.triangles)  # fmt: skip


def _chair(x_m: float, colour: Floats) -> Mesh:
    x0, x1, z0, z1 = x_m - 0.2, x_m + 0.2, -0.2, 0.2
    parts = [
        box([x0, SEAT_M - 0.04, z0], [x1, SEAT_M, z1], colour),
        box([x0, SEAT_M + 0.25, z0], [x1, BACK_M, z0 + 0.03], colour),
    ]
    for x in (x0, x1 - 0.035):
        parts.append(box([x, 0, z0], [x + 0.035, BACK_M, z0 + 0.035], colour))
        parts.append(box([x, 0, z1 - 0.035], [x + 0.035, SEAT_M, z1], colour))
    return join(parts)
