"""A picture of the moment measured, for every reading that has one."""

from __future__ import annotations

from pathlib import Path

from coxa.app.measure_recording import MeasuredRecording
from coxa.assessment import moment_of
from coxa.capture import picture_of
from coxa.quantities import Direction, Side


def moment_pictures(found: MeasuredRecording, video: Path) -> dict[tuple[Side, Direction], bytes]:
    """JPEGs by side and direction, faces covered; refused readings that were held have one too."""
    pictures: dict[tuple[Side, Direction], bytes] = {}
    for reading in found.measurement.readings:
        moment = moment_of(found.measurement, found.recording, reading)
        if moment is not None:
            pictures[reading.side, reading.direction] = picture_of(
                video,
                moment.time_s,
                moment.points_px,
                side=moment.side,
                mirrored=found.recording.mirrored,
            )
    return pictures
