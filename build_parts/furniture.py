"""The things round the figure as triangles, for the still pictures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from build_parts.painter import Floats, Mesh
from coxa.body.figure.props import Prop

WOOD, CLOTH, RUBBER, MAT, WALL = (
    np.array(colour) for colour in ([0.47, 0.36, 0.25], [0.62, 0.58, 0.5], [0.75, 0.45, 0.1],
                                    [0.35, 0.38, 0.36], [0.62, 0.6, 0.56])
)  # fmt: skip
LEG_M, BACKREST_M = 0.035, 0.16
UNIT_BOX = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
FACES = np.array([
    [0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1],
    [2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3],
])  # fmt: skip


def meshes(prop: Prop, joints: dict[str, Floats]) -> Iterator[Mesh]:
    """A thing's boxes; ``joints`` (3,) tell where the bone is that pulls a band."""
    centre, size = np.array(prop.centre), np.array(prop.size)
    if prop.kind in ("chair", "bench"):
        yield from _chair(prop, centre, size)
    elif prop.kind == "wall":
        yield _turned(box(centre, size, WALL), centre, prop.yaw_deg)
    elif prop.kind == "mat":
        yield box(centre, size, MAT)
    elif prop.kind in ("towel", "pillow"):
        yield box(centre, size, CLOTH)
    elif prop.kind == "band" and prop.bone:
        yield _strip(joints[prop.bone], centre, size[0])


def box(centre: Floats, size: Floats, colour: Floats) -> Mesh:
    """An upright box. Its faces share no points, so that its edges stay sharp."""
    points = (centre + UNIT_BOX * size)[FACES.ravel()]
    triangles = np.arange(len(points)).reshape(-1, 3)
    return Mesh(points, np.tile(colour, (len(points), 1)), triangles)


def _chair(prop: Prop, top: Floats, size: Floats) -> Iterator[Mesh]:
    width, thick, depth = size
    yield box(top - [0, thick / 2, 0], size, WOOD)
    back_z = top[2] - depth / 2 + LEG_M / 2
    for x in (top[0] - width / 2 + LEG_M / 2, top[0] + width / 2 - LEG_M / 2):
        front_z = top[2] + depth / 2 - LEG_M / 2
        yield _post(x, front_z, top[1] - thick)
        yield _post(x, back_z, prop.back_m or top[1] - thick)
    if prop.back_m:
        middle = np.array([top[0], prop.back_m - BACKREST_M / 2, back_z])
        yield box(middle, np.array([width, BACKREST_M, LEG_M * 0.7]), WOOD)


def _post(x: float, z: float, height: float) -> Mesh:
    return box(np.array([x, height / 2, z]), np.array([LEG_M, height, LEG_M]), WOOD)


def _strip(start: Floats, end: Floats, width: float) -> Mesh:
    """A flat band."""
    edge = np.array([0.0, width / 2, 0.0])
    points = np.array([start - edge, end - edge, end + edge, start + edge])
    triangles = np.array([[0, 1, 2], [0, 2, 3]])
    return Mesh(points, np.tile(RUBBER, (4, 1)), triangles)


def _turned(mesh: Mesh, about: Floats, yaw_deg: float) -> Mesh:
    turn = np.radians(yaw_deg)
    matrix = np.array([
        [np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)],
    ])  # fmt: skip
    return Mesh((mesh.points - about) @ matrix.T + about, mesh.colours, mesh.triangles)
