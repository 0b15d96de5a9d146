"""The storage contract on Django's models."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from django.db import IntegrityError, models, transaction

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
from coxa.site.models import (
    AmendmentRow,
    ExperimentRow,
    MeasurementRow,
    PainRow,
    PersonRow,
    PreferencesRow,
    ReadingRow,
    ScreeningRow,
    SessionEventRow,
    SessionRow,
)

THE_PERSON = 1
TABLES: tuple[type[models.Model], ...] = (
    AmendmentRow,
    ExperimentRow,
    MeasurementRow,
    PainRow,
    PersonRow,
    PreferencesRow,
    ReadingRow,
    ScreeningRow,
    SessionEventRow,
    SessionRow,
)


class DjangoStorage:
    """The records of the one person this data folder belongs to."""

    def all_or_nothing(self) -> AbstractContextManager[None]:
        return transaction.atomic()

    def person(self) -> Person:
        row = PersonRow.objects.filter(pk=THE_PERSON).first()
        return Person.from_dict(row.data) if row else Person()

    def save_person(self, person: Person) -> None:
        PersonRow.objects.update_or_create(pk=THE_PERSON, defaults={"data": person.to_dict()})

    def preferences(self) -> Preferences:
        row = PreferencesRow.objects.filter(pk=THE_PERSON).first()
        return Preferences.from_dict(row.data) if row else Preferences()

    def save_preferences(self, preferences: Preferences) -> None:
        PreferencesRow.objects.update_or_create(
            pk=THE_PERSON, defaults={"data": preferences.to_dict()}
        )

    def experiment(self) -> Schedule | None:
        return under_way(self.experiments())

    def experiments(self) -> Sequence[Schedule]:
        return [Schedule.from_dict(row.data) for row in ExperimentRow.objects.order_by("id")]

    def save_experiment(self, schedule: Schedule) -> None:
        with transaction.atomic():
            rows = list(ExperimentRow.objects.order_by("id"))
            same = (row.pk for row in rows if row.data["sha256"] == schedule.sha256)
            # Row 1 was numbered by hand when there was only one: the database's own count may not
            # know of it.
            number = next(same, 1 + max((row.pk for row in rows), default=0))
            ExperimentRow.objects.update_or_create(pk=number, defaults={"data": schedule.to_dict()})

    def screenings(self) -> Sequence[ScreeningAnswers]:
        return [ScreeningAnswers.from_dict(row.data) for row in ScreeningRow.objects.all()]

    def add_screening(self, answers: ScreeningAnswers) -> None:
        ScreeningRow.objects.create(at=answers.at, data=answers.to_dict())

    def add_measurement(
        self, measurement_id: RecordId, taken_at: Moment, measurement: Measurement
    ) -> None:
        try:
            with transaction.atomic():
                MeasurementRow.objects.create(
                    id=measurement_id, taken_at=taken_at, data=measurement.to_dict()
                )
        except IntegrityError as fault:
            raise InvalidRecord("measurement_exists", id=measurement_id) from fault

    def measurement(self, measurement_id: RecordId) -> Measurement:
        row = MeasurementRow.objects.filter(pk=measurement_id).first()
        if row is None:
            raise UnknownThing("measurement_unknown", id=measurement_id)
        return Measurement.from_dict(row.data)

    def measurements(self) -> Sequence[tuple[RecordId, Moment, Measurement]]:
        return [
            (row.id, row.taken_at, Measurement.from_dict(row.data))
            for row in MeasurementRow.objects.all()
        ]

    def readings(self) -> Sequence[KeptReading]:
        rows = ReadingRow.objects.filter(deleted=False)
        return [KeptReading.from_dict(row.data) for row in rows]

    def add_readings(self, readings: Sequence[KeptReading]) -> None:
        with transaction.atomic():
            for reading in readings:
                if ReadingRow.objects.filter(pk=reading.id).exists():
                    raise InvalidRecord("reading_exists", id=reading.id)
                ReadingRow.objects.create(id=reading.id, **_columns(reading))

    def amend(self, amendment: Amendment) -> None:
        reading_id = _reading_id(amendment)
        with transaction.atomic():
            if self._reading(reading_id) != amendment.before:
                raise UnknownThing("reading_changed", id=reading_id)
            if amendment.after is None:
                ReadingRow.objects.filter(pk=reading_id).update(deleted=True)
            else:
                ReadingRow.objects.update_or_create(
                    pk=reading_id, defaults=_columns(amendment.after)
                )
            AmendmentRow.objects.create(
                id_hex=amendment.id, reading_id=reading_id, data=amendment.to_dict()
            )

    def amendments(self) -> Sequence[Amendment]:
        return [Amendment.from_dict(row.data) for row in AmendmentRow.objects.all()]

    def sessions(self) -> Sequence[Session]:
        return [Session.from_dict(row.data) for row in SessionRow.objects.all()]

    def session(self, session_id: RecordId) -> Session:
        row = SessionRow.objects.filter(pk=session_id).first()
        if row is None:
            raise UnknownThing("session_unknown", id=session_id)
        return Session.from_dict(row.data)

    def save_session(self, session: Session) -> None:
        SessionRow.objects.update_or_create(
            pk=session.id,
            defaults={"started_at": session.started_at, "data": session.to_dict()},
        )

    def session_events(self, session_id: RecordId) -> Sequence[dict[str, object]]:
        return [row.data for row in SessionEventRow.objects.filter(session_id=session_id)]

    def add_session_event(
        self, session_id: RecordId, number: int, event: dict[str, object]
    ) -> None:
        SessionEventRow.objects.get_or_create(
            session_id=session_id, number=number, defaults={"data": event}
        )

    def pain(self) -> Sequence[PainReport]:
        return [PainReport.from_dict(row.data) for row in PainRow.objects.all()]

    def add_pain(self, report: PainReport) -> None:
        PainRow.objects.create(at=report.at, data=report.to_dict())

    def delete_everything(self) -> None:
        with transaction.atomic():
            for table in TABLES:
                table._default_manager.all().delete()

    def _reading(self, reading_id: RecordId) -> KeptReading | None:
        row = ReadingRow.objects.filter(pk=reading_id, deleted=False).first()
        return KeptReading.from_dict(row.data) if row else None


def _columns(reading: KeptReading) -> dict[str, Any]:
    return {
        "taken_at": reading.taken_at,
        "test": reading.series.test,
        "direction": reading.series.direction,
        "side": reading.side,
        "device": reading.series.device,
        "deleted": False,
        "data": reading.to_dict(),
    }


def _reading_id(amendment: Amendment) -> RecordId:
    ids = {reading.id for reading in (amendment.before, amendment.after) if reading is not None}
    if len(ids) != 1:
        raise InvalidRecord("amendment_of_two", id=amendment.id)
    return ids.pop()


_keeps_the_contract: type[Storage] = DjangoStorage
