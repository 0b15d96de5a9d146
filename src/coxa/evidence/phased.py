"""What the answer needs to know of a reading: the reading, and the phase that it fell into."""

from __future__ import annotations

from typing import Protocol

from coxa.records import KeptReading


class PhasedReading(Protocol):
    """A kept reading with its phase.

    ``phase`` is one of ``"familiarisation"``, ``"baseline"``, ``"training"``, ``"waiting"``.
    """

    @property
    def reading(self) -> KeptReading: ...

    @property
    def phase(self) -> str: ...
