"""Did it improve? The answer from everything that was kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from coxa import evidence
from coxa.app.history import finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.evidence import Answer, Exercised
from coxa.experiment import Phased, deviations, first_sets, phases
from coxa.records import DoneSet, Message, Session

MINUTE_S = 60.0
LEAST_REPETITION_S = 2.0
"""A repetition without a hold takes about so long."""


def current_answer(storage: Storage, zone: tzinfo | None = None, *, detail: bool = False) -> Answer:
    """The answer now, as far as the readings carry; ``detail`` as in `coxa.evidence.answer`."""
    sessions = finished_sessions(storage)
    return evidence.answer(
        phased_readings(storage, zone),
        exercised=exercised(sessions),
        starts=first_sets(sessions),
        zone=zone,
        detail=detail,
    )


def phased_readings(storage: Storage, zone: tzinfo | None = None) -> tuple[Phased, ...]:
    """Each reading with the phase of the person's own experiment that it fell into."""
    return phases(own_readings(storage), finished_sessions(storage), zone=zone)


def deviations_now(storage: Storage, zone: tzinfo | None = None) -> tuple[Message, ...]:
    """What happened otherwise than a fair comparison would want."""
    return deviations(phased_readings(storage, zone), finished_sessions(storage))


def exercised(sessions: Sequence[Session]) -> tuple[Exercised, ...]:
    """The minutes that each acknowledged set really took, whatever had been planned."""
    return tuple(
        Exercised(at=done.at, side=done.side, minutes=_minutes(done))
        for session in sessions
        for done in session.done
    )


def _minutes(done: DoneSet) -> float:
    return max(done.hold_done_s, done.reps_done * LEAST_REPETITION_S) / MINUTE_S
