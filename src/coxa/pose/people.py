"""Who else is in the picture.

The detector sees the most prominent person and few others: a second one beside the first often
goes unseen. So the followed person is covered up, and the rest is looked at again, once whole and
once enlarged on either side.
"""

from __future__ import annotations

import numpy as np

from coxa.pose.detector import Detector
from coxa.pose.landmarker import Landmarks
from coxa.pose.net import Pixels

# In sides of the person's crop. Landmarks lie inside the body, the outline a little further out.
COVER_MARGIN = 0.08
# Crops of one person by the detector and by the landmarks lie closer than this, of two people
# beside one another further apart (a crop is about 2.5 m wide).
SAME_PERSON_SHIFT = 0.15
# A strip narrower than this share of the picture holds no person worth counting.
MIN_STRIP = 0.1
# Black between two strips shown together, as a share of their height.
GAP = 0.05


def count_people(detector: Detector, picture_bgr: Pixels, followed: Landmarks | None) -> int:
    """How many people the detector sees, the followed one included."""
    seen = [detection.crop for detection in detector.find(picture_bgr)]
    if followed is None:
        return len(seen)
    apart = [crop for crop in seen if crop.shift_to(followed.crop) > SAME_PERSON_SHIFT]
    covered, strips = _without(picture_bgr, followed)
    aside = sum(len(detector.find(strip)) for strip in side_by_side(strips))
    return 1 + max(len(apart), len(detector.find(covered)), aside)


def _without(picture_bgr: Pixels, person: Landmarks) -> tuple[Pixels, list[Pixels]]:
    """The picture with the person covered, and what lies to the left and right of the cover."""
    height, width = picture_bgr.shape[:2]
    margin = COVER_MARGIN * person.crop.side_px
    low = np.clip(person.image_px.min(axis=0) - margin, 0, (width, height)).astype(int)
    high = np.clip(person.image_px.max(axis=0) + margin, 0, (width, height)).astype(int)
    covered = picture_bgr.copy()
    covered[low[1] : high[1], low[0] : high[0]] = picture_bgr[::8, ::8].mean(axis=(0, 1))
    sides = ((0, int(low[0])), (int(high[0]), width))
    return covered, [covered[:, a:b] for a, b in sides if b - a >= MIN_STRIP * width]


def side_by_side(strips: list[Pixels]) -> list[Pixels]:
    """Both strips in one picture where that shows them no smaller: one look instead of two."""
    if len(strips) < 2:
        return strips
    height = strips[0].shape[0]
    gap = np.zeros((height, round(GAP * height), 3), np.uint8)
    joined = np.hstack([strips[0], gap, strips[1]])
    return [joined] if joined.shape[1] <= height else strips
