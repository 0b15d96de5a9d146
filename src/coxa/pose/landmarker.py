"""The 33 landmarks of the person in a crop: BlazePose's landmark nets, full and heavy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from coxa.pose.crop import Crop
from coxa.pose.detector import sigmoid
from coxa.pose.net import Floats, Net, Pixels
from coxa.pose.outline import shank_midlines
from coxa.pose.weights_file import Model, landmark_weights, weights_path
from coxa.quantities import Side
from coxa.records import LANDMARK_COUNT, OTHER_SIDE, landmark

# Beside the body's landmarks the net gives two for the circle round it, and four of no use here.
ALL_COUNT = 39
USED_COUNT = 35
CIRCLE = slice(33, 35)
KNEES = [landmark(side, "knee") for side in Side]
ANKLES = [landmark(side, "ankle") for side in Side]
# A quarter of a millisecond a picture: nothing beside the heavy net, much beside the full one.
OUTLINED: tuple[Model, ...] = ("heavy",)
TURNED_BACK_M = np.array([-1.0, 1.0, 1.0], np.float32)

HEAT_MIN_PEAK = 0.5
# The cells round a landmark's own, seven by seven: (2, 49), across and down.
REACH = 3
WINDOW = np.stack(np.meshgrid(*[np.arange(-REACH, REACH + 1)] * 2)).reshape(2, -1)
WINDOW_STEPS = WINDOW.T.astype(np.float32)


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
    shanks_px : (2, 2, 3), left and right shank, upper and lower end of its midline by the body's
        outline: x, y and the shank's width there; NaN where it was not made out, or not looked for.
    by_mirror : the net was shown the picture left for right; all of the above is turned back.
    """

    image_px: Floats
    world_m: Floats
    visibility: Floats
    score: float
    circle_px: NDArray[np.float64]
    shanks_px: Floats
    by_mirror: bool = False

    @property
    def crop(self) -> Crop:
        """The crop that holds this body."""
        return Crop.around(self.circle_px[0], self.circle_px[1])


class Landmarker:
    """A landmark net with its decoding."""

    def __init__(self, model: Model, threads: int = 2) -> None:
        path = weights_path(landmark_weights(model))
        self._net = Net(path, threads, input_range=(0.0, 1.0))
        self._outlined = model in OUTLINED

    def read(self, picture_bgr: Pixels, crop: Crop, *, by_mirror: bool = False) -> Landmarks:
        """The landmarks of the person in ``crop``; ``score`` says whether there is one."""
        cut = crop.cut(picture_bgr, self._net.side_px, by_mirror=by_mirror)
        flat, presence, outline, heat, world = self._net.run(cut)
        raw = flat.reshape(ALL_COUNT, 5)[:USED_COUNT]
        points = refine(raw[:, :2] / np.float32(self._net.side_px), heat)
        world_m = world.reshape(ALL_COUNT, 3)[:LANDMARK_COUNT].copy()
        visibility = sigmoid(raw[:LANDMARK_COUNT, 3])
        shanks = self._shanks(outline, points)
        if by_mirror:
            points, visibility = turned_back(points), visibility[OTHER_SIDE]
            world_m = world_m[OTHER_SIDE] * TURNED_BACK_M
            shanks = shanks[::-1]
            shanks[..., 0] = 1 - shanks[..., 0]
        points_px = crop.to_px(points)
        world_m[:, :2] = world_m[:, :2] @ crop.turn.T
        places_px = crop.to_px(shanks[..., :2])
        widths_px = shanks[..., 2:] * crop.side_px
        return Landmarks(
            image_px=points_px[:LANDMARK_COUNT].astype(np.float32),
            world_m=world_m,
            visibility=visibility,
            score=float(presence[0]),
            circle_px=points_px[CIRCLE],
            shanks_px=np.concatenate([places_px, widths_px], axis=-1).astype(np.float32),
            by_mirror=by_mirror,
        )

    def _shanks(self, outline: Floats, points: Floats) -> Floats:
        """(2, 2, 3) as :attr:`Landmarks.shanks_px`, in sides of the crop."""
        if not self._outlined:
            return np.full((len(Side), 2, 3), np.nan, np.float32)
        mask = outline[..., 0] if outline.ndim == 3 else outline
        cells = mask.shape[0]
        at = points.astype(np.float64) * cells
        return shank_midlines(mask, at[KNEES], at[ANKLES]) / np.float32(cells)


def turned_back(points: Floats) -> Floats:
    """Points (35, 2) of a crop seen in a mirror, where they are in the crop itself, 0 to 1."""
    points = points[[*OTHER_SIDE, *range(LANDMARK_COUNT, USED_COUNT)]]
    points[:, 0] = 1 - points[:, 0]
    return points


def refine(points: Floats, heat: Floats) -> Floats:
    """Landmarks moved to the centre of mass of their heat map, where that is hot enough.

    Parameters
    ----------
    points : (n, 2), 0 to 1 over the crop.
    heat : (rows, columns, n or more), logits.

    Returns
    -------
    (n, 2), 0 to 1. A landmark outside the map, or whose window peaks below 0.5, stays.
    """
    rows, columns, count = heat.shape
    size = np.array([columns, rows], np.float32)
    cells = np.floor(points * size).astype(np.intp)
    middle = (cells[:, 1] * columns + cells[:, 0]) * count
    at = middle[:, None] + _places(columns, count)[: len(points)]
    heats = sigmoid(heat.take(at, mode="clip"))
    # Most windows lie in the map; not asking each cell spares 0.06 ms a picture.
    if cells.min() >= REACH and cells.max() < min(rows, columns) - REACH:
        hot = heats.max(axis=1) >= HEAT_MIN_PEAK
    else:
        x, y = cells.T[:, :, None] + WINDOW[:, None]
        inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
        heats *= inside
        hot = (heats.max(axis=1) >= HEAT_MIN_PEAK) & inside[:, inside.shape[1] // 2]
    mass = np.maximum(heats.sum(axis=1), HEAT_MIN_PEAK)[:, None]
    middles = (cells + heats @ WINDOW_STEPS / mass) / size
    return np.where(hot[:, None], middles, points).astype(np.float32)


@cache
def _places(columns: int, count: int) -> NDArray[np.intp]:
    """(count, 49): how far the cells of each map's window lie from the first map's middle one."""
    x, y = WINDOW
    return (y * columns + x) * count + np.arange(count)[:, None]
