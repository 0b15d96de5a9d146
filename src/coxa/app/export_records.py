"""All records of the person in one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coxa.app.storage import Storage
from coxa.exchange import (
    AllRecords,
    KeptMeasurement,
    Leg,
    phone_recording_readable,
    write_bundle,
)
from coxa.quantities import Side
from coxa.records import RecordId


def export_records(storage: Storage, recordings: Path | None = None) -> bytes:
    """The bundle of all records; the parameters are those of :func:`all_records`."""
    return write_bundle(all_records(storage, recordings))


def all_records(storage: Storage, recordings: Path | None = None) -> AllRecords:
    """Everything that is kept.

    Parameters
    ----------
    recordings
        The folder with what cameras and phones recorded, if that is to go along.
    """
    measurements = tuple(
        KeptMeasurement(id=key, taken_at=taken_at, measurement=measurement)
        for key, taken_at, measurement in storage.measurements()
    )
    sessions = tuple(storage.sessions())
    events = {session.id: tuple(storage.session_events(session.id)) for session in sessions}
    return AllRecords(
        person=storage.person(),
        preferences=storage.preferences(),
        experiment=storage.experiment(),
        past_experiments=tuple(one for one in storage.experiments() if one.ended_at),
        screenings=tuple(storage.screenings()),
        measurements=measurements,
        readings=tuple(storage.readings()),
        amendments=tuple(storage.amendments()),
        sessions=sessions,
        session_events={key: own for key, own in events.items() if own},
        pain=tuple(storage.pain()),
        landmarks=_landmarks(recordings, measurements) if recordings else {},
        phone=_phone(recordings, measurements) if recordings else {},
    )


def landmarks_file(recordings: Path, measurement_id: str) -> Path:
    """Where the landmarks of a measurement are kept."""
    return recordings / f"{measurement_id}.npz"


def phone_file(recordings: Path, leg: Leg) -> Path:
    """Where what a phone on that shin recorded is kept."""
    measurement_id, side = leg
    return recordings / f"{measurement_id}-{side.value}.csv"


def _landmarks(recordings: Path, measurements: Sequence[KeptMeasurement]) -> dict[RecordId, bytes]:
    files = {one.id: landmarks_file(recordings, one.id) for one in measurements}
    return {key: file.read_bytes() for key, file in files.items() if file.is_file()}


def _phone(recordings: Path, measurements: Sequence[KeptMeasurement]) -> dict[Leg, bytes]:
    """Without those that the disk has damaged: for one of them the whole bundle is refused."""
    legs = [(one.id, side) for one in measurements for side in Side]
    files = {leg: phone_file(recordings, leg) for leg in legs}
    found = {leg: file.read_bytes() for leg, file in files.items() if file.is_file()}
    return {leg: content for leg, content in found.items() if phone_recording_readable(content)}
