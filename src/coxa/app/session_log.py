"""A session and its log: the log is what is kept, the session record is what follows from it.

Every event is written durably before it is acted upon. Where a session stands, the sets done and
the pain told are worked out from the log each time, so a kill at any moment loses nothing that
was acknowledged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from coxa.app.history import all_pain
from coxa.app.storage import Storage
from coxa.catalogue import Exercise, load_catalogue
from coxa.coach import Cue, Event, State, start, step
from coxa.records import DoneSet, Moment, PainReport, Record, RecordId, Session

Kept = dict[str, Any]
"""An entry of a log as the storage keeps it."""


class LogEntry(Record):
    """One event of a session, with the time at which it arrived."""

    at: Moment
    event: Event


@dataclass(frozen=True)
class RunningSession:
    """Where a session stands after all that has been acknowledged."""

    session: Session
    state: State
    next_number: int
    """The number that the next event must carry."""
    cues: tuple[Cue, ...] = ()
    """What the last event leads to."""


def replay_session(storage: Storage, session_id: RecordId) -> RunningSession:
    """Work out from its log where a session stands.

    Raises
    ------
    UnknownThing
        When there is no such session, or its exercise has left the catalogue.
    """
    session = storage.session(session_id)
    first = first_state(session, pain_before(storage, session), load_catalogue().exercises)
    return follow(session, first, storage.session_events(session_id))


def pain_before(storage: Storage, session: Session) -> Sequence[PainReport]:
    """Reports from before the session began."""
    return [
        report
        for report in all_pain(storage)
        if report.session_id != session.id and report.at < session.started_at
    ]


def first_state(
    session: Session, earlier_pain: Sequence[PainReport], exercises: Mapping[str, Exercise]
) -> State:
    """The session before its first event."""
    return start(session.planned, exercises, at=session.started_at, pain_before=earlier_pain)


def follow(session: Session, first: State, log: Sequence[Kept]) -> RunningSession:
    """Step through the log, as it is kept, and put on record what follows from it.

    Where the session was followed before, by the same beginning, only what is new is stepped
    through: a log of an hour would take longer than a word may be late.
    """
    unbegun = RunningSession(_unbegun(session), first, 0)
    running, taken = _FOLLOWED.of(unbegun, log)
    for kept in log[taken:]:
        running = _taken(running, LogEntry.from_dict(kept))
    _FOLLOWED.keep(unbegun, log, running)
    return running


def _unbegun(session: Session) -> Session:
    nothing: dict[str, Any] = {
        "done": (),
        "pain": (),
        "finished_at": None,
        "effort": None,
        "note": "",
    }
    return session.model_copy(update=nothing)


def _taken(running: RunningSession, entry: LogEntry) -> RunningSession:
    before, session = running.state, running.session
    after, cues = step(before, entry.event)
    ended = after.over and not before.over
    on_record = session.model_copy(
        update={
            "done": (*session.done, *_done_sets(before, after, entry.at)),
            "pain": (*session.pain, *_pain_reports(session.id, before, after, entry.at)),
            "finished_at": entry.at if ended else session.finished_at,
            "effort": after.effort,
            "note": after.note,
        }
    )
    return RunningSession(on_record, after, running.next_number + 1, cues)


@dataclass(frozen=True)
class _Followed:
    unbegun: RunningSession
    log: tuple[Kept, ...]
    running: RunningSession


class _LastFollowed:
    """The sessions followed last, so that a log need not be stepped through from its start."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_id: dict[RecordId, _Followed] = {}
        self._lock = Lock()

    def of(self, unbegun: RunningSession, log: Sequence[Kept]) -> tuple[RunningSession, int]:
        """Where it stood, and after how many entries of this very log."""
        known = self._by_id.get(unbegun.session.id)
        if known is None or known.unbegun != unbegun:
            return unbegun, 0
        taken = len(known.log)
        same = taken <= len(log) and tuple(log[:taken]) == known.log
        return (known.running, taken) if same else (unbegun, 0)

    def keep(self, unbegun: RunningSession, log: Sequence[Kept], running: RunningSession) -> None:
        with self._lock:
            self._by_id.pop(unbegun.session.id, None)
            while len(self._by_id) >= self._most:
                del self._by_id[next(iter(self._by_id))]
            self._by_id[unbegun.session.id] = _Followed(unbegun, tuple(log), running)


_FOLLOWED = _LastFollowed(most=8)


def _done_sets(before: State, after: State, at: Moment) -> list[DoneSet]:
    return [
        DoneSet(at=at, **tally.model_dump(exclude={"part_index"}))
        for tally in after.done[len(before.done) :]
    ]


def _pain_reports(
    session_id: RecordId, before: State, after: State, at: Moment
) -> list[PainReport]:
    return [
        report.model_copy(update={"at": at, "session_id": session_id})
        for report in after.pain[len(before.pain) :]
    ]
