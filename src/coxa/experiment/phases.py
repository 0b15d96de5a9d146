"""Which phase of the person's own experiment each reading fell into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from coxa.quantities import Side
from coxa.records import KeptReading, Phase, Record, Series, Session

FAMILIARISATION_DAYS = 2
"""The first two reading days of a series teach the movement: kept, never analysed."""
MIN_BASELINE_DAYS = 6
"""Analysed days that are planned before training: from so many a person's own error can be told."""
WANTED_BASELINE_DAYS = 5
"""Fewer baseline readings than this make a weak answer (What Works Clearinghouse: five a phase)."""


class Phased(Record):
    """A reading and its phase."""

    reading: KeptReading
    phase: Phase


def phases(
    readings: Sequence[KeptReading], sessions: Sequence[Session], *, zone: tzinfo | None = None
) -> tuple[Phased, ...]:
    """Each reading with its phase, oldest first.

    A side trains from its first acknowledged set on: a reading taken before that set, even on the
    same day, still belongs to the baseline. Days are those of ``zone`` (``None``: this machine's).
    """
    first_set = first_sets(sessions)
    practice = _familiarisation_days(readings, zone)
    ordered = sorted(readings, key=lambda reading: (reading.taken_at, reading.id))
    return tuple(
        Phased(reading=reading, phase=_phase(reading, practice, first_set, zone))
        for reading in ordered
    )


def _phase(
    reading: KeptReading,
    practice: Mapping[Series, set[date]],
    first_set: Mapping[Side, datetime],
    zone: tzinfo | None,
) -> Phase:
    if _day(reading, zone) in practice[reading.series]:
        return Phase.FAMILIARISATION
    own, other = first_set.get(reading.side), first_set.get(reading.side.other)
    if own and reading.taken_at >= own:
        return Phase.TRAINING
    if other and reading.taken_at >= other:
        return Phase.WAITING
    return Phase.BASELINE


def first_sets(sessions: Sequence[Session]) -> dict[Side, datetime]:
    """When each side really began to train: at its first acknowledged set."""
    first: dict[Side, datetime] = {}
    for session in sessions:
        for done in session.done:
            if done.side not in first or done.at < first[done.side]:
                first[done.side] = done.at
    return first


def _familiarisation_days(
    readings: Sequence[KeptReading], zone: tzinfo | None
) -> dict[Series, set[date]]:
    days: dict[Series, set[date]] = {}
    for reading in readings:
        days.setdefault(reading.series, set()).add(_day(reading, zone))
    return {series: set(sorted(own)[:FAMILIARISATION_DAYS]) for series, own in days.items()}


def _day(reading: KeptReading, zone: tzinfo | None) -> date:
    return reading.taken_at.astimezone(zone).date()
