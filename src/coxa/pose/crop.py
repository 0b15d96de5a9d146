"""The turned square of a picture that a net looks at, and the way between its frame and pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.pose.net import Pixels

# BlazePose: the circle round the body, reaching from the hips' middle to its edge, and a margin.
MARGIN = 1.25


@dataclass(frozen=True)
class Crop:
    """A square in the picture: centre and side in pixels, turned clockwise (y is down)."""

    centre_px: tuple[float, float]
    side_px: float
    rotation_rad: float

    @classmethod
    def around(cls, centre_px: NDArray[np.floating], edge_px: NDArray[np.floating]) -> Crop:
        """The crop round a body whose circle has this centre and passes through ``edge_px``.

        The point on the edge lies above the head, so the crop is turned to bring it up.
        """
        x, y = float(centre_px[0]), float(centre_px[1])
        dx, dy = float(edge_px[0]) - x, float(edge_px[1]) - y
        rotation = pi / 2 - atan2(-dy, dx)
        return cls((x, y), 2 * MARGIN * hypot(dx, dy), (rotation + pi) % (2 * pi) - pi)

    @classmethod
    def whole(cls, width_px: int, height_px: int) -> Crop:
        """The smallest upright square with the whole picture in it, black at its margins."""
        return cls((width_px / 2, height_px / 2), float(max(width_px, height_px)), 0.0)

    def to_px(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (..., 2) of the crop's own frame, 0 to 1, in pixels of the picture."""
        centred = np.asarray(points, np.float64) - 0.5
        points_px: NDArray[np.float64] = centred @ self.turn.T * self.side_px
        points_px += self.centre_px
        return points_px

    def from_px(self, points_px: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (..., 2) of the picture in the crop's own frame, 0 to 1 inside it."""
        centred = np.asarray(points_px, np.float64) - np.asarray(self.centre_px)
        points: NDArray[np.float64] = centred @ self.turn / self.side_px
        return points + 0.5

    @property
    def turn(self) -> NDArray[np.float64]:
        """The (2, 2) rotation from the crop's frame to the picture's."""
        c, s = cos(self.rotation_rad), sin(self.rotation_rad)
        return np.array([[c, -s], [s, c]])

    def cut(
        self,
        picture: Pixels,
        side_px: int,
        border: int = cv2.BORDER_REPLICATE,
        *,
        by_mirror: bool = False,
    ) -> Pixels:
        """The crop as a picture of (side_px, side_px, 3); ``by_mirror`` shows it left for right."""
        across, down = self.turn.T * (self.side_px / side_px)
        if by_mirror:
            across = -across
        corner = np.asarray(self.centre_px) - (across + down) * (side_px / 2)
        matrix = np.column_stack([across, down, corner])
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        cut = cv2.warpAffine(picture, matrix, (side_px, side_px), flags=flags, borderMode=border)
        return np.asarray(cut, np.uint8)

    def shift_to(self, other: Crop) -> float:
        """How far the other crop's centre is away, in sides of this one."""
        dx = other.centre_px[0] - self.centre_px[0]
        dy = other.centre_px[1] - self.centre_px[1]
        return hypot(dx, dy) / self.side_px
