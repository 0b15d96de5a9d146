"""What a phone says, checked. Its own side of this is ``frontend/src/phone/protocol.ts``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from coxa.errors import InvalidRecord
from coxa.quantities import Side
from coxa.records import Record

MOST_BATCHES = 10_000
MOST_ROWS = 2_000

Number = Annotated[int, Field(ge=0, le=MOST_BATCHES)]
SentRow = Annotated[tuple[float | None, ...], Field(max_length=10)]


class PhoneState(StrEnum):
    """What the phone's page is at."""

    ASKING = "asking"
    """Nobody has allowed the sensors yet."""
    BLIND = "blind"
    """They were refused, or tell nothing."""
    READY = "ready"
    RUNNING = "running"
    ENDED = "ended"


class PhoneSound(StrEnum):
    """How the phone's page makes itself heard."""

    VOICE = "voice"
    BEEPS = "beeps"
    SILENT = "silent"


class Press(StrEnum):
    """A button of the phone's page that this machine must know of."""

    PINCH = "pinch"
    FINISH = "finish"


class Join(Record):
    """A phone wants in."""

    code: Annotated[str, Field(max_length=40)]
    phone: Annotated[str, Field(min_length=16, max_length=64)]


class FromPhone(Record):
    """One batch of samples, or none, and how far the phone is."""

    state: PhoneState
    take: Number = 0
    """Counted from 1; 0: none was begun."""
    side: Side
    step: Annotated[int, Field(ge=0, le=1000)] = 0
    """Of the script."""
    sound: PhoneSound | None = None
    """How the phone itself tells of the step; None: that is left to the laptop."""
    sent_s: Annotated[float, Field(ge=0, le=1e12)] = 0.0
    """By the phone's own clock."""
    number: Number = 0
    """Of this batch in its take, from 0."""
    batches: Number | None = None
    """How many the take has, once it is over."""
    rows: Annotated[tuple[SentRow, ...], Field(max_length=MOST_ROWS)] | None = None
    press: Press | None = None


Said = TypeVar("Said", Join, FromPhone)


def read_message(kind: type[Said], body: bytes) -> Said:
    """One message. Raises InvalidRecord (``phone_message_unreadable``)."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as fault:
        raise InvalidRecord("phone_message_unreadable") from fault
