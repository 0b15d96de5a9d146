"""The floor, the wall, the stool and what stands about, as plain triangles in world coordinates."""

from rig.clutter import clutter
from rig.mesh import PLASTER, SHINING, WOOD, Mesh, box, join, linear, quad, rounded
from rig.mirror import frame
from rig.scene import Room

WALL_Z = -1.6
S = 3.4  # half the width of the room


def furnish(room: Room, seat_top_m: float, front_z: float, half_width_m: float = 0.36) -> Mesh:
    """The whole room with a stool whose top is at `seat_top_m` and whose front edge is at
    `front_z`.
    """
    wall, floor, stool = linear(room.wall), linear(room.floor), linear(room.stool)
    skirting, metal = linear("#e8e4da"), linear("#8b8d90")
    back_z = front_z - 0.46
    w = half_width_m
    parts = [
        quad([-6, 0, 8], [6, 0, 8], [6, 0, WALL_Z], [-6, 0, WALL_Z], floor, WOOD),
        quad([-S, 0, WALL_Z], [S, 0, WALL_Z], [S, 4, WALL_Z], [-S, 4, WALL_Z], wall, PLASTER),
        quad([-S, 0, 8], [-S, 0, WALL_Z], [-S, 4, WALL_Z], [-S, 4, 8], wall * 0.9, PLASTER),
        quad([S, 0, WALL_Z], [S, 0, 8], [S, 4, 8], [S, 4, WALL_Z], wall * 0.94, PLASTER),
        box([-S, 0, WALL_Z], [S, 0.1, WALL_Z + 0.015], skirting),
        box([-S, 0, WALL_Z], [-S + 0.015, 0.1, 8], skirting),
        box([S - 0.015, 0, WALL_Z], [S, 0.1, 8], skirting),
        box([0.85, 1.1, WALL_Z], [1.35, 1.75, WALL_Z + 0.02], linear("#5a4632")),
        box([0.89, 1.14, WALL_Z + 0.01], [1.31, 1.71, WALL_Z + 0.025], linear("#7fa3a8")),
        *clutter(room.clutter, WALL_Z),
        *_window(room.window),
        *([frame(room.mirror)] if room.mirror else []),
        rounded(w, seat_top_m - 0.07, seat_top_m, back_z, front_z, stool),
    ]
    for x in (-w + 0.04, w - 0.08):
        for z in (back_z + 0.03, front_z - 0.07):
            parts.append(box([x, 0, z], [x + 0.04, seat_top_m - 0.065, z + 0.04], metal))
    return join(parts)


def _window(brightness: float) -> list[Mesh]:
    """A window in the wall behind the person, with a cross bar."""
    if brightness <= 0:
        return []
    frame, z = linear("#d9d6cf"), WALL_Z + 0.02
    glass = brightness * linear("#dfe9f2")
    corners = ([-0.8, 0.75, z], [0.75, 0.75, z], [0.75, 2.2, z], [-0.8, 2.2, z])
    return [
        quad(*corners, glass, SHINING),
        box([-0.87, 0.68, WALL_Z], [0.82, 0.75, z + 0.04], frame),
        box([-0.87, 2.2, WALL_Z], [0.82, 2.27, z + 0.04], frame),
        box([-0.87, 0.75, WALL_Z], [-0.8, 2.2, z + 0.04], frame),
        box([0.75, 0.75, WALL_Z], [0.82, 2.2, z + 0.04], frame),
        box([-0.06, 0.75, WALL_Z], [0.0, 2.2, z + 0.03], frame),
    ]
