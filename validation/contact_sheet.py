"""What the recordings look like: one moment of some of them on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from coxa.capture import grab_frame
from coxa.capture.video import Picture
from validation.ground import Recording

COLUMNS, ROWS = 5, 4
TILE_PX = (240, 180)
PAPER = 255
MAX_BYTES = 250_000
QUALITIES = (85, 75, 65, 55, 45, 35)


def contact_sheet(recordings: Sequence[Recording], file: Path) -> None:
    """Write a JPEG of at most 250 kB with up to 20 recordings, spread over the whole part."""
    chosen = spread([r for r in recordings if r.is_base] or list(recordings), COLUMNS * ROWS)
    tiles = [_tile(recording) for recording in chosen]
    tiles += [_blank()] * (-len(tiles) % COLUMNS)
    lines = [np.hstack(tiles[k : k + COLUMNS]) for k in range(0, len(tiles), COLUMNS)]
    sheet = np.vstack(lines)
    for quality in QUALITIES:
        encoded = cv2.imencode(".jpg", sheet, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(encoded) <= MAX_BYTES:
            break
    file.write_bytes(encoded)


def spread(recordings: Sequence[Recording], most: int) -> list[Recording]:
    """At most so many, evenly over the list, the readable ones first in line."""
    ordered = sorted(recordings, key=lambda recording: recording.refusal is not None)
    places = np.linspace(0, len(ordered) - 1, min(most, len(ordered))).round().astype(int)
    return [ordered[place] for place in places]


def _blank() -> Picture:
    return np.full((TILE_PX[1], TILE_PX[0], 3), PAPER, np.uint8)


def _tile(recording: Recording) -> Picture:
    """The picture, fitted into its tile without stretching."""
    picture = grab_frame(recording.video, recording.shown_s)
    height, width = picture.shape[:2]
    scale = min(TILE_PX[0] / width, TILE_PX[1] / height)
    size = (round(width * scale), round(height * scale))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    tile = _blank()
    left, top = (TILE_PX[0] - size[0]) // 2, (TILE_PX[1] - size[1]) // 2
    tile[top : top + size[1], left : left + size[0]] = small
    return tile
