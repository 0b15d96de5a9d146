"""Readings under ``/api/readings``: list, type in, amend, undo."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router, Status
from pydantic import AwareDatetime, Field

from coxa.app.amend import (
    correct_reading,
    delete_reading,
    find_reading,
    move_to_other_side,
    undo,
)
from coxa.app.type_reading import type_reading
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Amendment, KeptReading, Record, RecordId
from coxa.site.api.own_page import own_page
from coxa.site.storage import DjangoStorage

router = Router(auth=own_page, tags=["readings"])

Note = Annotated[str, Field(max_length=2000)]


class TypedReading(Record):
    """A reading taken with an instrument."""

    test: Test
    device: Device
    mode: Mode
    side: Side
    direction: Direction
    size_deg: float
    """How far the hip turned in ``direction``, without the sign of the record."""
    taken_at: AwareDatetime
    instrument: str = ""
    """What the device ``other`` is called."""
    error95_deg: float | None = None
    """Half-width of the 95 % interval, where it is known; else that of the device."""
    after_exercise: bool | None = None
    """Whether the person had warmed up in the hour before; ``None``: not known."""
    note: Note = ""


class Correction(Record):
    """What a reading should have been; the value is signed: internal positive."""

    value_deg: float
    taken_at: AwareDatetime
    after_exercise: bool | None = None
    """Whether the person had warmed up in the hour before; ``None``: not known."""
    note: Note = ""


@router.get("", response=list[KeptReading])
def list_readings(request: HttpRequest) -> list[KeptReading]:
    """All readings that are not deleted, oldest first."""
    return list(DjangoStorage().readings())


@router.post("", response={201: KeptReading})
def add_reading(request: HttpRequest, body: TypedReading) -> Status[KeptReading]:
    """Keep a typed reading; its error is the one stated, or comes from the device."""
    kept = type_reading(
        DjangoStorage(),
        test=body.test,
        device=body.device,
        mode=body.mode,
        side=body.side,
        direction=body.direction,
        size_deg=body.size_deg,
        taken_at=body.taken_at,
        now=_now(),
        instrument=body.instrument,
        error95_deg=body.error95_deg,
        after_exercise=body.after_exercise,
        note=body.note,
    )
    return Status(201, kept)


@router.get("/changes", response=list[Amendment])
def list_changes(request: HttpRequest) -> list[Amendment]:
    """Every change that was made, oldest first."""
    return list(DjangoStorage().amendments())


@router.post("/changes/{change_id}/undo", response=Amendment)
def undo_change(request: HttpRequest, change_id: Path[RecordId]) -> Amendment:
    """Take a change back."""
    return undo(DjangoStorage(), change_id, at=_now())


@router.get("/{reading_id}", response=KeptReading)
def read_reading(request: HttpRequest, reading_id: Path[RecordId]) -> KeptReading:
    return find_reading(DjangoStorage(), reading_id)


@router.put("/{reading_id}", response=Amendment)
def correct(request: HttpRequest, reading_id: Path[RecordId], body: Correction) -> Amendment:
    """Correct a reading; what it was is kept."""
    return correct_reading(
        DjangoStorage(),
        reading_id,
        at=_now(),
        value_deg=body.value_deg,
        taken_at=body.taken_at,
        after_exercise=body.after_exercise,
        note=body.note,
    )


@router.post("/{reading_id}/move", response=Amendment)
def move(request: HttpRequest, reading_id: Path[RecordId]) -> Amendment:
    """Move a reading to the other side."""
    return move_to_other_side(DjangoStorage(), reading_id, at=_now())


@router.delete("/{reading_id}", response=Amendment)
def delete(request: HttpRequest, reading_id: Path[RecordId]) -> Amendment:
    """Delete a reading; it can be undone."""
    return delete_reading(DjangoStorage(), reading_id, at=_now())


def _now() -> datetime:
    """Local: what a pinch closes is closed for the day of the person."""
    return timezone.localtime()
