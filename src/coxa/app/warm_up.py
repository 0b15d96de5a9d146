"""Whether a hip is warm: what coxa knows itself about the hour before a reading."""

from __future__ import annotations

from datetime import datetime, timedelta

from coxa.app.storage import Storage
from coxa.records import Session

WARM_FOR = timedelta(hours=1)


def session_just_ended(storage: Storage, *, at: datetime) -> datetime | None:
    """When the last session ended, if that was within the hour before ``at`` and on the same day.

    Parameters
    ----------
    at
        Aware; its time zone says where the day begins.
    """
    ends = [end for session in storage.sessions() if (end := _end(session)) is not None]
    recent = [end for end in ends if at - WARM_FOR <= end <= at]
    same_day = [end for end in recent if end.astimezone(at.tzinfo).date() == at.date()]
    return max(same_day, default=None)


def _end(session: Session) -> datetime | None:
    """When the last of it was done; ``None`` when nothing was."""
    if not session.done:
        return None
    last_set = max(done.at for done in session.done)
    return max(last_set, session.finished_at) if session.finished_at else last_set
