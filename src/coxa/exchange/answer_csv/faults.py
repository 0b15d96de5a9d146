"""What is wrong with a table of readings: every row counted, the first hundred named."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence

from coxa.errors import UnusableFile
from coxa.exchange.bundle.faults import Fault, fault

MOST_NAMED = 100
"""So many faults are named with line and reason; the others are counted."""


class RejectedReadings(UnusableFile):
    """Rows that cannot be used: none was. ``faults`` names the first of them, ``more`` the rest."""

    def __init__(self, faults: Sequence[Fault], count: int) -> None:
        first = faults[0]
        super().__init__("readings_rejected", count=count, file=first.file, line=first.line)
        self.faults = tuple(faults)
        self.more = count - len(faults)


class Named:
    """The faults of one table, in the order of its lines, however many there are."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._faults: list[Fault] = []
        self._count = 0

    def add(self, found: Fault) -> None:
        """Name one more, or count it when it stands below all that are named."""
        self._count += 1
        insort(self._faults, found, key=lambda one: one.line)
        del self._faults[MOST_NAMED:]

    def add_for(self, line: int, message_id: str, params: dict[str, str | int]) -> None:
        """The same for a line and a reason."""
        self.add(fault(self._file, line, message_id, **params))

    def stop_if_any(self) -> None:
        """Raise `RejectedReadings` when there is a fault."""
        if self._faults:
            raise RejectedReadings(self._faults, self._count)
