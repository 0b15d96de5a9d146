"""A storage that lives in memory: for tests and for trying things out."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from coxa.app.storage import Storage
from coxa.errors import InvalidRecord, UnknownThing
from coxa.experiment import Schedule, under_way
from coxa.records import (
    Amendment,
    KeptReading,
    Measurement,
    Moment,
    PainReport,
    Person,
    Preferences,
    RecordId,
    ScreeningAnswers,
    Session,
)


class MemoryStorage:
    """Keeps the same promises as the store on disk, until the program ends."""

    def __init__(self) -> None:
        self.delete_everything()

    def delete_everything(self) -> None:
        self._person = Person()
        self._preferences = Preferences()
        self._experiments: dict[str, Schedule] = {}
        self._screenings: list[ScreeningAnswers] = []
        self._measurements: dict[RecordId, tuple[Moment, Measurement]] = {}
        self._readings: dict[RecordId, KeptReading] = {}
        self._used_ids: set[RecordId] = set()
        self._amendments: list[Amendment] = []
        self._sessions: dict[RecordId, Session] = {}
        self._events: dict[RecordId, dict[int, dict[str, object]]] = {}
        self._pain: list[PainReport] = []

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        before = copy.deepcopy(self.__dict__)
        try:
            yield
        except BaseException:
            self.__dict__ = before
            raise

    def person(self) -> Person:
        return self._person

    def save_person(self, person: Person) -> None:
        self._person = person

    def preferences(self) -> Preferences:
        return self._preferences

    def save_preferences(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def experiment(self) -> Schedule | None:
        return under_way(self.experiments())

    def experiments(self) -> Sequence[Schedule]:
        return tuple(self._experiments.values())

    def save_experiment(self, schedule: Schedule) -> None:
        self._experiments[schedule.sha256] = schedule

    def screenings(self) -> Sequence[ScreeningAnswers]:
        return sorted(self._screenings, key=lambda answers: answers.at)

    def add_screening(self, answers: ScreeningAnswers) -> None:
        self._screenings.append(answers)

    def add_measurement(
        self, measurement_id: RecordId, taken_at: Moment, measurement: Measurement
    ) -> None:
        if measurement_id in self._measurements:
            raise InvalidRecord("measurement_exists", id=measurement_id)
        self._measurements[measurement_id] = (taken_at, measurement)

    def measurement(self, measurement_id: RecordId) -> Measurement:
        if measurement_id not in self._measurements:
            raise UnknownThing("measurement_unknown", id=measurement_id)
        return self._measurements[measurement_id][1]

    def measurements(self) -> Sequence[tuple[RecordId, Moment, Measurement]]:
        kept = [(key, taken_at, found) for key, (taken_at, found) in self._measurements.items()]
        return sorted(kept, key=lambda entry: (entry[1], entry[0]))

    def readings(self) -> Sequence[KeptReading]:
        return sorted(self._readings.values(), key=lambda reading: (reading.taken_at, reading.id))

    def add_readings(self, readings: Sequence[KeptReading]) -> None:
        new: set[RecordId] = set()
        for reading in readings:
            if reading.id in self._used_ids | new:
                raise InvalidRecord("reading_exists", id=reading.id)
            new.add(reading.id)
        self._used_ids |= new
        self._readings |= {reading.id: reading for reading in readings}

    def amend(self, amendment: Amendment) -> None:
        ids = {reading.id for reading in (amendment.before, amendment.after) if reading}
        if len(ids) != 1:
            raise InvalidRecord("amendment_of_two", id=amendment.id)
        reading_id = ids.pop()
        if self._readings.get(reading_id) != amendment.before:
            raise UnknownThing("reading_changed", id=reading_id)
        if amendment.after is None:
            del self._readings[reading_id]
        else:
            self._readings[reading_id] = amendment.after
            self._used_ids.add(reading_id)
        self._amendments.append(amendment)

    def amendments(self) -> Sequence[Amendment]:
        return tuple(self._amendments)

    def sessions(self) -> Sequence[Session]:
        return sorted(self._sessions.values(), key=lambda session: (session.started_at, session.id))

    def session(self, session_id: RecordId) -> Session:
        if session_id not in self._sessions:
            raise UnknownThing("session_unknown", id=session_id)
        return self._sessions[session_id]

    def save_session(self, session: Session) -> None:
        self._sessions[session.id] = session

    def session_events(self, session_id: RecordId) -> Sequence[dict[str, object]]:
        log = self._events.get(session_id, {})
        return [log[number] for number in sorted(log)]

    def add_session_event(
        self, session_id: RecordId, number: int, event: dict[str, object]
    ) -> None:
        self._events.setdefault(session_id, {}).setdefault(number, event)

    def pain(self) -> Sequence[PainReport]:
        return sorted(self._pain, key=lambda report: report.at)

    def add_pain(self, report: PainReport) -> None:
        self._pain.append(report)


_keeps_the_contract: type[Storage] = MemoryStorage
