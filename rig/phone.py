"""A phone strapped to a shin: a dark slab and a band, both moving with the shank bone."""

import numpy as np

from rig.body_data import Floats
from rig.scene import Side
from rig.skeleton import BONES, INDEX, Figure, along_segment
from rig.surface import Surface, merged

PLACE, BAND_SHARE = 0.42, 0.05  # along the shank, 0 at the knee
HALF_WIDTH_M, HALF_LENGTH_M, HALF_DEPTH_M = 0.037, 0.074, 0.006
HALF_BAND_M, CLEARANCE_M = 0.022, 0.004
OUTWARD_RAD = np.radians(8.0)
CORNERS = 24
CASE, STRAP = 0.012, 0.03


def strapped_phone(figure: Figure, side: Side, cloth_m: float) -> Surface:
    """The phone on the front of one shin, a little outwards, over cloth of this thickness."""
    name = side.title()
    knee, ankle = figure.joints[f"{name}Leg"], figure.joints[f"{name}Foot"]
    along = along_segment(figure.vertices, knee, ankle)
    on_shank = figure.weights[:, INDEX[f"{name}Leg"]] > 0.5
    ring = figure.vertices[on_shank & (np.abs(along - PLACE) < BAND_SHARE)]
    middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
    radii = np.ptp(ring, axis=0) / 2 + cloth_m + CLEARANCE_M
    turn = OUTWARD_RAD if side == "left" else -OUTWARD_RAD
    front = np.array([np.sin(turn), 0.0, np.cos(turn)])
    reach_m = 1.0 / np.hypot(front[0] / radii[0], front[2] / radii[2])
    bone = np.zeros(len(BONES))
    bone[INDEX[f"{name}Leg"]] = 1.0
    return merged([_slab(middle + reach_m * front, front, bone), _band(middle, radii, bone)])


def _slab(centre: Floats, front: Floats, bone: Floats) -> Surface:
    aside, up = np.array([front[2], 0.0, -front[0]]), np.array([0.0, 1.0, 0.0])
    axes = [
        (front, HALF_DEPTH_M, aside, HALF_WIDTH_M, up, HALF_LENGTH_M),
        (aside, HALF_WIDTH_M, front, HALF_DEPTH_M, up, HALF_LENGTH_M),
        (up, HALF_LENGTH_M, aside, HALF_WIDTH_M, front, HALF_DEPTH_M),
    ]
    faces = []
    for normal, depth, across, width, along, length in axes:
        for sign in (-1.0, 1.0):
            corners = [
                centre + sign * depth * normal + a * width * across + b * length * along
                for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
            ]
            triangles = np.array([[0, 1, 2], [0, 2, 3]])
            faces.append(_piece(np.array(corners), np.tile(sign * normal, (4, 1)), triangles, bone))
    return merged(faces)


def _band(middle: Floats, radii: Floats, bone: Floats) -> Surface:
    turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    rim = np.column_stack([radii[0] * np.sin(turn), np.zeros(CORNERS), radii[2] * np.cos(turn)])
    out = rim / radii**2
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    rows = [middle + rim + [0.0, lift, 0.0] for lift in (-HALF_BAND_M, HALF_BAND_M)]
    k = np.arange(CORNERS)
    following = (k + 1) % CORNERS
    triangles = np.concatenate(
        [
            np.column_stack([k, following, following + CORNERS]),
            np.column_stack([k, following + CORNERS, k + CORNERS]),
        ]
    )
    return _piece(np.concatenate(rows), np.tile(out, (2, 1)), triangles, bone, STRAP)


def _piece(
    points: Floats, normals: Floats, triangles: np.ndarray, bone: Floats, grey: float = CASE
) -> Surface:
    count = len(points)
    return Surface(
        points, normals, np.tile(bone, (count, 1)), np.full((count, 3), grey),
        np.full(count, -1.0), np.zeros(count), triangles,
    )  # fmt: skip
