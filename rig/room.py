"""The floor, the wall and the stool, as plain triangles in world coordinates."""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats, Ints
from rig.scene import Room
from rig.wardrobe import linear

WALL_Z = -1.6
S = 3.4  # half the width of the room
PLAIN, WOOD, PLASTER = 0.0, 1.0, 2.0


@dataclass(frozen=True, eq=False)
class Mesh:
    """Points (n, 3), normals (n, 3), colour (n, 3) linear, pattern (n,), triangles (m, 3)."""

    points: Floats
    normals: Floats
    colour: Floats
    pattern: Floats
    triangles: Ints


def furnish(room: Room, seat_top_m: float, front_z: float, half_width_m: float = 0.36) -> Mesh:
    """The whole room with a stool whose top is at `seat_top_m` and whose front edge is at
    `front_z`.
    """
    wall, floor, stool = linear(room.wall), linear(room.floor), linear(room.stool)
    frame, metal = linear("#e8e4da"), linear("#8b8d90")
    back_z = front_z - 0.46
    w = half_width_m
    parts = [
        quad([-6, 0, 8], [6, 0, 8], [6, 0, WALL_Z], [-6, 0, WALL_Z], floor, WOOD),
        quad([-S, 0, WALL_Z], [S, 0, WALL_Z], [S, 4, WALL_Z], [-S, 4, WALL_Z], wall, PLASTER),
        quad([-S, 0, 8], [-S, 0, WALL_Z], [-S, 4, WALL_Z], [-S, 4, 8], wall * 0.9, PLASTER),
        quad([S, 0, WALL_Z], [S, 0, 8], [S, 4, 8], [S, 4, WALL_Z], wall * 0.94, PLASTER),
        box([-S, 0, WALL_Z], [S, 0.1, WALL_Z + 0.015], frame),
        box([-S, 0, WALL_Z], [-S + 0.015, 0.1, 8], frame),
        box([S - 0.015, 0, WALL_Z], [S, 0.1, 8], frame),
        box([0.85, 1.1, WALL_Z], [1.35, 1.75, WALL_Z + 0.02], linear("#5a4632")),
        box([0.89, 1.14, WALL_Z + 0.01], [1.31, 1.71, WALL_Z + 0.025], linear("#7fa3a8")),
        rounded(w, seat_top_m - 0.07, seat_top_m, back_z, front_z, stool),
    ]
    for x in (-w + 0.04, w - 0.08):
        for z in (back_z + 0.03, front_z - 0.07):
            parts.append(box([x, 0, z], [x + 0.04, seat_top_m - 0.065, z + 0.04], metal))
    return join(parts)


def quad(
    a: list[float], b: list[float], c: list[float], d: list[float], colour: Floats, pattern: float
) -> Mesh:
    """One rectangle, corners anticlockwise seen from its front."""
    p = np.array([a, b, c, d], dtype=float)
    n = np.cross(p[1] - p[0], p[3] - p[0])
    n /= np.linalg.norm(n)
    return Mesh(
        p,
        np.tile(n, (4, 1)),
        np.tile(colour, (4, 1)),
        np.full(4, pattern),
        np.array([[0, 1, 2], [0, 2, 3]]),
    )


def box(low: list[float], high: list[float], colour: Floats) -> Mesh:
    """An upright box between two corners."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    sides = [
        ([x0, y0, z1], [x1, y0, z1], [x1, y1, z1], [x0, y1, z1]),
        ([x1, y0, z0], [x0, y0, z0], [x0, y1, z0], [x1, y1, z0]),
        ([x1, y0, z1], [x1, y0, z0], [x1, y1, z0], [x1, y1, z1]),
        ([x0, y0, z0], [x0, y0, z1], [x0, y1, z1], [x0, y1, z0]),
        ([x0, y1, z1], [x1, y1, z1], [x1, y1, z0], [x0, y1, z0]),
        ([x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1]),
    ]
    return join([quad(*corners, colour, PLAIN) for corners in sides])


def rounded(half_width: float, y0: float, y1: float, z0: float, z1: float, colour: Floats) -> Mesh:
    """A cushion: a box whose front and back edges are half circles."""
    radius, middle = (y1 - y0) / 2, (y0 + y1) / 2
    turn = np.linspace(-np.pi / 2, np.pi / 2, 9)
    front = np.column_stack([middle + radius * np.sin(turn), z1 - radius + radius * np.cos(turn)])
    back = np.column_stack([middle - radius * np.sin(turn), z0 + radius - radius * np.cos(turn)])
    outline = np.concatenate([front, back])
    normal = outline - np.concatenate(
        [np.tile([middle, z1 - radius], (9, 1)), np.tile([middle, z0 + radius], (9, 1))]
    )
    n = len(outline)
    points = [[x, y, z] for x in (-half_width, half_width) for y, z in outline]
    normals = [[0, y / radius, z / radius] for _ in range(2) for y, z in normal]
    belt = [[i, n + (i + 1) % n, (i + 1) % n] for i in range(n)] + [
        [i, n + i, n + (i + 1) % n] for i in range(n)
    ]
    caps_points, caps_normals, caps = [], [], []
    for k, x in enumerate((-half_width, half_width)):
        start = 2 * n + k * n
        caps_points += [[x, y, z] for y, z in outline]
        caps_normals += [[np.sign(x), 0, 0]] * n
        caps += [[start, start + i + k, start + i + 1 - k] for i in range(1, n - 1)]
    return Mesh(
        np.array(points + caps_points, dtype=float), np.array(normals + caps_normals, dtype=float),
        np.tile(colour, (4 * n, 1)), np.zeros(4 * n), np.array(belt + caps),
    )  # fmt: skip


def join(parts: list[Mesh]) -> Mesh:
    """Several meshes as one."""
    offsets = np.cumsum([0, *(len(part.points) for part in parts)])
    return Mesh(
        np.concatenate([part.points for part in parts]),
        np.concatenate([part.normals for part in parts]),
        np.concatenate([part.colour for part in parts]),
        np.concatenate([part.pattern for part in parts]),
        np.concatenate([part.triangles + k for part, k in zip(parts, offsets, strict=False)]),
    )
