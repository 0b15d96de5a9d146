"""Every exercise on one sheet, start and end from three sides, to look at after every change.

``python -m build_parts.sheet OUT.jpg [ID ...]`` draws all, or the exercises named; ``--strip`` puts
their ends alone in a row.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import cv2
import numpy as np
from numpy.typing import NDArray

from build_parts.stills import stills
from coxa.catalogue import Exercise, load_shipped

Picture = NDArray[np.uint8]

TILE_PX, STRIP_PX = 132, 300
COLUMNS = 2
PAPER = 244.0
LABEL = (70, 60, 50)
JPEG_QUALITY = 82


def sheet(exercises: list[Exercise]) -> Picture:
    """Exercises in two columns: name, start and end from the front, the side and above."""
    rows = [_row(exercise) for exercise in exercises]
    empty = np.full_like(rows[0], int(PAPER))
    rows += [empty] * (-len(rows) % COLUMNS)
    height = len(rows) // COLUMNS
    return np.hstack([np.vstack(rows[k * height : (k + 1) * height]) for k in range(COLUMNS)])


def strip(exercises: list[Exercise]) -> Picture:
    """The end of each exercise, seen from the front, in a row."""
    return np.hstack([
        on_paper(picture)
        for exercise in exercises
        for name, picture in stills(exercise, STRIP_PX)
        if name == f"{exercise.id}-end-front"
    ])  # fmt: skip


def _row(exercise: Exercise) -> Picture:
    shown = {exercise.key_poses[0].id, "end"}
    tiles = [
        on_paper(picture)
        for name, picture in stills(exercise, TILE_PX)
        if name.removeprefix(f"{exercise.id}-").rpartition("-")[0] in shown
    ]
    row = np.ascontiguousarray(np.hstack(tiles))
    cv2.putText(row, exercise.id, (4, 11), cv2.FONT_HERSHEY_SIMPLEX, 0.36, LABEL, 1, cv2.LINE_AA)
    return row


def on_paper(rgba: Picture) -> Picture:
    """In OpenCV's order of colours, on a light ground."""
    solid = rgba[..., 3:] / 255
    return (rgba[..., 2::-1] * solid + PAPER * (1 - solid)).astype(np.uint8)


def main(arguments: list[str]) -> int:
    """Draw the sheet, or the strip."""
    row = "--strip" in arguments
    target, *ids = [argument for argument in arguments if argument != "--strip"]
    known = load_shipped().exercises
    chosen = [known[exercise_id] for exercise_id in ids or known]
    cv2.imwrite(target, (strip if row else sheet)(chosen), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
