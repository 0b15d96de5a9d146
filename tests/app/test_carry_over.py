"""Export and import: from one store into another, twice, and into one that went its own way."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from coxa.app.amend import correct_reading, delete_reading
from coxa.app.export_records import all_records, export_records
from coxa.app.import_records import Imported, import_records
from coxa.app.memory import MemoryStorage
from coxa.exchange import AllRecords, RejectedBundle, write_bundle
from coxa.records import Person
from tests.exchange.made_up import all_records as made_up_records
from tests.exchange.one_of_each import AT, ONE_OF_EACH


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "recordings"
    place.mkdir()
    return place


def by_content(records: AllRecords) -> dict[str, object]:
    """Records without the order that stores put them into."""
    return {
        name: sorted(map(repr, value)) if isinstance(value, tuple) else value
        for name, value in vars(records).items()
    }


@settings(max_examples=40, deadline=None)
@given(made_up_records())
def test_an_empty_store_takes_over_everything_and_the_second_time_nothing(
    records: AllRecords,
) -> None:
    with tempfile.TemporaryDirectory() as place:
        storage, recordings = MemoryStorage(), Path(place)
        import_records(storage, write_bundle(records), recordings)
        assert by_content(all_records(storage, recordings)) == by_content(records)
        before = export_records(storage, recordings)
        again = import_records(storage, write_bundle(records), recordings)
        assert again == Imported()
        assert not again.anything
        assert export_records(storage, recordings) == before


def test_what_was_taken_over_is_counted(folder: Path) -> None:
    storage = MemoryStorage()
    assert import_records(storage, write_bundle(ONE_OF_EACH), folder) == Imported(
        readings=3, measurements=2, sessions=1, screenings=1, pain=1, changes=1
    )
    assert (folder / f"{ONE_OF_EACH.measurements[0].id}.npz").read_bytes().startswith(b"PK")
    for (measurement_id, side), content in ONE_OF_EACH.phone.items():
        assert (folder / f"{measurement_id}-{side.value}.csv").read_bytes() == content


def test_a_faulty_bundle_changes_nothing(folder: Path) -> None:
    storage = MemoryStorage()
    spoilt = AllRecords(
        person=Person(year_of_birth=1950),
        readings=ONE_OF_EACH.readings[:1],
        amendments=ONE_OF_EACH.amendments,
    )
    with pytest.raises(RejectedBundle):
        import_records(storage, write_bundle(spoilt), folder)
    assert all_records(storage, folder) == AllRecords()


def test_a_fault_of_the_store_half_way_takes_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = MemoryStorage()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(MemoryStorage, "add_readings", full)
    with pytest.raises(OSError, match="no space"):
        import_records(storage, write_bundle(ONE_OF_EACH), folder)
    assert all_records(storage, folder) == AllRecords()
    assert list(folder.iterdir()) == []


def test_what_was_deleted_here_stays_deleted(folder: Path) -> None:
    storage = MemoryStorage()
    data = write_bundle(ONE_OF_EACH)
    import_records(storage, data, folder)
    gone = ONE_OF_EACH.readings[0].id
    delete_reading(storage, gone, at=AT)
    assert import_records(storage, data, folder) == Imported(left_as_here=1)
    assert gone not in {reading.id for reading in storage.readings()}


def test_a_correction_made_elsewhere_follows_on(folder: Path) -> None:
    """Export, correct on the other machine, export there, import here: the correction arrives."""
    here, there = MemoryStorage(), MemoryStorage()
    for storage in (here, there):
        import_records(storage, write_bundle(ONE_OF_EACH), folder)
    reading = ONE_OF_EACH.readings[0]
    correct_reading(
        there,
        reading.id,
        at=AT,
        value_deg=31.0,
        taken_at=reading.taken_at,
        after_exercise=False,
        note="",
    )
    assert import_records(here, export_records(there, folder), folder) == Imported(changes=1)
    assert list(here.readings()) == list(there.readings())


def test_a_person_who_is_here_already_stays(folder: Path) -> None:
    storage = MemoryStorage()
    storage.save_person(Person(year_of_birth=1970))
    import_records(storage, write_bundle(ONE_OF_EACH), folder)
    assert storage.person() == Person(year_of_birth=1970)
