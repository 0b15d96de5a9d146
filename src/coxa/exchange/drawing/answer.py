"""The answer as a picture: the change of each side with its interval, beside the error's size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from coxa.evidence import SeriesAnswer, SideAnswer
from coxa.exchange.drawing.looks import QUIET, SIDE_COLOUR, WIDE, line, marker, picture, text
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, change, degrees
from coxa.exchange.markup import add, node, to_html, to_xml
from coxa.quantities import Direction, Side

ROW_HEIGHT = 58.0
TOP = 6.0
FOOT = 46.0
MARGIN = 14.0

Row = tuple[Direction, float | None, Side, SideAnswer]


def answer_plot(
    answers: Sequence[SeriesAnswer], *, width: int = WIDE, words: Words = ENGLISH
) -> str:
    """An SVG with a row per series and side: change, 95 % interval, and the grey zone of MDC95.

    To the right of zero the hip turns further. Rows without enough readings say so.
    """
    rows = list(_rows(answers))
    height = TOP + max(len(rows), 1) * ROW_HEIGHT + FOOT
    svg = picture(width, height, words("chart_answer_title"), _description(rows, words))
    if not rows:
        add(svg, text(width / 2, height / 2, words("chart_empty"), anchor="middle", quiet=True))
        return to_xml(svg)
    low, high = _range(rows)
    across = Scale(low, high, MARGIN, width - MARGIN)
    foot = TOP + len(rows) * ROW_HEIGHT
    for value in ticks(low, high, 8 if width >= WIDE else 5):
        x = across(value)
        add(svg, line(x, TOP + 22, x, foot, opacity=0.55 if value == 0 else 0.12))
        label = change(value).replace(".0", "")
        add(svg, text(x, foot + 17, label, anchor="middle", quiet=True))
    for number, row in enumerate(rows):
        add(svg, *_row(row, TOP + number * ROW_HEIGHT, across, width, words))
    if any(worthwhile for _, worthwhile, _, _ in rows):
        add(svg, node("rect", x=MARGIN, y=foot + 28, width=18, height=10, fill=QUIET, opacity=0.25))
        add(svg, text(MARGIN + 24, foot + 37, words("chart_mdc_zone"), quiet=True))
    return to_xml(svg)


def answer_table(answers: Sequence[SeriesAnswer], *, words: Words = ENGLISH) -> str:
    """The figures of the same picture as an HTML table."""
    head = (
        "chart_movement",
        "chart_side",
        "chart_change",
        "chart_interval",
        "chart_mdc",
        "chart_verdict",
    )
    rows = [
        (
            words.direction(direction),
            words.side(side),
            "–" if answer.gain_deg is None else change(answer.gain_deg),
            _interval(answer, words),
            "–" if worthwhile is None else degrees(worthwhile, 1),
            words(f"verdict_{answer.verdict.value}"),
        )
        for direction, worthwhile, side, answer in _rows(answers)
    ]
    return to_html(table(words("chart_answer_title"), [words(name) for name in head], rows))


def _rows(answers: Sequence[SeriesAnswer]) -> Iterator[Row]:
    for answer in answers:
        for side in Side:
            if side in answer.sides:
                yield answer.series.direction, answer.worthwhile_deg, side, answer.sides[side]


def _interval(answer: SideAnswer, words: Words) -> str:
    if answer.interval95_deg is None:
        return "–"
    low, high = answer.interval95_deg
    return words("chart_from_to", low=change(low), high=change(high))


def _figures(answer: SideAnswer, words: Words) -> str:
    if answer.gain_deg is None:
        return words(f"verdict_{answer.verdict.value}")
    return f"{change(answer.gain_deg)} ({_interval(answer, words)})"


def _description(rows: Sequence[Row], words: Words) -> str:
    return " ".join(
        f"{words.side(side)}, {words.direction(direction)}: {_figures(answer, words)}."
        for direction, _, side, answer in rows
    )


def _range(rows: Sequence[Row]) -> tuple[float, float]:
    ends = [-5.0, 5.0]
    for _, worthwhile, _, answer in rows:
        ends += answer.interval95_deg or ()
        ends += (-worthwhile, worthwhile) if worthwhile else ()
    return min(ends) - 1.5, max(ends) + 1.5


def _row(row: Row, top: float, across: Scale, width: int, words: Words) -> Iterator[Element]:
    direction, worthwhile, side, answer = row
    middle = top + 40
    yield marker(side, MARGIN + 5, top + 10)
    yield node(
        "text",
        node("tspan", words.side(side), font_weight="600"),
        f", {words.direction(direction)}",
        x=MARGIN + 16,
        y=top + 15,
    )
    yield text(width - MARGIN, top + 15, _figures(answer, words), anchor="end", bold=True)
    if worthwhile:
        left, right = across(-worthwhile), across(worthwhile)
        yield node(
            "rect", x=left, y=middle - 12, width=right - left, height=24, fill=QUIET, opacity=0.25
        )
    if answer.gain_deg is not None and answer.interval95_deg is not None:
        low, high = answer.interval95_deg
        yield line(across(low), middle, across(high), middle, colour=SIDE_COLOUR[side], width=3)
        yield marker(side, across(answer.gain_deg), middle, size=6.5)
