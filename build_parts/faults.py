"""Every fault of posture on one sheet: start, end, and the end with the fault, from two sides.

``python -m build_parts.faults OUT.jpg [ID ...]`` draws all, or those of the exercises named: after
every change, look whether each picture shows what the fault's sentence says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import cv2
import numpy as np
from numpy.typing import NDArray

from build_parts.sheet import JPEG_QUALITY, LABEL, PAPER, on_paper
from build_parts.stills import arrival, hides, picture
from coxa.body.figure.course import loop
from coxa.body.figure.poser import pose_figure
from coxa.body.figure.props import props
from coxa.body.figure.views import CameraView, views
from coxa.catalogue import (
    CommonFault,
    Exercise,
    KeyPose,
    Orientation,
    SeenFrom,
    changed,
    load_shipped,
)
from coxa.quantities import Side

Picture = NDArray[np.uint8]

TILE_PX, COLUMNS = 170, 2
WIDE_DEG = 46.0
"""The coach's camera shows a whole person who lies; a tile is no wider than high."""
FAULT = "fault"


def sheet(exercises: list[Exercise]) -> Picture:
    """Rows in two columns: exercise and fault, then start, end and fault from both sides."""
    rows = [_row(exercise, fault) for exercise in exercises for fault in shown_faults(exercise)]
    rows += [np.full_like(rows[0], int(PAPER))] * (-len(rows) % COLUMNS)
    height = len(rows) // COLUMNS
    return np.hstack([np.vstack(rows[k * height : (k + 1) * height]) for k in range(COLUMNS)])


def shown_faults(exercise: Exercise) -> list[CommonFault]:
    """The faults that are a matter of posture."""
    return [fault for fault in exercise.faults if fault.change]


def _row(exercise: Exercise, fault: CommonFault) -> Picture:
    row = np.ascontiguousarray(np.hstack([on_paper(tile) for tile in _tiles(exercise, fault)]))
    label = f"{exercise.id}: {fault.id}"
    cv2.putText(row, label, (4, 11), cv2.FONT_HERSHEY_SIMPLEX, 0.36, LABEL, 1, cv2.LINE_AA)
    return row


def _tiles(exercise: Exercise, fault: CommonFault) -> Iterator[Picture]:
    course = loop([*exercise.key_poses, _with_fault(exercise.end_pose, fault)])
    pose = pose_figure(course, Side.RIGHT)
    things = props(exercise, course, pose, Side.RIGHT)
    for camera in _cameras(exercise, *views(exercise, pose, Side.RIGHT, things)):
        seen = tuple(thing for thing in things if not hides(thing, camera))
        for pose_id in (exercise.key_poses[0].id, "end", FAULT):
            yield picture(pose, arrival(course, pose_id), seen, camera, TILE_PX)


def _with_fault(end: KeyPose, fault: CommonFault) -> KeyPose:
    if fault.change is None:
        raise ValueError(f"{fault.id} is no matter of posture.")
    return changed(end, fault.change).model_copy(update={"id": FAULT})


def _cameras(
    exercise: Exercise, coach: CameraView, around: dict[str, CameraView]
) -> tuple[CameraView, CameraView]:
    """The coach's, and one from across it."""
    lies_on_a_side = exercise.end_pose.orientation is Orientation.SIDE_LYING
    lengthwise = exercise.camera.seen_from in {SeenFrom.FEET, SeenFrom.HEAD, SeenFrom.BACK}
    across = ("front" if lies_on_a_side else "side") if lengthwise else "above"
    return coach.model_copy(update={"fov_deg": WIDE_DEG}), around[across]


def main(arguments: list[str]) -> int:
    """Draw the sheet."""
    target, *ids = arguments
    known = load_shipped().exercises
    picked = [known[exercise_id] for exercise_id in ids or known]
    cv2.imwrite(target, sheet(picked), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
