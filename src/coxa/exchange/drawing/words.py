"""The words in a drawing: sentences, dates and numbers, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coxa import wording
from coxa.quantities import Direction, Side
from coxa.records import KeptReading, Message, Reading

MINUS = "\N{MINUS SIGN}"


def _english_day(day: date) -> str:
    return f"{day.day} {day:%b}"


@dataclass(frozen=True)
class Words:
    """How a drawing speaks; pass other functions to translate.

    Attributes
    ----------
    say : puts a message into words.
    day : writes a day shortly, such as ``"3 Mar"``.
    """

    say: Callable[[Message], str] = wording.say
    day: Callable[[date], str] = _english_day

    def __call__(self, message_id: str, **params: str | int | float | bool) -> str:
        return self.say(Message(id=message_id, params=params))

    def side(self, side: Side) -> str:
        return self(f"chart_{side.value}")

    def letter(self, side: Side) -> str:
        return self(f"chart_{side.value}_letter")

    def direction(self, direction: Direction) -> str:
        return self(f"chart_{direction.value}")


ENGLISH = Words()


def degrees(value_deg: float, digits: int = 0) -> str:
    """Degrees with a true minus sign, such as ``"−12°"``."""
    text = f"{abs(value_deg):.{digits}f}"
    negative = value_deg < 0 and float(text) != 0
    return f"{MINUS if negative else ''}{text}°"


def turned(reading: Reading | KeptReading) -> str:
    """How far the hip turned in the reading's own direction, such as ``"33°"``."""
    direction = reading.direction if isinstance(reading, Reading) else reading.series.direction
    return degrees(direction.sign * (reading.value_deg or 0.0))


def change(value_deg: float) -> str:
    """A change of degrees with its sign, such as ``"+6.1°"``."""
    text = degrees(value_deg, 1)
    return text if text.startswith((MINUS, "0.0")) else f"+{text}"
