"""What a coach or a guided test wants heard or read, and when."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from coxa.records.base import Message, Record


class CueKind(StrEnum):
    """How a cue reaches the person. Whatever is said is captioned too."""

    SAY = "say"
    BEEP = "beep"
    CAPTION = "caption"


class Priority(StrEnum):
    """What a cue does to a sentence that is still being spoken when it falls due."""

    LOW = "low"
    """Waits behind it."""
    NORMAL = "normal"
    """Takes its place."""
    URGENT = "urgent"
    """Takes its place, and is announced at once to a screen reader."""


class Cue(Record):
    """One thing to say, show or sound at a moment of the session's clock."""

    at_s: float
    kind: CueKind
    priority: Priority = Priority.NORMAL
    message: Message | None = None
    """What to say or show; a beep has none."""

    @model_validator(mode="after")
    def _words_or_a_beep(self) -> Self:
        if (self.message is None) != (self.kind is CueKind.BEEP):
            raise ValueError("a beep has no words, anything else has some")
        return self
