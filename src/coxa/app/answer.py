"""Did it improve? The answer from everything that was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from coxa import evidence
from coxa.app.comparison_record import Comparison, comparison_now, deviations_now, latest_schedule
from coxa.app.history import finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.evidence import PLANNED_READINGS, Answer, Exercised, Lent
from coxa.experiment import Phased, first_sets, phases
from coxa.records import DoneSet, Series, Session

__all__ = [
    "Comparison",
    "comparison_now",
    "current_answer",
    "deviations_now",
    "exercised",
    "phased_readings",
    "planned_readings",
]

MINUTE_S = 60.0
LEAST_REPETITION_S = 2.0
"""A repetition without a hold takes about so long."""


def current_answer(
    storage: Storage,
    zone: tzinfo | None = None,
    *,
    detail: bool = False,
    lent: Mapping[Series, Lent] | None = None,
) -> Answer:
    """The answer now, as far as the readings carry.

    ``detail`` and ``lent`` are those of `coxa.evidence.answer`.
    """
    sessions = finished_sessions(storage)
    return evidence.answer(
        phased_readings(storage, zone),
        exercised=exercised(sessions),
        starts=first_sets(sessions),
        planned_readings=planned_readings(storage),
        zone=zone,
        detail=detail,
        lent=lent,
    )


def planned_readings(storage: Storage) -> int:
    """Training readings of a hip at the end that was fixed beforehand; else the usual number."""
    schedule = latest_schedule(storage)
    return (schedule.planned_readings if schedule else None) or PLANNED_READINGS


def phased_readings(storage: Storage, zone: tzinfo | None = None) -> tuple[Phased, ...]:
    """Each reading with the phase of the person's own experiment that it fell into."""
    return phases(own_readings(storage), finished_sessions(storage), zone=zone)


def exercised(sessions: Sequence[Session]) -> tuple[Exercised, ...]:
    """The minutes that each acknowledged set really took, whatever had been planned."""
    return tuple(
        Exercised(at=done.at, side=done.side, minutes=_minutes(done))
        for session in sessions
        for done in session.done
    )


def _minutes(done: DoneSet) -> float:
    return max(done.hold_done_s, done.reps_done * LEAST_REPETITION_S) / MINUTE_S
