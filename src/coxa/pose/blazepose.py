"""Follows one person through a recording, and counts the people in a picture."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from coxa.pose.crop import Crop
from coxa.pose.detector import Detector
from coxa.pose.landmarker import Landmarker, Landmarks
from coxa.pose.net import Pixels
from coxa.pose.people import count_people
from coxa.pose.steady import OneEuro
from coxa.pose.weights_file import Model

# Below this the crop holds nobody: BlazePose's own threshold.
MIN_PRESENCE = 0.5

# The crop is about 2.5 m wide. Walking past the camera moves it by about half its side in a
# second; the skeleton that jumps to a neighbour moves by a fifth of it from one frame to the next.
JUMP_MIN = 0.1
JUMP_PER_S = 1.0
# After so long out of sight, whoever is found is followed.
LOCK_S = 2.0


class PoseModel(Protocol):
    """What ``coxa.capture`` needs of a pose model."""

    @property
    def name(self) -> str:
        """Name and variant, kept with each recording."""

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        """The person's landmarks in the next picture of one recording, if in sight."""

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        """How many people are in the picture, the followed one included."""


class BlazePose:
    """BlazePose's tracking loop, locked on one person.

    The detector is asked only while nobody is followed; from then on each picture's landmarks,
    steadied, tell where to look in the next. A crop that moves further than a person can is
    somebody else's: it is dropped, and only a person found near the last place is taken up again,
    until nobody has been in sight for ``LOCK_S``.

    The net does not see a picture and its mirror image alike. With ``both_ways`` every other
    picture is shown to it in a mirror, and what errs to one side in one errs to the other in the
    next: :func:`coxa.angles.read_body` takes their mean.

    One object follows one recording; ``time_s`` must increase.
    """

    def __init__(
        self, model: Model = "heavy", threads: int = 2, *, both_ways: bool = False
    ) -> None:
        self._detector = Detector(threads)
        self._landmarker = Landmarker(model, threads)
        self.name = f"blazepose-{model}"
        self._crop: Crop | None = None
        self._steady = OneEuro()
        self._seen: Crop | None = None
        self._seen_s = float("-inf")
        self._both_ways = both_ways
        self._by_mirror = False

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        """The landmarks of the followed person at ``time_s``, or None when not in sight."""
        if self._seen is not None and time_s - self._seen_s > LOCK_S:
            self._seen = None
        found = self._read(picture_bgr, self._crop, time_s)
        if found is None:
            self._steady = OneEuro()
            found = self._read(picture_bgr, self._search(picture_bgr, time_s), time_s)
        self._crop = None
        if found is not None:
            self._crop = self._steadied(found, time_s)
            self._seen, self._seen_s = found.crop, time_s
        self._by_mirror = self._both_ways and not self._by_mirror
        return found

    def look_afresh(self) -> None:
        """Look for the person in the whole of the next picture, wherever they were followed to."""
        self._crop = self._seen = None
        self._steady = OneEuro()

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        """How many people are in the picture, the followed one included."""
        return count_people(self._detector, self._landmarker, picture_bgr, followed)

    def _read(self, picture_bgr: Pixels, crop: Crop | None, time_s: float) -> Landmarks | None:
        if crop is None:
            return None
        found = self._landmarker.read(picture_bgr, crop, by_mirror=self._by_mirror)
        if found.score < MIN_PRESENCE or not self._plausible(found.crop, time_s):
            return None
        return found

    def _steadied(self, found: Landmarks, time_s: float) -> Crop:
        body_px = 2 * float(np.linalg.norm(found.circle_px[1] - found.circle_px[0]))
        centre, edge = self._steady(found.circle_px, body_px, time_s)
        return Crop.around(centre, edge)

    def _search(self, picture_bgr: Pixels, time_s: float) -> Crop | None:
        crops = (detection.crop for detection in self._detector.find(picture_bgr))
        return next((crop for crop in crops if self._plausible(crop, time_s)), None)

    def _plausible(self, crop: Crop, time_s: float) -> bool:
        if self._seen is None:
            return True
        reach = JUMP_MIN + JUMP_PER_S * (time_s - self._seen_s)
        return self._seen.shift_to(crop) <= reach
