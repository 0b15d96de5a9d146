"""A room about a person, with its back wall behind them as the camera sees them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rig.body_data import Floats
from rig.clutter import clutter
from rig.exercises.things import turned
from rig.mesh import PLASTER, WOOD, Mesh, box, join, linear, quad
from rig.scene import Room

BACK_Z, FRONT_Z, HALF_WIDTH = -2.6, 8.0, 3.4
IN_THE_WAY = {"chair_beside"}
"""Furniture that would stand where a lying person's head or feet are."""


def room_about(room: Room, middle: Floats, azimuth_deg: float) -> Mesh:
    """Floor and three walls round ``middle``, open towards the camera's side."""
    wall, floor = linear(room.wall), linear(room.floor)
    w, z0, z1 = HALF_WIDTH, BACK_Z, FRONT_Z
    pieces = tuple(name for name in room.clutter if name not in IN_THE_WAY)
    about_origin = join([
        quad([-8, 0, z1], [8, 0, z1], [8, 0, z0], [-8, 0, z0], floor, WOOD),
        quad([-w, 0, z0], [w, 0, z0], [w, 4, z0], [-w, 4, z0], wall, PLASTER),
        quad([-w, 0, z1], [-w, 0, z0], [-w, 4, z0], [-w, 4, z1], wall * 0.9, PLASTER),
        quad([w, 0, z0], [w, 0, z1], [w, 4, z1], [w, 4, z0], wall * 0.94, PLASTER),
        box([-w, 0, z0], [w, 0.1, z0 + 0.015], linear("#e8e4da")),
        box([1.2, 1.0, z0], [1.9, 1.7, z0 + 0.02], linear("#5a4632")),
        *clutter(pieces, z0),
    ])  # fmt: skip
    there = np.array([middle[0], 0.0, middle[2]])
    moved = replace(about_origin, points=about_origin.points + there)
    return turned(moved, azimuth_deg, there)


def lit(room: Room, azimuth_deg: float) -> Room:
    """The room with its light turned along."""
    return replace(room, light_yaw_deg=room.light_yaw_deg + azimuth_deg)
