"""The storage contract: what the use cases need kept, whoever keeps it.

Every store (the Django one, the one in memory) passes ``tests/app/storage_contract.py``.
What is added has been written durably when the call returns.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from coxa.experiment import Schedule
from coxa.records import (
    Amendment,
    KeptReading,
    Measurement,
    Moment,
    PainReport,
    Person,
    Preferences,
    RecordId,
    ScreeningAnswers,
    Session,
)


class Storage(Protocol):
    """One person's records. All sequences come oldest first."""

    def all_or_nothing(self) -> AbstractContextManager[None]:
        """Within it, an exception takes back everything that was written since its start."""
        ...

    def person(self) -> Person: ...
    def save_person(self, person: Person) -> None: ...

    def preferences(self) -> Preferences: ...
    def save_preferences(self, preferences: Preferences) -> None: ...

    def experiment(self) -> Schedule | None:
        """The sealed schedule of the comparison that is under way; ``None`` without one."""
        ...

    def experiments(self) -> Sequence[Schedule]:
        """All schedules that were ever drawn, those that were ended among them."""
        ...

    def save_experiment(self, schedule: Schedule) -> None:
        """Add the schedule, or keep it in the place of the one with the same seal."""
        ...

    def screenings(self) -> Sequence[ScreeningAnswers]: ...
    def add_screening(self, answers: ScreeningAnswers) -> None: ...

    def add_measurement(
        self, measurement_id: RecordId, taken_at: Moment, measurement: Measurement
    ) -> None: ...
    def measurement(self, measurement_id: RecordId) -> Measurement:
        """Raises UnknownThing."""
        ...

    def measurements(self) -> Sequence[tuple[RecordId, Moment, Measurement]]: ...

    def readings(self) -> Sequence[KeptReading]:
        """All readings that are not deleted."""
        ...

    def add_readings(self, readings: Sequence[KeptReading]) -> None:
        """Add all or none. Raises InvalidRecord for an id that is already there."""
        ...

    def amend(self, amendment: Amendment) -> None:
        """Replace ``before`` by ``after`` (``None``: delete it; no ``before``: bring it back).

        Raises UnknownThing when the stored reading is no longer ``before``.
        """
        ...

    def amendments(self) -> Sequence[Amendment]: ...

    def sessions(self) -> Sequence[Session]: ...
    def session(self, session_id: RecordId) -> Session:
        """Raises UnknownThing."""
        ...

    def save_session(self, session: Session) -> None:
        """Add the session or replace the one of the same id."""
        ...

    def session_events(self, session_id: RecordId) -> Sequence[dict[str, object]]:
        """The coach's event log of a session, in order."""
        ...

    def add_session_event(
        self, session_id: RecordId, number: int, event: dict[str, object]
    ) -> None:
        """Append event ``number`` (from 0). Adding the same number again changes nothing."""
        ...

    def pain(self) -> Sequence[PainReport]: ...
    def add_pain(self, report: PainReport) -> None: ...

    def delete_everything(self) -> None: ...
