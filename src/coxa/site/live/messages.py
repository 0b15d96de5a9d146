"""What the page says over the live socket, checked: words as text, frames as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeVar

from pydantic import Field, ValidationError

from coxa.assessment import guided
from coxa.capture import FRAME
from coxa.errors import InvalidRecord
from coxa.records import Record

MOST_TEXT_BYTES = 4096
MOST_PX = 8192
MOST_FRAMES = 16
"""In one message; ``frontend/src/live/packet.ts`` says the same."""

PRESSES = {
    "pause": guided.Press.PAUSE,
    "resume": guided.Press.GO_ON,
    "keep": guided.Press.GO_ON,
    "repeat": guided.Press.AGAIN,
    "skip_side": guided.Press.SKIP,
    "pinch": guided.Press.PINCH,
    "stop": guided.Press.STOP,
}

SizePx = Annotated[int, Field(ge=64, le=MOST_PX)]
Secret = Annotated[str, Field(max_length=100)]


class Hello(Record):
    """The first message on every opening of the line."""

    kind: Literal["hello"]
    ticket: Secret
    secret: Secret | None = None
    """What ``welcome`` gave before the line broke; ``None`` the first time."""
    width_px: SizePx
    height_px: SizePx
    camera: Annotated[str, Field(max_length=500)] = ""
    fps: Annotated[float, Field(ge=0, le=1000)] = 0.0
    user_agent: Annotated[str, Field(max_length=1000)] = ""


class Pressed(Record):
    """An answer of the person."""

    kind: Literal["answer"]
    answer: Literal["pause", "resume", "repeat", "keep", "skip_side", "pinch", "stop"]
    reason: Literal["asked", "hidden", "camera"] | None = None
    """Why the page paused."""

    @property
    def press(self) -> guided.Press:
        """The same in the guide's words."""
        return PRESSES[self.answer]


Said = TypeVar("Said", bound=Record)


def read_message(kind: type[Said], text: str) -> Said:
    """One message of the page.

    Raises
    ------
    InvalidRecord
        ``live_message_too_large``; ``live_message_unreadable``.
    """
    if len(text) > MOST_TEXT_BYTES or len(text.encode()) > MOST_TEXT_BYTES:
        raise InvalidRecord("live_message_too_large")
    try:
        return kind.model_validate_json(text)
    except ValidationError as fault:
        raise InvalidRecord("live_message_unreadable") from fault


def read_frames(message: bytes) -> Sequence[bytes]:
    """The packets of a message's frames, in their order.

    Raises
    ------
    InvalidRecord
        ``live_message_too_large``; ``live_message_unreadable`` for no frame, or a part of one.
    """
    if len(message) > MOST_FRAMES * FRAME.itemsize:
        raise InvalidRecord("live_message_too_large")
    if not message or len(message) % FRAME.itemsize:
        raise InvalidRecord("live_message_unreadable")
    begins = range(0, len(message), FRAME.itemsize)
    return [message[begin : begin + FRAME.itemsize] for begin in begins]
