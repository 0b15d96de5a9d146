"""Records leave and come back into an empty store, and twice into the same one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coxa.app.amend import correct_reading, delete_reading, past_changes, undo
from coxa.app.export_records import all_records, export_records
from coxa.app.import_records import import_records
from coxa.app.memory import MemoryStorage
from coxa.errors import UnusableFile
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, PainReport, Person, ScreeningAnswers, Series, Session

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
SERIES = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.GONIOMETER,
    method="typed",
)


def reading(number: int) -> KeptReading:
    return KeptReading(
        id=f"{number:032x}",
        taken_at=NOW + timedelta(days=number),
        series=SERIES,
        side=Side.LEFT,
        value_deg=30 + number,
        error95_deg=8.3,
    )


@pytest.fixture
def full() -> MemoryStorage:
    storage = MemoryStorage()
    storage.save_person(Person(year_of_birth=1980))
    storage.add_screening(ScreeningAnswers(at=NOW, answers={"hip_replacement": False}))
    storage.add_readings([reading(number) for number in range(4)])
    later = NOW + timedelta(days=9)
    correct_reading(
        storage,
        reading(1).id,
        at=later,
        value_deg=12.5,
        taken_at=NOW,
        after_exercise=True,
        note='a comma, a "quote"\nand a line',
    )
    delete_reading(storage, reading(2).id, at=later)
    storage.save_session(Session(id="f" * 32, started_at=NOW, planned=()))
    storage.add_session_event("f" * 32, 0, {"type": "begin", "t_s": 0.0})
    storage.add_pain(PainReport(at=NOW, score=2))
    return storage


def test_everything_comes_back_and_changes_can_still_be_undone(full: MemoryStorage) -> None:
    empty = MemoryStorage()
    added = import_records(empty, export_records(full))
    assert (added.readings, added.sessions) == (4, 1)
    assert all_records(empty) == all_records(full)
    deleted = next(change for change in past_changes(empty) if change.amendment.after is None)
    assert deleted.can_undo
    undo(empty, deleted.amendment.id, at=NOW + timedelta(days=10))
    assert reading(2) in empty.readings()


def test_importing_twice_adds_nothing_twice(full: MemoryStorage) -> None:
    before = all_records(full)
    added = import_records(full, export_records(full))
    assert (added.readings, added.sessions, added.measurements) == (0, 0, 0)
    assert all_records(full) == before


def test_what_is_here_already_stays_as_it_is(full: MemoryStorage) -> None:
    bundle = export_records(full)
    delete_reading(full, reading(3).id, at=NOW + timedelta(days=11))
    import_records(full, bundle)
    assert reading(3) not in full.readings()


def test_a_broken_bundle_changes_nothing(full: MemoryStorage, tmp_path: Path) -> None:
    before = all_records(full)
    with pytest.raises(UnusableFile):
        import_records(full, export_records(full)[:-200], tmp_path)
    assert all_records(full) == before
