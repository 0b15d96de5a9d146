"""A pose model that sees what the test wants, at no cost."""

from __future__ import annotations

import numpy as np

from coxa.pose import Landmarks
from coxa.pose.net import Pixels


class FakePose:
    """Puts landmark ``i`` at (time in ms, i); sees nobody between ``away_s``."""

    name = "fake"

    def __init__(self, away_s: tuple[float, float] = (1e9, 1e9), people: int = 1) -> None:
        self.away_s = away_s
        self.people = people
        self.times_s: list[float] = []
        self.counted_s: list[float] = []
        self.shapes: set[tuple[int, ...]] = set()
        self.first_picture: Pixels | None = None

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        self.times_s.append(time_s)
        self.shapes.add(picture_bgr.shape)
        if self.first_picture is None:
            self.first_picture = picture_bgr.copy()
        if self.away_s[0] <= time_s < self.away_s[1]:
            return None
        points = np.column_stack([np.full(33, time_s * 1000), np.arange(33)])
        return Landmarks(
            image_px=points.astype(np.float32),
            world_m=np.ones((33, 3), np.float32),
            visibility=np.full(33, 0.5, np.float32),
            score=0.75,
            circle_px=np.zeros((2, 2)),
            shanks_px=np.full((2, 2, 3), time_s, np.float32),
        )

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        self.counted_s.append(self.times_s[-1])
        return self.people if followed else 0
