"""A person's course so far: readings by kind, sessions, pain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from coxa.app.keep_measurement import is_of_sample
from coxa.app.storage import Storage
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, PainReport, Session

Kind = tuple[Test, Mode, Device, str]


@dataclass(frozen=True)
class Course:
    """Readings that may be looked at together: same test, mode, device and method."""

    readings: tuple[KeptReading, ...]
    of_sample: bool

    @property
    def kind(self) -> Kind:
        return kind_of(self.readings[0])

    def latest(self, side: Side, direction: Direction) -> KeptReading | None:
        """The last reading of one side and direction."""
        for reading in reversed(self.readings):
            if reading.side is side and reading.series.direction is direction:
                return reading
        return None


@dataclass(frozen=True)
class History:
    """All that was kept, oldest first; courses with the latest reading first."""

    courses: tuple[Course, ...]
    sessions: tuple[Session, ...]
    pain: tuple[PainReport, ...]

    @property
    def empty(self) -> bool:
        return not (self.courses or self.sessions or self.pain)

    @property
    def own(self) -> tuple[Course, ...]:
        """Courses of the person, without those of the sample recording."""
        return tuple(course for course in self.courses if not course.of_sample)


def read_history(storage: Storage) -> History:
    """The whole history."""
    by_kind: dict[Kind, list[KeptReading]] = {}
    for reading in storage.readings():
        by_kind.setdefault(kind_of(reading), []).append(reading)
    courses = [Course(tuple(readings), is_of_sample(readings[0])) for readings in by_kind.values()]
    courses.sort(key=lambda course: course.readings[-1].taken_at, reverse=True)
    return History(tuple(courses), finished_sessions(storage), all_pain(storage))


def own_readings(storage: Storage) -> Sequence[KeptReading]:
    """The person's own readings; those of the sample only while there are none of their own."""
    readings = storage.readings()
    own = [reading for reading in readings if not is_of_sample(reading)]
    return own or readings


def finished_sessions(storage: Storage) -> tuple[Session, ...]:
    """Sessions in which something was done."""
    return tuple(session for session in storage.sessions() if session.finished_at or session.done)


def all_pain(storage: Storage) -> tuple[PainReport, ...]:
    """Pain as reported in sessions and beside them, oldest first, none twice."""
    reports = dict.fromkeys(storage.pain())
    for session in storage.sessions():
        reports |= dict.fromkeys(session.pain)
    return tuple(sorted(reports, key=lambda report: report.at))


def kind_of(reading: KeptReading) -> Kind:
    """What must agree, beside the direction, for two readings to share a picture."""
    series = reading.series
    return series.test, series.mode, series.device, series.method


def days_of(readings: Sequence[KeptReading], zone: tzinfo) -> Sequence[date]:
    """The days on which readings were taken, each once, oldest first."""
    return sorted({reading.taken_at.astimezone(zone).date() for reading in readings})
