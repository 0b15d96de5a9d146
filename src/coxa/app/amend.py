"""What a person can do to a kept reading: correct, move to the other side, delete, undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coxa.app.ids import new_id
from coxa.app.plausible import require_moment, require_size
from coxa.app.storage import Storage
from coxa.errors import UnknownThing
from coxa.records import Amendment, Change, KeptReading, RecordId


@dataclass(frozen=True)
class PastChange:
    """A change that was made, and whether it can be taken back now."""

    amendment: Amendment
    can_undo: bool


def find_reading(storage: Storage, reading_id: RecordId) -> KeptReading:
    """The reading of this id. Raises UnknownThing when there is none."""
    for reading in storage.readings():
        if reading.id == reading_id:
            return reading
    raise UnknownThing("reading_unknown", id=reading_id)


def correct_reading(
    storage: Storage,
    reading_id: RecordId,
    *,
    at: datetime,
    value_deg: float,
    taken_at: datetime,
    after_exercise: bool | None,
    note: str,
) -> Amendment:
    """Write down what a reading should have been; its error stays as it was."""
    before = find_reading(storage, reading_id)
    require_size(value_deg)
    require_moment(taken_at, at)
    corrected = {
        "value_deg": value_deg,
        "taken_at": taken_at.isoformat(),
        "after_exercise": after_exercise,
        "note": note,
    }
    after = KeptReading.from_dict(before.to_dict() | corrected)
    return _amend(storage, Change.CORRECT, before, after, at)


def move_to_other_side(storage: Storage, reading_id: RecordId, *, at: datetime) -> Amendment:
    """The reading belongs to the other hip. Its sign stays: internal is positive on both sides."""
    before = find_reading(storage, reading_id)
    after = before.model_copy(update={"side": before.side.other})
    return _amend(storage, Change.MOVE_SIDE, before, after, at)


def delete_reading(storage: Storage, reading_id: RecordId, *, at: datetime) -> Amendment:
    """Take the reading out of the history; :func:`undo` brings it back."""
    return _amend(storage, Change.DELETE, find_reading(storage, reading_id), None, at)


def undo(storage: Storage, amendment_id: RecordId, *, at: datetime) -> Amendment:
    """Take a change back.

    Raises
    ------
    UnknownThing
        ``change_unknown``, or ``reading_changed`` when the reading was changed again since.
    """
    for amendment in storage.amendments():
        if amendment.id == amendment_id:
            reverse = Amendment(
                id=new_id(),
                at=at,
                kind=Change.UNDO,
                before=amendment.after,
                after=amendment.before,
                undoes=amendment.id,
            )
            storage.amend(reverse)
            return reverse
    raise UnknownThing("change_unknown", id=amendment_id)


def past_changes(storage: Storage) -> Sequence[PastChange]:
    """All changes, newest first, with those that can be undone now marked so."""
    now = {reading.id: reading for reading in storage.readings()}
    amendments = storage.amendments()
    undone = {amendment.undoes for amendment in amendments}
    return [
        PastChange(
            amendment,
            can_undo=amendment.id not in undone
            and now.get(_reading_id(amendment) or "") == amendment.after,
        )
        for amendment in reversed(amendments)
    ]


def _amend(
    storage: Storage,
    kind: Change,
    before: KeptReading,
    after: KeptReading | None,
    at: datetime,
) -> Amendment:
    amendment = Amendment(id=new_id(), at=at, kind=kind, before=before, after=after)
    storage.amend(amendment)
    return amendment


def _reading_id(amendment: Amendment) -> RecordId | None:
    reading = amendment.before or amendment.after
    return reading.id if reading else None
