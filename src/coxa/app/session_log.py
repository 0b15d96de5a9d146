"""A session and its log: the log is what is kept, the session record is what follows from it.

Every event is written durably before it is acted upon. Where a session stands, the sets done and
the pain told are worked out from the log each time, so a kill at any moment loses nothing that
was acknowledged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coxa.app.history import all_pain
from coxa.app.storage import Storage
from coxa.catalogue import Exercise, load_catalogue
from coxa.coach import Cue, Event, State, start, step
from coxa.records import DoneSet, Moment, PainReport, Record, RecordId, Session


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


def read_log(storage: Storage, session_id: RecordId) -> tuple[LogEntry, ...]:
    """The events of a session, in order."""
    return tuple(LogEntry.from_dict(data) for data in storage.session_events(session_id))


def replay_session(storage: Storage, session_id: RecordId) -> RunningSession:
    """Work out from its log where a session stands.

    Raises
    ------
    UnknownThing
        When there is no such session, or its exercise has left the catalogue.
    """
    session = storage.session(session_id)
    entries = read_log(storage, session_id)
    first = first_state(session, pain_before(storage, session), load_catalogue().exercises)
    return follow(session, first, entries)


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


def follow(session: Session, first: State, entries: Sequence[LogEntry]) -> RunningSession:
    """Step through the log and put on record what follows from it."""
    states = [first]
    cues: tuple[Cue, ...] = ()
    for entry in entries:
        state, cues = step(states[-1], entry.event)
        states.append(state)
    return RunningSession(_on_record(session, states, entries), states[-1], len(entries), cues)


def _on_record(session: Session, states: Sequence[State], entries: Sequence[LogEntry]) -> Session:
    done: list[DoneSet] = []
    pain: list[PainReport] = []
    finished_at: Moment | None = None
    for (before, after), entry in zip(pairwise(states), entries, strict=True):
        done += _done_sets(before, after, entry.at)
        pain += _pain_reports(session.id, before, after, entry.at)
        if after.over and not before.over:
            finished_at = entry.at
    return session.model_copy(
        update={
            "done": tuple(done),
            "pain": tuple(pain),
            "finished_at": finished_at,
            "effort": states[-1].effort,
            "note": states[-1].note,
        }
    )


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
