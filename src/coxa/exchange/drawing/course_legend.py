"""What each mark of the course picture means."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.looks import INK, QUIET, SIDE_COLOUR, WIDE, line, marker, text
from coxa.exchange.drawing.words import Words
from coxa.exchange.markup import node
from coxa.quantities import Side

ROW = 22.0
LEFT = 14.0
SYMBOL = 30.0
ENTRIES = ("reading", "hollow", "band", "without", "doses")


def legend_height(width: int) -> float:
    """Two columns where there is room."""
    rows = len(ENTRIES) if width < WIDE else (len(ENTRIES) + 1) // 2
    return rows * ROW + 6


def course_legend(top: float, width: int, words: Words) -> Iterator[Element]:
    """The symbols with their words, each a line."""
    columns = 1 if width < WIDE else 2
    for number, name in enumerate(ENTRIES):
        x = LEFT + (number % columns) * (width / columns)
        y = top + (number // columns) * ROW + 10
        yield from _symbol(name, x, y)
        yield text(x + SYMBOL, y + 4.5, words(f"chart_course_{name}"), quiet=True)


def _symbol(name: str, x: float, y: float) -> Iterator[Element]:
    middle, colour = x + 11, SIDE_COLOUR[Side.LEFT]
    if name == "reading":
        yield line(middle - 6, y - 8, middle - 6, y + 8, colour=colour, opacity=0.45)
        yield marker(Side.LEFT, middle - 6, y, size=3.2)
        yield line(
            middle + 6, y - 8, middle + 6, y + 8, colour=SIDE_COLOUR[Side.RIGHT], opacity=0.45
        )
        yield marker(Side.RIGHT, middle + 6, y, size=3.2)
    elif name == "hollow":
        yield marker(Side.LEFT, middle - 6, y, size=3.2, hollow=True)
        yield marker(Side.RIGHT, middle + 6, y, size=3.2, hollow=True)
    elif name == "doses":
        yield node("rect", x=middle - 9, y=y - 6, width=8, height=12, fill=colour, opacity=0.5)
        yield node("rect", x=middle + 1, y=y - 2, width=8, height=8, fill=colour, opacity=0.5)
    elif name == "band":
        yield node("rect", x=x, y=y - 7, width=22, height=14, fill=colour, opacity=0.22)
        yield line(x, y, x + 22, y, colour=colour, width=1.75)
    else:
        yield node("rect", x=x, y=y - 7, width=22, height=14, fill=QUIET, opacity=0.2)
        yield line(x, y, x + 22, y, colour=INK, width=1.75, dashes="5 4")
