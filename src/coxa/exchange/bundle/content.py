"""Everything that is kept of one person, as it leaves and comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coxa.experiment import Schedule
from coxa.quantities import Side
from coxa.records import (
    Amendment,
    KeptReading,
    Measurement,
    Moment,
    PainReport,
    Person,
    Preferences,
    Record,
    RecordId,
    ScreeningAnswers,
    Session,
)

Leg = tuple[RecordId, Side]
"""A measurement's id, and one of its legs."""


class KeptMeasurement(Record):
    """A measurement with its id and its time."""

    id: RecordId
    taken_at: Moment
    measurement: Measurement


@dataclass(frozen=True)
class AllRecords:
    """All records of one person; sequences come in the order in which they were kept.

    Attributes
    ----------
    experiment : the sealed schedule of the comparison that is under way.
    past_experiments : schedules of comparisons that were ended.
    readings : as they are now, after all amendments.
    amendments : every change that led there, oldest first.
    session_events : the coach's event log of each session, by the session's id.
    landmarks : the ``.npz`` file of a measurement's landmarks, by the measurement's id.
    phone : the ``.csv`` file of what a phone on that leg's shin recorded.
    """

    person: Person = field(default_factory=Person)
    preferences: Preferences = field(default_factory=Preferences)
    experiment: Schedule | None = None
    past_experiments: tuple[Schedule, ...] = ()
    screenings: tuple[ScreeningAnswers, ...] = ()
    measurements: tuple[KeptMeasurement, ...] = ()
    readings: tuple[KeptReading, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    sessions: tuple[Session, ...] = ()
    session_events: Mapping[RecordId, tuple[dict[str, object], ...]] = field(default_factory=dict)
    pain: tuple[PainReport, ...] = ()
    landmarks: Mapping[RecordId, bytes] = field(default_factory=dict)
    phone: Mapping[Leg, bytes] = field(default_factory=dict)
