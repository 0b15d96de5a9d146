"""Did it improve? The answer from everything that was kept."""

from __future__ import annotations

from datetime import tzinfo

from coxa import evidence
from coxa.app.history import finished_sessions, own_readings
from coxa.app.storage import Storage
from coxa.evidence import Answer
from coxa.experiment import Phased, deviations, phases
from coxa.records import Message


def current_answer(storage: Storage, zone: tzinfo | None = None) -> Answer:
    """The answer now, as far as the readings carry."""
    return evidence.answer(phased_readings(storage, zone), zone=zone)


def phased_readings(storage: Storage, zone: tzinfo | None = None) -> tuple[Phased, ...]:
    """Each reading with the phase of the person's own experiment that it fell into."""
    return phases(own_readings(storage), finished_sessions(storage), zone=zone)


def deviations_now(storage: Storage, zone: tzinfo | None = None) -> tuple[Message, ...]:
    """What happened otherwise than a fair comparison would want."""
    return deviations(phased_readings(storage, zone), finished_sessions(storage))
