"""A test that was begun anew half-way: each take is read against its own stillness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coxa.capture import PoseRecording
from coxa.quantities import Direction, Side
from coxa.records import Measurement, Reading, RotationCurve


def split(recording: PoseRecording) -> list[PoseRecording]:
    """The takes of a recording, on its own clock; mostly there is one."""
    if not recording.takes:
        return [recording]
    ends = (0, *recording.takes, recording.frame_count)
    return [_cut(recording, slice(first, last)) for first, last in pairwise(ends)]


def _cut(recording: PoseRecording, frames: slice) -> PoseRecording:
    return replace(
        recording,
        time_s=recording.time_s[frames],
        image_px=recording.image_px[frames],
        world_m=recording.world_m[frames],
        visibility=recording.visibility[frames],
        score=recording.score[frames],
        people=recording.people[frames],
        shanks_px=None if recording.shanks_px is None else recording.shanks_px[frames],
        by_mirror=None if recording.by_mirror is None else recording.by_mirror[frames],
        takes=(),
    )


def joined(recording: PoseRecording, takes: Sequence[Measurement]) -> Measurement:
    """One measurement of all takes; what was read twice counts as it was read last."""
    if len(takes) == 1:
        return takes[0]
    found: dict[tuple[Side, Direction], Reading] = {}
    for reading in (reading for take in takes for reading in take.readings):
        before = found.get((reading.side, reading.direction))
        if before is None or reading.accepted or not before.accepted:
            found[reading.side, reading.direction] = reading
    return takes[-1].model_copy(
        update={
            "duration_s": recording.duration_s,
            "frame_count": recording.frame_count,
            "readings": tuple(found.values()),
            "curves": tuple(_one_after_another(side, takes) for side in Side),
            "notes": tuple(note for take in takes for note in take.notes),
        }
    )


def _one_after_another(side: Side, takes: Sequence[Measurement]) -> RotationCurve:
    curves = [curve for take in takes for curve in take.curves if curve.side is side]
    return RotationCurve(
        side=side,
        time_s=tuple(t_s for curve in curves for t_s in curve.time_s),
        rotation_deg=tuple(deg for curve in curves for deg in curve.rotation_deg),
    )
