"""Whether a session may start or go on now: what the safety room says about this person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from coxa.app.history import all_pain
from coxa.app.screening import clearance
from coxa.app.storage import Storage
from coxa.catalogue import Kind, load_catalogue
from coxa.quantities import Side
from coxa.records import Dose, PainReport, RecordId, Session
from coxa.safety import clearance_at, pain_standing, require_session

WEEK = timedelta(days=7)


def let_session_pass(
    storage: Storage,
    doses: Sequence[Dose],
    *,
    now: datetime,
    pain: Sequence[PainReport] | None = None,
    session_id: RecordId | None = None,
) -> None:
    """Let a session of ``doses`` pass, or raise BlockedForSafety with the reason.

    Parameters
    ----------
    pain
        The reports that count; all of them when not given. Within a session the coach itself
        acts on what is told, so only earlier reports count there.
    session_id
        Of the session itself when it is there already: what was done of it is within its doses.
    """
    reports = all_pain(storage) if pain is None else pain
    require_session(
        clearance(storage, now, reports),
        doses,
        pain_standing(reports, now),
        stretched_s=_stretched_s(storage, now, session_id),
    )


def let_session_go_on(storage: Storage, session: Session) -> None:
    """Let a session that was begun take its next step, or raise BlockedForSafety.

    Answers given since it began count at once. Asked at every step, so it looks at nothing else:
    what is told within a session the coach acts on, and answers do not grow old half-way.
    """
    require_session(clearance_at(storage.screenings(), session.started_at), session.planned)


def _stretched_s(storage: Storage, now: datetime, besides: RecordId | None) -> dict[Side, float]:
    """Seconds of each side in the last seven days, whichever way the sessions were begun."""
    exercises = load_catalogue().exercises
    seconds = dict.fromkeys(Side, 0.0)
    for session in storage.sessions():
        for done in session.done if session.id != besides else ():
            exercise = exercises.get(done.exercise_id)
            if exercise and exercise.kind is Kind.STRETCH and now - done.at < WEEK:
                seconds[done.side] += done.hold_done_s
    return seconds
