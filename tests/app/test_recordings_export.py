"""What a phone recorded leaves with the records, is deleted with them and comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coxa.app.delete_everything import delete_everything
from coxa.app.export_records import all_records, export_records
from coxa.app.import_records import import_records
from coxa.app.memory import MemoryStorage
from coxa.capture import write_orientation_csv
from coxa.exchange import RejectedBundle, write_bundle
from coxa.quantities import Device, Mode, Side, Test
from coxa.records import Measurement
from tests.synthetic_phone import Leg, Sensors, going, wear

MEASURED = "c" * 32


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """A folder with both legs of a test, as the phone's tests write them."""
    for side in Side:
        leg, sensors = Leg(Test.SEATED, side), Sensors(noise_m_s2=0.05, rate_noise_deg_s=0.1)
        recording = wear(going([30.0, -35.0]), leg=leg, sensors=sensors)
        write_orientation_csv(recording, tmp_path / f"{MEASURED}-{side.value}.csv")
    return tmp_path


@pytest.fixture
def storage() -> MemoryStorage:
    kept = MemoryStorage()
    measurement = Measurement(
        test=Test.SEATED,
        device=Device.PHONE,
        mode=Mode.ACTIVE,
        method="phone-gravity/1",
        source="phone",
        duration_s=12.0,
        frame_count=720,
        readings=(),
    )
    kept.add_measurement(MEASURED, datetime(2026, 3, 2, 8, tzinfo=UTC), measurement)
    return kept


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_out_deleted_and_back_it_is_the_same_byte_for_byte(
    storage: MemoryStorage, recordings: Path
) -> None:
    before, records = files(recordings), all_records(storage, recordings)
    assert len(before) == len(records.phone) == 2
    bundle = export_records(storage, recordings)
    delete_everything(storage, [recordings])
    assert (files(recordings), list(storage.measurements())) == ({}, [])
    import_records(storage, bundle, recordings)
    assert files(recordings) == before
    assert all_records(storage, recordings) == records
    assert all((file.stat().st_mode & 0o777) == 0o600 for file in recordings.iterdir())


def test_what_is_here_is_not_written_over(storage: MemoryStorage, recordings: Path) -> None:
    bundle = export_records(storage, recordings)
    here = recordings / f"{MEASURED}-left.csv"
    here.write_bytes(b"another")
    import_records(storage, bundle, recordings)
    assert here.read_bytes() == b"another"


def test_without_the_folder_the_recordings_stay(storage: MemoryStorage, recordings: Path) -> None:
    assert not all_records(storage).phone
    assert len(export_records(storage)) < 10_000 < len(export_records(storage, recordings))


def test_one_that_cannot_be_read_stays_and_does_not_spoil_the_others(
    storage: MemoryStorage, recordings: Path
) -> None:
    """An import would refuse the whole file for it."""
    damaged = recordings / f"{MEASURED}-left.csv"
    damaged.write_bytes(bytes(4096))
    bundle = export_records(storage, recordings)
    assert damaged.exists()
    import_records(MemoryStorage(), bundle, recordings)
    assert list(all_records(storage, recordings).phone) == [(MEASURED, Side.RIGHT)]


def test_a_damaged_one_in_the_file_writes_nothing_at_all(
    storage: MemoryStorage, recordings: Path, tmp_path: Path
) -> None:
    records = all_records(storage, recordings)
    cut = {leg: content[:-60] for leg, content in records.phone.items()}
    folder = tmp_path / "empty"
    folder.mkdir()
    empty = MemoryStorage()
    with pytest.raises(RejectedBundle):
        import_records(empty, write_bundle(replace(records, phone=cut)), folder)
    assert (files(folder), list(empty.measurements())) == ({}, [])
