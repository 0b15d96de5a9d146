"""Changes that a person made to their own readings, kept so that each can be undone."""

from __future__ import annotations

from enum import StrEnum

from coxa.records.base import Moment, Record, RecordId
from coxa.records.readings import KeptReading


class Change(StrEnum):
    """What a person can do to a reading."""

    CORRECT = "correct"
    MOVE_SIDE = "move-side"
    DELETE = "delete"
    UNDO = "undo"


class Amendment(Record):
    """One change: the reading before it and after it."""

    id: RecordId
    at: Moment
    kind: Change
    before: KeptReading | None
    """``None``: the reading did not exist (undo of a deletion)."""
    after: KeptReading | None
    """``None``: the reading was deleted."""
    undoes: RecordId | None = None
