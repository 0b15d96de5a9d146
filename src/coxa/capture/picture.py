"""One moment of a recording as a picture to judge: the measured leg drawn in, the face covered."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.capture.video import Picture, read_frame
from coxa.quantities import Side
from coxa.records import Landmark, landmark

LONGEST_SIDE_PX = 960
JPEG_QUALITY = 88
# Blue and orange, which colour-blind people tell apart; OpenCV wants blue, green, red.
COLOUR = {Side.LEFT: (214, 120, 24), Side.RIGHT: (20, 120, 230)}
QUIET = (245, 245, 245)
DARK = (40, 40, 40)
OTHER_LINES = (
    (Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER),
    (Landmark.LEFT_HIP, Landmark.RIGHT_HIP),
    (Landmark.LEFT_HIP, Landmark.LEFT_KNEE),
    (Landmark.RIGHT_HIP, Landmark.RIGHT_KNEE),
    (Landmark.LEFT_KNEE, Landmark.LEFT_ANKLE),
    (Landmark.RIGHT_KNEE, Landmark.RIGHT_ANKLE),
)
FACE = [mark for mark in Landmark if mark <= Landmark.MOUTH_RIGHT]

Point = tuple[int, int]


def grab_frame(path: Path | str, time_s: float, *, mirrored: bool = False) -> Picture:
    """The upright picture at ``time_s`` since the first one; (height, width, 3), BGR.

    Raises
    ------
    UnusableFile
        When the file holds no such picture any more.
    """
    return read_frame(Path(path), time_s, mirrored=mirrored)


def picture_of(
    path: Path | str,
    time_s: float,
    points_px: NDArray[np.float32],
    *,
    side: Side,
    mirrored: bool = False,
) -> bytes:
    """A JPEG of the moment, with the landmarks and the measured shank drawn in.

    Parameters
    ----------
    points_px : (33, 2) landmarks in the pixels of the upright picture.
    side : the measured leg.
    mirrored : as in :func:`coxa.capture.record_video`.
    """
    picture = grab_frame(path, time_s, mirrored=mirrored)
    scale = min(1.0, LONGEST_SIDE_PX / max(picture.shape[:2]))
    small = np.ascontiguousarray(cv2.resize(picture, None, fx=scale, fy=scale))
    drawn = draw_moment(np.asarray(small, np.uint8), points_px * scale, side)
    good, encoded = cv2.imencode(".jpg", drawn, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    assert good
    return bytes(encoded)


def draw_moment(picture: Picture, points_px: NDArray[np.float32], side: Side) -> Picture:
    """Cover the face and draw the legs; the measured shank stands out against its vertical."""
    _cover_face(picture, points_px)
    width = max(2, round(max(picture.shape[:2]) / 320))
    for start, end in OTHER_LINES:
        if np.isfinite(points_px[[start, end]]).all():
            _line(picture, _at(points_px[start]), _at(points_px[end]), QUIET, width)
    knee, ankle = points_px[landmark(side, "knee")], points_px[landmark(side, "ankle")]
    if np.isfinite([knee, ankle]).all():
        _shank(picture, knee, ankle, side, width)
    return picture


def _shank(
    picture: Picture, knee: NDArray[np.float32], ankle: NDArray[np.float32], side: Side, width: int
) -> None:
    length_px = float(np.linalg.norm(ankle - knee))
    below = knee + np.array([0.0, length_px], np.float32)
    _dashes(picture, knee, below, width)
    _line(picture, _at(knee), _at(ankle), COLOUR[side], 2 * width)
    for joint in (knee, ankle):
        cv2.circle(picture, _at(joint), 3 * width, QUIET, -1, cv2.LINE_AA)
        cv2.circle(picture, _at(joint), 3 * width, COLOUR[side], width, cv2.LINE_AA)
    direction_deg = float(np.degrees(np.arctan2(*(ankle - knee)[::-1])))
    radius = round(length_px * 0.45)
    arc = (radius, radius)
    cv2.ellipse(picture, _at(knee), arc, 0, 90, direction_deg, COLOUR[side], width, cv2.LINE_AA)
    _letter(picture, knee, side, width)


def _letter(picture: Picture, knee: NDArray[np.float32], side: Side, width: int) -> None:
    letter = side.value[0].upper()
    outward = 1 if side is Side.LEFT else -1
    x, y = _at(knee + np.array([outward * 14 * width, -4 * width], np.float32))
    place = (x - 5 * width, y + 5 * width)
    for colour, thickness in ((DARK, 3 * width), (QUIET, width)):
        cv2.putText(
            picture, letter, place, cv2.FONT_HERSHEY_SIMPLEX, 0.4 * width, colour, thickness,
            cv2.LINE_AA,
        )  # fmt: skip


def _cover_face(picture: Picture, points_px: NDArray[np.float32]) -> None:
    face = points_px[FACE]
    if not np.isfinite(face).all():
        return
    centre = face.mean(axis=0)
    shoulders = points_px[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
    spread_px = float(np.linalg.norm(face - centre, axis=1).max())
    across_px = (
        float(np.linalg.norm(shoulders[0] - shoulders[1])) if np.isfinite(shoulders).all() else 0
    )
    radius = round(max(2.2 * spread_px, 0.3 * across_px))
    cv2.circle(picture, _at(centre), max(radius, 4), (150, 150, 150), -1, cv2.LINE_AA)


def _dashes(
    picture: Picture, start: NDArray[np.float32], end: NDArray[np.float32], width: int
) -> None:
    for share in np.arange(0.0, 1.0, 0.1):
        first, last = start + share * (end - start), start + (share + 0.05) * (end - start)
        _line(picture, _at(first), _at(last), QUIET, width)


def _line(
    picture: Picture, start: Point, end: Point, colour: tuple[int, int, int], width: int
) -> None:
    cv2.line(picture, start, end, DARK, width + 2, cv2.LINE_AA)
    cv2.line(picture, start, end, colour, width, cv2.LINE_AA)


def _at(point: NDArray[np.float32]) -> Point:
    return round(float(point[0])), round(float(point[1]))
