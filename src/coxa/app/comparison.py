"""A fair comparison: the order of the hips is drawn, sealed and kept before any exercise."""

from __future__ import annotations

import secrets
from datetime import datetime

from coxa.app.history import finished_sessions
from coxa.app.screening import clearance
from coxa.app.storage import Storage
from coxa.errors import UsageFault
from coxa.experiment import Schedule, draw_schedule
from coxa.safety import require_session, require_test

SEED_BITS = 53
"""As many as a number in JSON carries without loss."""


def can_begin_comparison(storage: Storage) -> bool:
    """Only before the first exercise: afterwards there is no untouched start to compare with."""
    trained = any(session.done for session in finished_sessions(storage))
    return storage.experiment() is None and not trained


def begin_comparison(storage: Storage, *, now: datetime) -> Schedule:
    """Draw by lot which hip begins and when, seal it and keep it. It cannot be drawn again.

    Raises
    ------
    BlockedForSafety
        When the person may not measure or exercise.
    UsageFault
        ``comparison_there`` when one was drawn already; ``comparison_too_late`` after exercises.
    """
    cleared = clearance(storage, now)
    require_test(cleared)
    require_session(cleared, ())
    if storage.experiment() is not None:
        raise UsageFault("comparison_there")
    if not can_begin_comparison(storage):
        raise UsageFault("comparison_too_late")
    schedule = draw_schedule(secrets.randbits(SEED_BITS), now, now.date())
    storage.save_experiment(schedule)
    return schedule


def end_comparison(storage: Storage) -> None:
    """Go on with the usual plan; readings and sessions stay as they are."""
    storage.save_experiment(None)
