"""Take records in from a bundle: what is there already stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coxa.app.storage import Storage
from coxa.exchange import AllRecords, before_changes, read_bundle, reading_of
from coxa.records import Person


@dataclass(frozen=True)
class Imported:
    """How many records were new."""

    readings: int
    sessions: int
    measurements: int


def import_records(storage: Storage, data: bytes, landmarks: Path | None = None) -> Imported:
    """Add what is new in a bundle; importing twice adds nothing twice.

    The whole bundle is checked before anything is written.

    Raises
    ------
    UnusableFile, RejectedBundle
        As :func:`coxa.exchange.read_bundle`; nothing was changed then.
    """
    records = read_bundle(data)
    measurements = _add_measurements(storage, records, landmarks)
    readings = _add_readings(storage, records)
    sessions = _add_sessions(storage, records)
    _add_answers(storage, records)
    return Imported(readings=readings, sessions=sessions, measurements=measurements)


def _add_measurements(storage: Storage, records: AllRecords, landmarks: Path | None) -> int:
    there = {own_id for own_id, _, _ in storage.measurements()}
    new = [one for one in records.measurements if one.id not in there]
    for one in new:
        if landmarks and one.id in records.landmarks:
            (landmarks / f"{one.id}.npz").write_bytes(records.landmarks[one.id])
        storage.add_measurement(one.id, one.taken_at, one.measurement)
    return len(new)


def _add_readings(storage: Storage, records: AllRecords) -> int:
    """Readings as first written down, then their changes, so that each can still be undone."""
    changed = {reading_of(one) for one in storage.amendments()}
    there = {one.id for one in storage.readings()} | changed
    first = before_changes(records.readings, records.amendments)
    new = [one for one in first if one.id not in there]
    storage.add_readings(new)
    new_ids = {one.id for one in new}
    for amendment in records.amendments:
        if reading_of(amendment) in new_ids:
            storage.amend(amendment)
    return len(new)


def _add_sessions(storage: Storage, records: AllRecords) -> int:
    there = {session.id for session in storage.sessions()}
    new = [session for session in records.sessions if session.id not in there]
    for session in new:
        storage.save_session(session)
        for number, event in enumerate(records.session_events.get(session.id, ())):
            storage.add_session_event(session.id, number, event)
    return len(new)


def _add_answers(storage: Storage, records: AllRecords) -> None:
    if storage.person() == Person():
        storage.save_person(records.person)
    screened = {one.at for one in storage.screenings()}
    for answers in records.screenings:
        if answers.at not in screened:
            storage.add_screening(answers)
    felt = set(storage.pain())
    for report in records.pain:
        if report not in felt:
            storage.add_pain(report)
