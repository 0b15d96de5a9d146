"""Whether a session may start or go on now: what the safety room says about this person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coxa.app.history import all_pain
from coxa.app.screening import clearance
from coxa.app.storage import Storage
from coxa.records import Dose, PainReport, Session
from coxa.safety import clearance_at, pain_standing, require_session


def let_session_pass(
    storage: Storage,
    doses: Sequence[Dose],
    *,
    now: datetime,
    pain: Sequence[PainReport] | None = None,
) -> None:
    """Let a session of ``doses`` pass, or raise BlockedForSafety with the reason.

    Parameters
    ----------
    pain
        The reports that count; all of them when not given. Within a session the coach itself
        acts on what is told, so only earlier reports count there.
    """
    reports = all_pain(storage) if pain is None else pain
    require_session(clearance(storage, now, reports), doses, pain_standing(reports, now))


def let_session_go_on(storage: Storage, session: Session) -> None:
    """Let a session that was begun take its next step, or raise BlockedForSafety.

    Answers given since it began count at once. Asked at every step, so it looks at nothing else:
    what is told within a session the coach acts on, and answers do not grow old half-way.
    """
    require_session(clearance_at(storage.screenings(), session.started_at), session.planned)
