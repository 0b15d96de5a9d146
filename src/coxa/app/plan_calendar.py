"""The coming days as a file for a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from coxa.app.plan import current_plan
from coxa.app.storage import Storage
from coxa.catalogue import Exercise
from coxa.exchange import Words
from coxa.exchange.calendar import calendar_of


def plan_calendar(
    storage: Storage, exercises: Mapping[str, Exercise], *, words: Words, now: datetime
) -> bytes:
    """An event with a reminder for each day with something due, at the person's usual hour.

    Parameters
    ----------
    exercises
        The catalogue's, in the language of ``words``.
    now
        Aware; its time zone says where days begin and end.
    """
    return calendar_of(
        current_plan(storage, now=now),
        exercises,
        words=words,
        at=storage.preferences().at,
        made_at=now,
    )
