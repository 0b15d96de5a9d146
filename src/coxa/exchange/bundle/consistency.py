"""What rows that are right on their own must agree in with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coxa.exchange.bundle.content import AllRecords
from coxa.exchange.bundle.faults import Fault, fault
from coxa.exchange.bundle.tables import AMENDMENTS
from coxa.records import Amendment, KeptReading, RecordId


def disagreements(records: AllRecords) -> Iterator[Fault]:
    """Changes that do not lead from one to the next, or not to the reading as it is now.

    Each amendment's line is told as if its file had one line a row, as exports do.
    """
    state: dict[RecordId, KeptReading | None] = {}
    for line, amendment in enumerate(records.amendments, start=2):
        reading_id = reading_of(amendment)
        if reading_id is None:
            yield fault(AMENDMENTS.file, line, "bundle_fault_change_empty")
        elif state.get(reading_id, amendment.before) != amendment.before:
            yield fault(AMENDMENTS.file, line, "bundle_fault_change_gap", reading=reading_id)
        else:
            state[reading_id] = amendment.after
    now = {reading.id: reading for reading in records.readings}
    last_line = {
        reading_of(amendment): line for line, amendment in enumerate(records.amendments, start=2)
    }
    for reading_id, reading in state.items():
        if now.get(reading_id) != reading:
            yield fault(
                AMENDMENTS.file, last_line[reading_id], "bundle_fault_change", reading=reading_id
            )


def reading_of(amendment: Amendment) -> RecordId | None:
    """The reading that was changed; ``None`` when the amendment names none, or two."""
    ids = {one.id for one in (amendment.before, amendment.after) if one is not None}
    return ids.pop() if len(ids) == 1 else None


def before_changes(
    readings: Sequence[KeptReading], amendments: Sequence[Amendment]
) -> tuple[KeptReading, ...]:
    """The readings as they were first written down, before any of ``amendments``."""
    first: dict[RecordId, KeptReading | None] = {reading.id: reading for reading in readings}
    for amendment in reversed(amendments):
        reading_id = reading_of(amendment)
        if reading_id is not None:
            first[reading_id] = amendment.before
    return tuple(reading for reading in first.values() if reading is not None)
