"""Take records over from an exported file: all that is new in it, or nothing at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from coxa.app.export_records import all_records, landmarks_file, phone_file
from coxa.app.storage import Storage
from coxa.exchange import AllRecords, KeptMeasurement, before_changes, read_bundle, reading_of
from coxa.experiment import Schedule
from coxa.records import Amendment, KeptReading, Person, Preferences, Record, RecordId, Session

PRIVATE_FILE = 0o600
WRITE_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC

Kept = TypeVar("Kept", KeptMeasurement, Session)


class Imported(Record):
    """How many records were new and taken over, and how many stay as they are here."""

    readings: int = 0
    measurements: int = 0
    sessions: int = 0
    screenings: int = 0
    pain: int = 0
    changes: int = 0
    left_as_here: int = 0
    """Records that are here with other contents. What is here was kept."""

    @property
    def anything(self) -> bool:
        """Whether something was new."""
        return any(value for name, value in self.to_dict().items() if name != "left_as_here")


def import_records(storage: Storage, data: bytes, recordings: Path | None = None) -> Imported:
    """Add to the store what ``data``, a bundle, holds beyond it. Importing again adds nothing.

    What was deleted here stays deleted; of two versions of a record the one here stays, unless
    the bundle holds the changes that lead on from it.

    Parameters
    ----------
    recordings
        The folder for what cameras and phones recorded; without it that is left out.

    Raises
    ------
    UnusableFile, RejectedBundle
        As :func:`coxa.exchange.read_bundle`; then nothing was changed.
    """
    incoming = read_bundle(data)
    kept = all_records(storage)
    with storage.all_or_nothing():
        imported = _add(storage, kept, incoming)
    if recordings:
        for measurement_id, content in incoming.landmarks.items():
            _write_once(landmarks_file(recordings, measurement_id), content)
        for leg, content in incoming.phone.items():
            _write_once(phone_file(recordings, leg), content)
    return imported


def _add(storage: Storage, kept: AllRecords, incoming: AllRecords) -> Imported:
    if kept.person == Person():
        storage.save_person(incoming.person)
    if kept.preferences == Preferences():
        storage.save_preferences(incoming.preferences)
    _add_experiments(storage, incoming)
    screenings = [one for one in incoming.screenings if one not in kept.screenings]
    for screening in screenings:
        storage.add_screening(screening)
    pain = [one for one in incoming.pain if one not in kept.pain]
    for report in pain:
        storage.add_pain(report)
    measurements, other_measurements = _new(kept.measurements, incoming.measurements)
    for one in measurements:
        storage.add_measurement(one.id, one.taken_at, one.measurement)
    sessions, other_sessions = _new(kept.sessions, incoming.sessions)
    for session in sessions:
        storage.save_session(session)
        for number, event in enumerate(incoming.session_events.get(session.id, ())):
            storage.add_session_event(session.id, number, event)
    readings = _add_readings(storage, kept, incoming)
    changes = _replay(storage, kept.amendments, incoming.amendments)
    now = {reading.id: reading for reading in storage.readings()}
    other_readings = sum(now.get(reading.id) != reading for reading in incoming.readings)
    return Imported(
        readings=readings,
        measurements=len(measurements),
        sessions=len(sessions),
        screenings=len(screenings),
        pain=len(pain),
        changes=changes,
        left_as_here=other_measurements + other_sessions + other_readings,
    )


def _add_experiments(storage: Storage, incoming: AllRecords) -> None:
    """Those that are not here; one that is under way only where none is."""
    for past in incoming.past_experiments:
        if not _is_here(storage, past):
            storage.save_experiment(past)
    running = incoming.experiment
    if running and storage.experiment() is None and not _is_here(storage, running):
        storage.save_experiment(running)


def _is_here(storage: Storage, schedule: Schedule) -> bool:
    return any(one.sha256 == schedule.sha256 for one in storage.experiments())


def _new(kept: Sequence[Kept], incoming: Sequence[Kept]) -> tuple[list[Kept], int]:
    """Those whose id is new, and how many are here with other contents."""
    here = {one.id: one for one in kept}
    new = [one for one in incoming if one.id not in here]
    return new, sum(one.id in here and here[one.id] != one for one in incoming)


def _add_readings(storage: Storage, kept: AllRecords, incoming: AllRecords) -> int:
    """Add new readings as they were first written down; how many of them there are."""
    known = {reading.id for reading in kept.readings} | set(map(reading_of, kept.amendments))
    first = before_changes(incoming.readings, incoming.amendments)
    new = [reading for reading in first if reading.id not in known]
    storage.add_readings(new)
    return len(new)


def _replay(storage: Storage, kept: Sequence[Amendment], incoming: Sequence[Amendment]) -> int:
    """Make the changes that follow on from the readings as they are here; how many did."""
    known = {amendment.id for amendment in kept}
    now: dict[RecordId | None, KeptReading | None] = {one.id: one for one in storage.readings()}
    made = 0
    for amendment in incoming:
        reading_id = reading_of(amendment)
        if amendment.id not in known and now.get(reading_id) == amendment.before:
            storage.amend(amendment)
            now[reading_id] = amendment.after
            made += 1
    return made


def _write_once(file: Path, content: bytes) -> None:
    """Write a private file whole; leave it alone when it is there."""
    if file.exists():
        return
    unfinished = file.with_suffix(".part")
    with os.fdopen(os.open(unfinished, WRITE_NEW, PRIVATE_FILE), "wb") as handle:
        handle.write(content)
    unfinished.replace(file)
