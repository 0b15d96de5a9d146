"""What every storage must keep to. A store's test class inherits this and gives a fixture."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from coxa.app.storage import Storage
from coxa.errors import InvalidRecord, UnknownThing
from coxa.experiment import Schedule, draw_schedule
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import (
    Amendment,
    Change,
    Goal,
    GoalTag,
    KeptReading,
    Measurement,
    PainReport,
    Person,
    Preferences,
    ScreeningAnswers,
    Series,
    Session,
    Sex,
)

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def hex_id(number: int) -> str:
    return f"{number:032x}"


def a_reading(number: int, days: float = 0, value_deg: float = 30.0) -> KeptReading:
    return KeptReading(
        id=hex_id(number),
        taken_at=NOON + timedelta(days=days),
        series=Series(
            test=Test.SEATED,
            direction=Direction.INTERNAL,
            mode=Mode.ACTIVE,
            device=Device.GONIOMETER,
            method="typed",
        ),
        side=Side.LEFT,
        value_deg=value_deg,
        error95_deg=9.2,
        note="after breakfast – cold ☂",
    )


def a_schedule(seed: int = 7) -> Schedule:
    return draw_schedule(seed, NOON, date(2026, 3, 2))


EVENINGS = Preferences(
    goal=Goal(tag=GoalTag.SQUATTING, words="sit on my heels – früh"),
    weekdays=(0, 2, 4),
    minutes=15,
    equipment=("mat",),
    places=("floor", "standing"),
    at=time(18, 30),
)


def a_change(
    number: int, before: KeptReading | None, after: KeptReading | None, kind: Change
) -> Amendment:
    return Amendment(id=hex_id(number), at=NOON, kind=kind, before=before, after=after)


def a_measurement(source: str = "clip.mp4") -> Measurement:
    return Measurement(
        test=Test.SEATED,
        device=Device.CAMERA,
        mode=Mode.ACTIVE,
        method="blazepose-heavy/uncalibrated-1",
        source=source,
        duration_s=30.0,
        frame_count=900,
        readings=(),
    )


class StorageContract:
    """Inherit and provide ``storage``, a fixture that gives an empty store."""

    def test_a_new_store_holds_nothing(self, storage: Storage) -> None:
        assert storage.person() == Person()
        assert storage.preferences() == Preferences()
        assert storage.experiment() is None
        for part in (
            storage.experiments(),
            storage.readings(),
            storage.measurements(),
            storage.amendments(),
            storage.sessions(),
            storage.screenings(),
            storage.pain(),
        ):
            assert list(part) == []

    def test_all_or_nothing_takes_back_what_was_written_before_a_fault(
        self, storage: Storage
    ) -> None:
        storage.add_readings([a_reading(1)])

        def write_and_fail() -> None:
            with storage.all_or_nothing():
                storage.save_person(Person(year_of_birth=1980))
                storage.save_preferences(EVENINGS)
                storage.save_experiment(a_schedule())
                storage.amend(a_change(5, a_reading(1), None, Change.DELETE))
                storage.add_pain(PainReport(at=NOON, score=3))
                storage.add_readings([a_reading(1)])

        with pytest.raises(InvalidRecord):
            write_and_fail()
        assert list(storage.readings()) == [a_reading(1)]
        assert storage.person() == Person()
        assert storage.preferences() == Preferences()
        assert storage.experiment() is None
        assert list(storage.amendments()) == []
        assert list(storage.pain()) == []

    def test_all_or_nothing_keeps_what_went_well(self, storage: Storage) -> None:
        with storage.all_or_nothing():
            storage.add_readings([a_reading(1)])
        assert list(storage.readings()) == [a_reading(1)]

    def test_the_person_is_kept_and_replaced(self, storage: Storage) -> None:
        storage.save_person(Person(year_of_birth=1980))
        storage.save_person(Person(year_of_birth=1981, sex=Sex.FEMALE))
        assert storage.person() == Person(year_of_birth=1981, sex=Sex.FEMALE)

    def test_preferences_are_kept_and_replaced(self, storage: Storage) -> None:
        storage.save_preferences(Preferences(minutes=20))
        storage.save_preferences(EVENINGS)
        assert storage.preferences() == EVENINGS

    def test_the_schedule_of_a_comparison_is_kept_and_ended_and_stays_in_the_record(
        self, storage: Storage
    ) -> None:
        storage.save_experiment(a_schedule(1))
        assert storage.experiment() == a_schedule(1)
        ended = a_schedule(1).model_copy(update={"ended_at": NOON})
        storage.save_experiment(ended)
        assert storage.experiment() is None
        storage.save_experiment(a_schedule(2))
        assert storage.experiment() == a_schedule(2)
        assert list(storage.experiments()) == [ended, a_schedule(2)]

    def test_screenings_come_oldest_first(self, storage: Storage) -> None:
        later = ScreeningAnswers(at=NOON, answers={"q": True})
        sooner = ScreeningAnswers(at=NOON - timedelta(days=1), answers={"q": False})
        storage.add_screening(later)
        storage.add_screening(sooner)
        assert list(storage.screenings()) == [sooner, later]

    def test_a_measurement_comes_back_as_it_was(self, storage: Storage) -> None:
        storage.add_measurement(hex_id(1), NOON, a_measurement())
        assert storage.measurement(hex_id(1)) == a_measurement()
        assert list(storage.measurements()) == [(hex_id(1), NOON, a_measurement())]

    def test_a_measurement_is_not_overwritten(self, storage: Storage) -> None:
        storage.add_measurement(hex_id(1), NOON, a_measurement())
        with pytest.raises(InvalidRecord):
            storage.add_measurement(hex_id(1), NOON, a_measurement("other.mp4"))
        assert storage.measurement(hex_id(1)).source == "clip.mp4"

    def test_an_unknown_measurement_is_named_as_such(self, storage: Storage) -> None:
        with pytest.raises(UnknownThing):
            storage.measurement(hex_id(9))

    def test_readings_come_oldest_first_and_as_they_were(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1, days=1), a_reading(2, days=0)])
        assert list(storage.readings()) == [a_reading(2, days=0), a_reading(1, days=1)]

    def test_readings_are_added_all_or_none(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        with pytest.raises(InvalidRecord):
            storage.add_readings([a_reading(2), a_reading(1, value_deg=10)])
        assert list(storage.readings()) == [a_reading(1)]

    def test_an_id_may_not_come_twice_in_one_call(self, storage: Storage) -> None:
        with pytest.raises(InvalidRecord):
            storage.add_readings([a_reading(1), a_reading(1)])
        assert list(storage.readings()) == []

    def test_a_correction_replaces_and_is_remembered(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        change = a_change(5, a_reading(1), a_reading(1, value_deg=20), Change.CORRECT)
        storage.amend(change)
        assert list(storage.readings()) == [a_reading(1, value_deg=20)]
        assert list(storage.amendments()) == [change]

    def test_a_correction_of_what_changed_meanwhile_is_refused(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        stale = a_change(
            5, a_reading(1, value_deg=99 - 50), a_reading(1, value_deg=20), Change.CORRECT
        )
        with pytest.raises(UnknownThing):
            storage.amend(stale)
        assert list(storage.readings()) == [a_reading(1)]
        assert list(storage.amendments()) == []

    def test_a_deleted_reading_is_gone_and_can_come_back(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        storage.amend(a_change(5, a_reading(1), None, Change.DELETE))
        assert list(storage.readings()) == []
        storage.amend(a_change(6, None, a_reading(1), Change.UNDO))
        assert list(storage.readings()) == [a_reading(1)]
        assert [change.id for change in storage.amendments()] == [hex_id(5), hex_id(6)]

    def test_what_is_there_cannot_be_brought_back(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        with pytest.raises(UnknownThing):
            storage.amend(a_change(6, None, a_reading(1, value_deg=1), Change.UNDO))
        assert list(storage.readings()) == [a_reading(1)]

    def test_the_id_of_a_deleted_reading_stays_taken(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        storage.amend(a_change(5, a_reading(1), None, Change.DELETE))
        with pytest.raises(InvalidRecord):
            storage.add_readings([a_reading(1)])

    def test_a_change_concerns_one_reading(self, storage: Storage) -> None:
        storage.add_readings([a_reading(1)])
        with pytest.raises(InvalidRecord):
            storage.amend(a_change(5, a_reading(1), a_reading(2), Change.CORRECT))
        with pytest.raises(InvalidRecord):
            storage.amend(a_change(6, None, None, Change.UNDO))

    def test_a_session_is_kept_and_replaced(self, storage: Storage) -> None:
        started = Session(id=hex_id(1), started_at=NOON, planned=())
        finished = started.model_copy(update={"finished_at": NOON + timedelta(minutes=9)})
        storage.save_session(started)
        storage.save_session(finished)
        assert list(storage.sessions()) == [finished]
        assert storage.session(hex_id(1)) == finished
        with pytest.raises(UnknownThing):
            storage.session(hex_id(2))

    def test_an_event_is_counted_once(self, storage: Storage) -> None:
        storage.save_session(Session(id=hex_id(1), started_at=NOON, planned=()))
        storage.add_session_event(hex_id(1), 1, {"kind": "second"})
        storage.add_session_event(hex_id(1), 0, {"kind": "first"})
        storage.add_session_event(hex_id(1), 0, {"kind": "again"})
        kinds = [event["kind"] for event in storage.session_events(hex_id(1))]
        assert kinds == ["first", "second"]
        assert list(storage.session_events(hex_id(2))) == []

    def test_pain_comes_oldest_first(self, storage: Storage) -> None:
        later = PainReport(at=NOON, score=3)
        sooner = PainReport(at=NOON - timedelta(hours=1), score=0, groin_pinch=True)
        storage.add_pain(later)
        storage.add_pain(sooner)
        assert list(storage.pain()) == [sooner, later]

    def test_deleting_everything_leaves_nothing_and_frees_the_ids(self, storage: Storage) -> None:
        storage.save_person(Person(year_of_birth=1980))
        storage.save_preferences(EVENINGS)
        storage.save_experiment(a_schedule())
        storage.add_readings([a_reading(1)])
        storage.amend(a_change(5, a_reading(1), None, Change.DELETE))
        storage.add_measurement(hex_id(1), NOON, a_measurement())
        storage.save_session(Session(id=hex_id(1), started_at=NOON, planned=()))
        storage.add_session_event(hex_id(1), 0, {"kind": "first"})
        storage.add_pain(PainReport(at=NOON, score=3))
        storage.add_screening(ScreeningAnswers(at=NOON, answers={}))
        storage.delete_everything()
        self.test_a_new_store_holds_nothing(storage)
        assert list(storage.session_events(hex_id(1))) == []
        storage.add_readings([a_reading(1)])
