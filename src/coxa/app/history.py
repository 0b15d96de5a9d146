"""A person's course so far: readings by kind, sessions, pain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from coxa.app.keep_measurement import is_of_sample
from coxa.app.storage import Storage
from coxa.evidence import why_apart
from coxa.quantities import Direction, Side
from coxa.records import KeptReading, Message, PainReport, Session, Technique


@dataclass(frozen=True)
class Course:
    """Readings that may share a picture: those of one technique."""

    readings: tuple[KeptReading, ...]
    of_sample: bool

    @property
    def technique(self) -> Technique:
        return self.readings[0].series.technique

    def latest(self, side: Side, direction: Direction) -> KeptReading | None:
        """The last reading of one side and direction; one taken after exercise says so itself."""
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

    @property
    def why_apart(self) -> tuple[Message, ...]:
        """Why the person's own readings stand in more than one picture, if they do."""
        return why_apart(reading.series for course in self.own for reading in course.readings)


def read_history(storage: Storage) -> History:
    """The whole history."""
    alike: dict[Technique, list[KeptReading]] = {}
    for reading in storage.readings():
        alike.setdefault(reading.series.technique, []).append(reading)
    courses = [Course(tuple(readings), is_of_sample(readings[0])) for readings in alike.values()]
    courses.sort(key=lambda course: course.readings[-1].taken_at, reverse=True)
    return History(tuple(courses), finished_sessions(storage), all_pain(storage))


def own_readings(storage: Storage) -> Sequence[KeptReading]:
    """The person's own readings, oldest first: those of the sample recording are nobody's."""
    return [reading for reading in storage.readings() if not is_of_sample(reading)]


def only_sample(storage: Storage) -> Message | None:
    """What to say when readings of the sample recording are all that there is; else ``None``."""
    readings = storage.readings()
    if readings and all(is_of_sample(reading) for reading in readings):
        return Message(id="only_sample")
    return None


def finished_sessions(storage: Storage) -> tuple[Session, ...]:
    """Sessions in which something was done."""
    return tuple(session for session in storage.sessions() if session.finished_at or session.done)


def all_pain(storage: Storage) -> tuple[PainReport, ...]:
    """Pain as reported in sessions and beside them, oldest first, none twice."""
    reports = dict.fromkeys(storage.pain())
    for session in storage.sessions():
        reports |= dict.fromkeys(session.pain)
    return tuple(sorted(reports, key=lambda report: report.at))


def days_of(readings: Sequence[KeptReading], zone: tzinfo) -> Sequence[date]:
    """The days on which readings were taken, each once, oldest first."""
    return sorted({reading.taken_at.astimezone(zone).date() for reading in readings})
