"""Plain triangles in world coordinates, and the simple solids that furniture is made of."""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats, Ints

PLAIN, WOOD, PLASTER, SHINING = 0.0, 1.0, 2.0, 3.0


@dataclass(frozen=True, eq=False)
class Mesh:
    """Points (n, 3), normals (n, 3), colour (n, 3) linear, pattern (n,), triangles (m, 3)."""

    points: Floats
    normals: Floats
    colour: Floats
    pattern: Floats
    triangles: Ints


def linear(colour: str) -> Floats:
    """sRGB hex to linear light (3,)."""
    s = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(s <= 0.04045, s / 12.92, ((s + 0.055) / 1.055) ** 2.4)


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
