"""Whether a session may start or go on now: what the safety room says about this person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coxa.app.history import all_pain
from coxa.app.screening import clearance
from coxa.app.storage import Storage
from coxa.records import Dose, PainReport
from coxa.safety import pain_standing, require_session


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
    require_session(clearance(storage, now), doses, pain_standing(reports, now))
