"""Which moment of a recording shows a reading best: the middle of its best-held repeat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.capture import PoseRecording
from coxa.quantities import Side
from coxa.records import Measurement, Reading


@dataclass(frozen=True)
class Moment:
    """A frame to look at: ``points_px`` (33, 2) are its landmarks."""

    side: Side
    time_s: float
    points_px: NDArray[np.float32]


def moment_of(
    measurement: Measurement, recording: PoseRecording, reading: Reading | None = None
) -> Moment | None:
    """The moment of ``reading``, by default of the accepted one that turned furthest.

    ``None`` when nothing was held, or nothing accepted.
    """
    if reading is None:
        by_size = sorted(measurement.accepted, key=lambda found: abs(found.value_deg or 0.0))
        if not by_size:
            return None
        reading = by_size[-1]
    if not reading.repeats:
        return None
    hold = max(reading.repeats, key=lambda repeat: repeat.end_s - repeat.start_s)
    middle_s = (hold.start_s + hold.end_s) / 2
    frame = int(np.argmin(np.abs(recording.time_s - middle_s)))
    return Moment(reading.side, float(recording.time_s[frame]), recording.image_px[frame])
