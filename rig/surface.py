"""A surface that follows the bones, in pieces that are merged into one."""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats, Ints


@dataclass(frozen=True, eq=False)
class Surface:
    """Rest points (n, 3), normals, skin weights (n, bones), colour (n, 3) linear, cut (n,), cloth
    (n,), triangles.
    """

    points: Floats
    normals: Floats
    weights: Floats
    colour: Floats
    cut: Floats
    cloth: Floats
    triangles: Ints


def merged(parts: list[Surface]) -> Surface:
    """Several surfaces as one, without the points that no triangle uses."""
    offsets = np.cumsum([0, *(len(part.points) for part in parts)])
    triangles = np.concatenate([p.triangles + k for p, k in zip(parts, offsets, strict=False)])
    used, local = np.unique(triangles, return_inverse=True)
    return Surface(
        np.concatenate([part.points for part in parts])[used],
        np.concatenate([part.normals for part in parts])[used],
        np.concatenate([part.weights for part in parts])[used],
        np.concatenate([part.colour for part in parts])[used],
        np.concatenate([part.cut for part in parts])[used],
        np.concatenate([part.cloth for part in parts])[used],
        np.asarray(local, np.int64).reshape(triangles.shape),
    )
