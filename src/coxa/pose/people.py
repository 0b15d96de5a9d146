"""Who else is in the picture.

The detector sees the most prominent person and few others: a second one beside the first often
goes unseen. So the followed person is covered up, and the rest is looked at again, once whole and
once enlarged on either side.
"""

from __future__ import annotations

import numpy as np

from coxa.pose.crop import Crop
from coxa.pose.detector import Detector
from coxa.pose.landmarker import Landmarker, Landmarks
from coxa.pose.net import Pixels

# In sides of the person's crop. Landmarks lie inside the body, the outline a little further out.
COVER_MARGIN = 0.08
# Crops of one person by the detector and by the landmarks lie closer than this, of two people
# beside one another further apart (a crop is about 2.5 m wide).
SAME_PERSON_SHIFT = 0.15
# On rendered rooms people scored 1.00 and were seen by 0.8 and more; mirrors and chairs, 0.64 and
# 0.31 at the most.
MIN_SCORE = 0.8
MIN_VISIBILITY = 0.5
# Who stands on their head is the person's own shadow on the floor, or their image in its polish.
MOST_TURNED_RAD = 2.1
# A strip narrower than this share of the picture holds no person worth counting.
MIN_STRIP = 0.1
# Black between two strips shown together, as a share of their height.
GAP = 0.05


def count_people(
    detector: Detector, landmarker: Landmarker, picture_bgr: Pixels, followed: Landmarks | None
) -> int:
    """How many people there are, the followed one included.

    The detector takes a mirror, a coat or a chair for a person now and then; the landmark net,
    shown the same place, does not.
    """
    seen = [detection.crop for detection in detector.find(picture_bgr)]
    if followed is None:
        return len(seen)

    def is_person(picture: Pixels, crop: Crop) -> bool:
        found = landmarker.read(picture, crop)
        sure = found.score >= MIN_SCORE and float(np.median(found.visibility)) >= MIN_VISIBILITY
        same = picture is picture_bgr and not _apart(found.crop, followed.crop)
        shadow = abs(found.crop.rotation_rad) > MOST_TURNED_RAD
        return sure and not same and not shadow

    def count(picture: Pixels, crops: list[Crop]) -> int:
        return sum(is_person(picture, crop) for crop in crops)

    covered, strips = _without(picture_bgr, followed)
    pictures = [covered, *side_by_side(strips)]
    looks = [count(picture, [d.crop for d in detector.find(picture)]) for picture in pictures]
    beside = count(picture_bgr, [crop for crop in seen if _apart(crop, followed.crop)])
    return 1 + max(beside, looks[0], sum(looks[1:]))


def _apart(crop: Crop, other: Crop) -> bool:
    return crop.shift_to(other) > SAME_PERSON_SHIFT


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
