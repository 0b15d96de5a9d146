"""Go on with a session where it stood: after a reload, a crash or an empty battery."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from coxa.app.session_log import RunningSession, replay_session
from coxa.app.storage import Storage
from coxa.catalogue import load_catalogue
from coxa.coach import Phase
from coxa.errors import UsageFault
from coxa.records import RecordId, Session

FRESH_FOR = timedelta(hours=4)
"""Afterwards the muscles are cold and the plan may have changed: a new session begins instead."""


def resume_session(storage: Storage, session_id: RecordId) -> RunningSession:
    """Where the session stands, by its log; its record is brought up to it. Nothing is said again.

    Raises
    ------
    UnknownThing
        When there is no session of this id.
    """
    kept = storage.session(session_id)
    running = replay_session(storage, session_id)
    if running.session != kept:
        storage.save_session(running.session)
    return replace(running, cues=())


def open_session(storage: Storage, now: datetime) -> RunningSession | None:
    """The session that was begun last, if it can still be gone on with."""
    last = max(storage.sessions(), key=lambda session: session.started_at, default=None)
    if last is None or last.finished_at is not None or not _is_known(last):
        return None
    running = resume_session(storage, last.id)
    begun = running.state.phase is not Phase.WAITING and not running.state.over
    return running if begun and is_fresh(last, now) else None


def _is_known(session: Session) -> bool:
    """Whether its exercises are there still: a person's own pack may have been taken away."""
    known = load_catalogue().exercises
    return all(dose.exercise_id in known for dose in session.planned)


def is_fresh(session: Session, now: datetime) -> bool:
    """Whether the session may still be gone on with."""
    return now - session.started_at <= FRESH_FOR


def require_fresh(session: Session, now: datetime) -> None:
    """Raises UsageFault for a session that lies too long ago."""
    if not is_fresh(session, now):
        raise UsageFault("session_too_old")
