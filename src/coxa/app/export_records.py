"""All records of the person in one file, to keep or to take elsewhere."""

from __future__ import annotations

from pathlib import Path

from coxa.app.storage import Storage
from coxa.exchange import AllRecords, KeptMeasurement, write_bundle


def all_records(storage: Storage, landmarks: Path | None = None) -> AllRecords:
    """Everything that is kept.

    Parameters
    ----------
    landmarks : the folder with one ``<measurement id>.npz`` each, if they are to go along.
    """
    sessions = tuple(storage.sessions())
    measurements = tuple(
        KeptMeasurement(id=own_id, taken_at=taken_at, measurement=measurement)
        for own_id, taken_at, measurement in storage.measurements()
    )
    return AllRecords(
        person=storage.person(),
        screenings=tuple(storage.screenings()),
        measurements=measurements,
        readings=tuple(storage.readings()),
        amendments=tuple(storage.amendments()),
        sessions=sessions,
        session_events={one.id: tuple(storage.session_events(one.id)) for one in sessions},
        pain=tuple(storage.pain()),
        landmarks=_landmarks(landmarks, measurements) if landmarks else {},
    )


def export_records(storage: Storage, landmarks: Path | None = None) -> bytes:
    """The bundle's bytes: a zip of documented CSV files."""
    return write_bundle(all_records(storage, landmarks))


def _landmarks(folder: Path, measurements: tuple[KeptMeasurement, ...]) -> dict[str, bytes]:
    files = {one.id: folder / f"{one.id}.npz" for one in measurements}
    return {own_id: file.read_bytes() for own_id, file in files.items() if file.is_file()}
