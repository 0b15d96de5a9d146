"""What the body sits, lies or pulls on, as the rig's triangles."""

from __future__ import annotations

import numpy as np

from coxa.body.figure.props import Prop
from rig.body_data import Floats
from rig.mesh import PLAIN, PLASTER, Mesh, box, linear, quad
from rig.rotations import Y, about
from rig.scene import Room

LEG_M, BACKREST_M, BAND_M = 0.035, 0.16, 0.035
MAT_M = 0.004
"""A mat's upper face; lower than the figure's floor a wooden floor would cover it."""


def mesh_of(thing: Prop, room: Room, pulled_at: Floats | None = None) -> list[Mesh]:
    """A thing's pieces; ``pulled_at`` (3,) is the joint that pulls a band."""
    centre, size = np.array(thing.centre), np.array(thing.size)
    fabric = linear(room.stool)
    if thing.kind in ("chair", "bench"):
        return _chair(thing, centre, size, fabric)
    if thing.kind == "wall":
        return [turned(_block(centre, size, linear(room.wall) * 0.96, PLASTER), thing.yaw_deg,
                       centre)]  # fmt: skip
    if thing.kind == "mat":
        return [_block(np.array([centre[0], MAT_M / 2, centre[2]]),
                       np.array([size[0], MAT_M, size[2]]), fabric)]  # fmt: skip
    if thing.kind in ("towel", "pillow"):
        return [_block(centre, size, linear("#a89f90"))]
    if thing.kind == "band" and pulled_at is not None:
        return [_strip(pulled_at, centre)]
    return []


def turned(mesh: Mesh, yaw_deg: float, middle: Floats) -> Mesh:
    """A mesh turned about the vertical through a point."""
    turn = about(Y, yaw_deg)
    return Mesh((mesh.points - middle) @ turn.T + middle, mesh.normals @ turn.T, mesh.colour,
                mesh.pattern, mesh.triangles)  # fmt: skip


def _block(centre: Floats, size: Floats, colour: Floats, pattern: float = PLAIN) -> Mesh:
    made = box(list(centre - size / 2), list(centre + size / 2), colour)
    return Mesh(made.points, made.normals, made.colour, np.full(len(made.points), pattern),
                made.triangles)  # fmt: skip


def _chair(thing: Prop, top: Floats, size: Floats, colour: Floats) -> list[Mesh]:
    """Seat, legs and a backrest on the side of -z."""
    width, thick, depth = size
    back_z = top[2] - depth / 2 + LEG_M / 2
    parts = [_block(top - [0, thick / 2, 0], size, colour)]
    for x in (top[0] - width / 2 + LEG_M / 2, top[0] + width / 2 - LEG_M / 2):
        for z, height in ((top[2] + depth / 2 - LEG_M / 2, top[1] - thick),
                          (back_z, thing.back_m or top[1] - thick)):  # fmt: skip
            post = np.array([LEG_M, height, LEG_M])
            parts.append(_block(np.array([x, height / 2, z]), post, colour * 0.7))
    if thing.back_m:
        middle = np.array([top[0], thing.back_m - BACKREST_M / 2, back_z])
        parts.append(_block(middle, np.array([width, BACKREST_M, 0.7 * LEG_M]), colour))
    return parts


def _strip(start: Floats, end: Floats) -> Mesh:
    """A flat band, seen from both sides."""
    edge = np.array([0.0, BAND_M / 2, 0.0])
    a, b, c, d = (list(at) for at in (start - edge, end - edge, end + edge, start + edge))
    front = quad(a, b, c, d, linear("#c07a1f"), PLAIN)
    both = np.concatenate([front.triangles, front.triangles[:, ::-1]])
    return Mesh(front.points, front.normals, front.colour, front.pattern, both)
