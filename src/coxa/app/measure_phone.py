"""Measure with a phone on the shin: one take a leg, read as it ends, joined to one measurement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coxa.app.phone_script import ASKED_FIRST
from coxa.assessment import assess_phone
from coxa.capture import OrientationRecording
from coxa.quantities import Side, Test
from coxa.records import Measurement

SOURCE = "phone.csv"


@dataclass(frozen=True)
class ReadTake:
    """One leg: what the phone recorded, and what that gave."""

    side: Side
    recording: OrientationRecording
    measurement: Measurement

    @property
    def worth_keeping(self) -> bool:
        return bool(self.measurement.accepted)


def read_take(recording: OrientationRecording, test: Test, side: Side) -> ReadTake:
    """Read one leg, which did what :func:`coxa.app.phone_script.phone_script` asks for."""
    found = assess_phone(recording, test, side, first_asked=ASKED_FIRST)
    return ReadTake(side, recording, found)


def one_a_leg(takes: Sequence[ReadTake]) -> dict[Side, ReadTake]:
    """The take of each leg that counts: the last one, unless only an earlier one could be read."""
    counting: dict[Side, ReadTake] = {}
    for take in takes:
        before = counting.get(take.side)
        if before is None or take.worth_keeping or not before.worth_keeping:
            counting[take.side] = take
    return counting


def joined(takes: Sequence[ReadTake]) -> Measurement:
    """One measurement of what counts of at least one take."""
    counting = one_a_leg(takes)
    found = [counting[side].measurement for side in Side if side in counting]
    notes = {note.id: note for one in found for note in one.notes}
    return found[0].model_copy(
        update={
            "duration_s": sum(one.duration_s for one in found),
            "frame_count": sum(one.frame_count for one in found),
            "readings": tuple(reading for one in found for reading in one.readings),
            "curves": tuple(curve for one in found for curve in one.curves),
            "notes": tuple(notes.values()),
        }
    )
