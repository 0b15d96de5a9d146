"""Take one event of a session: write it down durably, then step the coach.

Events are numbered from 0. Sending one again is harmless, so a client may repeat it until it has
heard the answer.
"""

from __future__ import annotations

from datetime import datetime

from coxa.app.session_gate import let_session_go_on, let_session_pass
from coxa.app.session_log import (
    LogEntry,
    RunningSession,
    first_state,
    follow,
    pain_before,
)
from coxa.app.session_resume import require_fresh
from coxa.app.storage import Storage
from coxa.catalogue import load_catalogue
from coxa.coach import Begin, Effort, Event, Pain, Pause, Resume, Stop
from coxa.errors import UsageFault
from coxa.records import RecordId

ALWAYS_TAKEN = (Pause, Pain, Effort, Stop)
"""What a person says or does to end or to halt it is written down whatever stands against it."""


def take_event(
    storage: Storage, session_id: RecordId, number: int, event: Event, *, now: datetime
) -> RunningSession:
    """Where the session stands after ``event``, with what is to be said.

    Raises
    ------
    UnknownThing
        When there is no such session.
    BlockedForSafety
        When the person may not begin or go on; the event is not written down.
    UsageFault
        ``session_out_of_step`` when an event before it is missing, or another window has sent a
        different one under this number; ``session_too_old`` when it lies too long ago.
    """
    session = storage.session(session_id)
    earlier_pain = pain_before(storage, session)
    log = storage.session_events(session_id)
    if number >= len(log):
        require_fresh(session, now)
        if isinstance(event, Begin | Resume):
            let_session_pass(
                storage, session.planned, now=now, pain=earlier_pain, session_id=session_id
            )
        elif not isinstance(event, ALWAYS_TAKEN):
            let_session_go_on(storage, session)
        if number > len(log):
            raise UsageFault("session_out_of_step")
        storage.add_session_event(session_id, number, LogEntry(at=now, event=event).to_dict())
        log = storage.session_events(session_id)
    if LogEntry.from_dict(log[number]).event != event:
        raise UsageFault("session_out_of_step")
    first = first_state(session, earlier_pain, load_catalogue().exercises)
    running = follow(session, first, log)
    if running.session != session:
        storage.save_session(running.session)
    return running
