"""The 33 landmarks of the person in a crop: BlazePose's landmark nets, full and heavy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.pose.crop import Crop
from coxa.pose.detector import sigmoid
from coxa.pose.net import Floats, Net, Pixels
from coxa.pose.weights_file import Model, landmark_weights, weights_path
from coxa.records import LANDMARK_COUNT

# Beside the body's landmarks the net gives two for the circle round it, and four of no use here.
ALL_COUNT = 39
CIRCLE = slice(33, 35)

HEAT_WINDOW = 7
HEAT_MIN_PEAK = 0.5


@dataclass(frozen=True)
class Landmarks:
    """Landmarks of one person in one picture.

    Attributes
    ----------
    image_px : (33, 2) pixels of the picture.
    world_m : (33, 3) metres about the middle of the hips; x right, y down, z away from the camera.
    visibility : (33,), 0 to 1.
    score : presence of a person in the crop, 0 to 1.
    circle_px : (2, 2), middle of the hips and a point on the circle round the body, above it.
    """

    image_px: Floats
    world_m: Floats
    visibility: Floats
    score: float
    circle_px: NDArray[np.float64]

    @property
    def crop(self) -> Crop:
        """The crop that holds this body."""
        return Crop.around(self.circle_px[0], self.circle_px[1])


class Landmarker:
    """A landmark net with its decoding."""

    def __init__(self, model: Model, threads: int = 2) -> None:
        path = weights_path(landmark_weights(model))
        self._net = Net(path, threads, input_range=(0.0, 1.0))

    def read(self, picture_bgr: Pixels, crop: Crop) -> Landmarks:
        """The landmarks of the person in ``crop``; ``score`` says whether there is one."""
        cut = crop.cut(picture_bgr, self._net.side_px)
        flat, presence, _mask, heat, world = self._net.run(cut)
        raw = flat.reshape(ALL_COUNT, 5)
        points = refine(raw[:, :2] / np.float32(self._net.side_px), heat)
        points_px = crop.to_px(points)
        world_m = world.reshape(ALL_COUNT, 3)[:LANDMARK_COUNT].copy()
        world_m[:, :2] = world_m[:, :2] @ crop.turn.T
        return Landmarks(
            image_px=points_px[:LANDMARK_COUNT].astype(np.float32),
            world_m=world_m,
            visibility=sigmoid(raw[:LANDMARK_COUNT, 3]),
            score=float(presence[0]),
            circle_px=points_px[CIRCLE],
        )


def refine(points: Floats, heat: Floats) -> Floats:
    """Landmarks moved to the centre of mass of their heat map, where that is hot enough.

    Parameters
    ----------
    points : (n, 2), 0 to 1 over the crop.
    heat : (rows, columns, n), logits.

    Returns
    -------
    (n, 2), 0 to 1. A landmark outside the map, or whose window peaks below 0.5, stays.
    """
    rows, columns, _ = heat.shape
    half = HEAT_WINDOW // 2
    refined = points.copy()
    cells = np.floor(points * (columns, rows)).astype(int)
    for index, (column, row) in enumerate(cells):
        if not (0 <= column < columns and 0 <= row < rows):
            continue
        top, left = max(0, row - half), max(0, column - half)
        window = sigmoid(heat[top : row + half + 1, left : column + half + 1, index])
        if window.max() < HEAT_MIN_PEAK:
            continue
        total = window.sum()
        refined[index, 0] = window.sum(axis=0) @ (left + np.arange(window.shape[1])) / total
        refined[index, 1] = window.sum(axis=1) @ (top + np.arange(window.shape[0])) / total
        refined[index] /= (columns, rows)
    return refined
