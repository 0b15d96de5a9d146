"""All records of the person in one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coxa.app.storage import Storage
from coxa.exchange import AllRecords, KeptMeasurement, write_bundle
from coxa.records import RecordId


def export_records(storage: Storage, recordings: Path | None = None) -> bytes:
    """The bundle of all records; the parameters are those of :func:`all_records`."""
    return write_bundle(all_records(storage, recordings))


def all_records(storage: Storage, recordings: Path | None = None) -> AllRecords:
    """Everything that is kept.

    Parameters
    ----------
    recordings
        The folder with the landmarks of each measurement, if they are to go along.
    """
    measurements = tuple(
        KeptMeasurement(id=key, taken_at=taken_at, measurement=measurement)
        for key, taken_at, measurement in storage.measurements()
    )
    sessions = tuple(storage.sessions())
    events = {session.id: tuple(storage.session_events(session.id)) for session in sessions}
    return AllRecords(
        person=storage.person(),
        screenings=tuple(storage.screenings()),
        measurements=measurements,
        readings=tuple(storage.readings()),
        amendments=tuple(storage.amendments()),
        sessions=sessions,
        session_events={key: own for key, own in events.items() if own},
        pain=tuple(storage.pain()),
        landmarks=_landmarks(recordings, measurements) if recordings else {},
    )


def landmarks_file(recordings: Path, measurement_id: str) -> Path:
    """Where the landmarks of a measurement are kept."""
    return recordings / f"{measurement_id}.npz"


def _landmarks(recordings: Path, measurements: Sequence[KeptMeasurement]) -> dict[RecordId, bytes]:
    files = {one.id: landmarks_file(recordings, one.id) for one in measurements}
    return {key: file.read_bytes() for key, file in files.items() if file.is_file()}
