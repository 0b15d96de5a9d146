"""Natural frequencies as a picture: a hundred worlds in ten rows, told apart by shape."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coxa.evidence import WORLDS, Worlds
from coxa.exchange.drawing.looks import NARROW, cross, marker, picture, text
from coxa.exchange.drawing.words import ENGLISH, Words
from coxa.exchange.markup import add, to_xml
from coxa.quantities import Side

IN_A_ROW = 10
STEP = 17.0
EDGE = 10.0
LEGEND_ROW = 24.0


def worlds_plot(worlds: Worlds, side: Side, *, words: Words = ENGLISH) -> str:
    """An SVG of 100 marks: filled for a clear gain, hollow for any gain, a cross for none.

    There is one drawing for all screens: it is small enough for a phone.
    """
    clearly, further = worlds.clearly, max(worlds.further, worlds.clearly)
    counts = (clearly, further - clearly, 0 if worlds.surely else WORLDS - further)
    foot = 2 * EDGE + STEP * IN_A_ROW
    svg = picture(
        NARROW, foot + 3 * LEGEND_ROW, words("chart_worlds_title"), words.say(worlds.said)
    )
    svg.set("class", "coxa-chart coxa-worlds")
    for number in range(WORLDS):
        x = EDGE + STEP * (number % IN_A_ROW) + STEP / 2
        y = EDGE + STEP * (number // IN_A_ROW) + STEP / 2
        add(svg, _mark(number, clearly, further, side, x, y))
    add(svg, *_legend(worlds, counts, side, foot, words))
    return to_xml(svg)


def _mark(number: int, clearly: int, further: int, side: Side, x: float, y: float) -> Element:
    if number < clearly:
        return marker(side, x, y, size=5.5)
    if number < further:
        return marker(side, x, y, size=5, hollow=True)
    return cross(x, y, size=3)


def _legend(
    worlds: Worlds, counts: tuple[int, int, int], side: Side, top: float, words: Words
) -> Iterator[Element]:
    marks = (
        marker(side, EDGE + 6, top + 8, size=5.5),
        marker(side, EDGE + 6, top + 8 + LEGEND_ROW, size=5, hollow=True),
        cross(EDGE + 6, top + 8 + 2 * LEGEND_ROW, size=3),
    )
    for row, (name, mark, count) in enumerate(
        zip(("clearly", "further", "none"), marks, counts, strict=True)
    ):
        said = str(count) if count else words("fewer_than_1")
        label = words(f"chart_worlds_{name}", count=said, worthwhile=worlds.worthwhile)
        yield mark
        yield text(EDGE + 20, top + 12.5 + row * LEGEND_ROW, label)
