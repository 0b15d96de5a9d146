"""Where people are in a whole picture: BlazePose's detector, an SSD net over 224 x 224 pixels."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.pose.crop import Crop
from coxa.pose.net import Floats, Net, Pixels
from coxa.pose.weights_file import DETECTOR, weights_path

SIDE_PX = 224
STRIDES_PX = (8, 16, 32, 32, 32)
ANCHORS_PER_CELL = 2

MIN_SCORE = 0.5
# Boxes that overlap more than this are the same person.
SAME_BOX_IOU = 0.3


@dataclass(frozen=True)
class Detection:
    """A person seen: score 0 to 1, box (left, top, right, bottom) and four key points, in pixels.

    Key points: middle of the hips, edge of the circle round the body, middle of the shoulders,
    edge of the circle round the upper body.
    """

    score: float
    box_px: NDArray[np.float64]
    points_px: NDArray[np.float64]

    @property
    def crop(self) -> Crop:
        """The crop that holds the whole body."""
        return Crop.around(self.points_px[0], self.points_px[1])


class Detector:
    """The detector net with its decoding."""

    def __init__(self, threads: int = 2) -> None:
        self._net = Net(weights_path(DETECTOR), threads, input_range=(-1.0, 1.0))
        self._anchors = anchors()

    def find(self, picture_bgr: Pixels, min_score: float = MIN_SCORE) -> list[Detection]:
        """The people in the picture, most certain first."""
        height, width = picture_bgr.shape[:2]
        whole = Crop.whole(width, height)
        small = whole.cut(picture_bgr, SIDE_PX, border=cv2.BORDER_CONSTANT)
        raw, logits = self._net.run(small)
        scores = sigmoid(logits[:, 0])
        sure = scores >= min_score
        boxes, points = decode(raw[sure], self._anchors[sure])
        return [
            Detection(score, whole.to_px(box.reshape(2, 2)).ravel(), whole.to_px(point))
            for score, box, point in merge_overlapping(scores[sure], boxes, points)
        ]


def anchors() -> NDArray[np.float64]:
    """Centres (2254, 2) of the cells that the net speaks of, 0 to 1, x first.

    The net has five layers, two anchors a cell in each; layers of equal stride share their cells.
    """
    layers = []
    for stride in dict.fromkeys(STRIDES_PX):
        cells = SIDE_PX // stride
        y, x = np.divmod(np.arange(cells * cells), cells)
        centres = (np.column_stack([x, y]) + 0.5) / cells
        layers.append(np.repeat(centres, ANCHORS_PER_CELL * STRIDES_PX.count(stride), axis=0))
    return np.concatenate(layers)


def decode(
    raw: Floats, centres: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Boxes (n, 4) and key points (n, 4, 2), 0 to 1, from the net's (n, 12) and its anchors."""
    pairs = raw.astype(np.float64).reshape(-1, 6, 2) / SIDE_PX
    middle, size = pairs[:, 0] + centres, pairs[:, 1]
    boxes = np.concatenate([middle - size / 2, middle + size / 2], axis=1)
    return boxes, pairs[:, 2:] + centres[:, None]


def merge_overlapping(
    scores: NDArray[np.floating],
    boxes: NDArray[np.float64],
    points: NDArray[np.float64],
) -> list[tuple[float, NDArray[np.float64], NDArray[np.float64]]]:
    """Weighted non-maximum suppression: boxes that overlap become their mean, weighted by score.

    Returns score, box and points of each, most certain first.
    """
    merged = []
    left = np.argsort(-scores, kind="stable")
    while len(left):
        same = overlap(boxes[left[0]], boxes[left]) > SAME_BOX_IOU
        same[0] = True
        group = left[same]
        weights = scores[group] / scores[group].sum()
        box = np.tensordot(weights, boxes[group], axes=1)
        merged.append((float(scores[left[0]]), box, np.tensordot(weights, points[group], axes=1)))
        left = left[~same]
    return merged


def overlap(box: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intersection over union (n,) of a box (4,) with others (n, 4)."""
    corner = np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2])
    shared = np.prod(np.maximum(corner, 0), axis=1)
    area = np.prod(box[2:] - box[:2])
    areas = np.prod(others[:, 2:] - others[:, :2], axis=1)
    union: NDArray[np.float64] = area + areas - shared
    shares: NDArray[np.float64] = np.zeros_like(union)
    np.divide(shared, union, out=shares, where=union > 0)
    return shares


def sigmoid(logits: Floats) -> NDArray[np.float32]:
    """1 / (1 + exp(-x)), with x kept above where single precision would overflow."""
    values = np.maximum(logits, np.float32(-80))
    np.negative(values, out=values)
    np.exp(values, out=values)
    values += np.float32(1)
    return np.divide(np.float32(1), values, out=values)
