"""The upright axis of degrees: internal above zero, external below."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.looks import line, text, upright
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.words import Words, degrees
from coxa.quantities import Direction

AXIS_MARGIN = 58.0
"""Room for the axis left of a plot."""

ROOM_FOR_WORD = 60.0


def degree_axis(across: Scale, up: Scale, words: Words, *, most_steps: int) -> Iterator[Element]:
    """Grid lines, their degrees without sign, and the word for each direction beside its part."""
    for value in ticks(up.low, up.high, most_steps):
        y = up(value)
        yield line(across.start, y, across.end, y, opacity=0.55 if value == 0 else 0.12)
        yield text(across.start - 6, y + 4.5, degrees(abs(value)), anchor="end", quiet=True)
    zero = min(max(up(0.0), up.end), up.start)
    for direction, start, end in (
        (Direction.INTERNAL, zero, up.end),
        (Direction.EXTERNAL, up.start, zero),
    ):
        if start - end >= ROOM_FOR_WORD:
            yield upright(14, (start + end) / 2, words.direction(direction))
