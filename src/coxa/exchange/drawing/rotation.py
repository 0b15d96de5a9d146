"""The angle over time of one recording: what was held, what was read, what was refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.axis import AXIS_MARGIN, degree_axis
from coxa.exchange.drawing.looks import (
    NARROW,
    PAPER,
    QUIET,
    SIDE_COLOUR,
    WIDE,
    cross,
    line,
    marker,
    picture,
    text,
)
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, degrees, turned
from coxa.exchange.markup import add, node, to_html, to_xml
from coxa.quantities import Direction, Side
from coxa.records import Reading, Repeat, RotationCurve

PANEL_HEIGHT = 150.0
TITLE_HEIGHT = 26.0
GAP = 18.0
FOOT = 34.0
RIGHT_MARGIN = 12.0
ROOM_FOR_LABEL = 26.0


def rotation_plot(
    curves: Sequence[RotationCurve],
    readings: Sequence[Reading],
    *,
    width: int = WIDE,
    words: Words = ENGLISH,
) -> str:
    """An SVG of rotation over time, a panel per side: internal above zero, external below.

    Parameters
    ----------
    curves, readings
        As in a :class:`coxa.records.Measurement`.
    width
        ``WIDE`` or ``NARROW``: how many units of text size fit across; the picture itself scales.
    """
    sides = [side for side in Side if any(curve.side is side for curve in curves)]
    panels = max(len(sides), 1)
    height = panels * (TITLE_HEIGHT + PANEL_HEIGHT) + (panels - 1) * GAP + FOOT
    svg = picture(width, height, words("chart_rotation_title"), _description(readings, words))
    if not sides:
        add(svg, text(width / 2, height / 2, words("chart_empty"), anchor="middle", quiet=True))
        return to_xml(svg)

    across = _time_scale(curves, width)
    low, high = _angle_range(curves, readings)
    for number, side in enumerate(sides):
        top = number * (TITLE_HEIGHT + PANEL_HEIGHT + GAP) + TITLE_HEIGHT
        up = Scale(low, high, top + PANEL_HEIGHT, top)
        own = [reading for reading in readings if reading.side is side]
        add(
            svg, *_heading(side, own, top - 9, words), *degree_axis(across, up, words, most_steps=6)
        )
        add(svg, *(_trace(curve, across, up) for curve in curves if curve.side is side))
        for reading in own:
            add(svg, *_holds(reading, across, up))
    add(svg, *_seconds(across, height - FOOT, words))
    return to_xml(svg)


def rotation_table(
    readings: Sequence[Reading], *, words: Words = ENGLISH, caption: str | None = None
) -> str:
    """The readings and their repeats of the same picture, as an HTML table."""
    head = ("chart_side", "chart_movement", "chart_reading", "chart_repeats", "chart_held")
    rows = [
        (
            words.side(reading.side),
            words.direction(reading.direction),
            _result(reading, words),
            ", ".join(degrees(reading.direction.sign * value, 1) for value in reading.repeats_deg),
            ", ".join(words("chart_seconds", seconds=f"{r.start_s:.1f}") for r in reading.repeats),
        )
        for reading in readings
    ]
    return to_html(table(caption or words("chart_rotation_title"), [words(i) for i in head], rows))


def _result(reading: Reading, words: Words) -> str:
    if reading.value_deg is None or reading.error95_deg is None:
        why = " ".join(words.say(reason) for reason in reading.reasons)
        return f"{words('chart_not_read')}: {why}"
    return words(
        "chart_value",
        value=turned(reading),
        error=degrees(reading.error95_deg),
    )


def _description(readings: Sequence[Reading], words: Words) -> str:
    return " ".join(
        f"{words.side(reading.side)}, {words.direction(reading.direction)}: "
        f"{_result(reading, words)}."
        for reading in readings
    )


def _time_scale(curves: Sequence[RotationCurve], width: int) -> Scale:
    times = [time for curve in curves for time in curve.time_s] or [0.0]
    end = max(times)
    return Scale(0.0, end if end > 0 else 1.0, AXIS_MARGIN, width - RIGHT_MARGIN)


def _angle_range(
    curves: Sequence[RotationCurve], readings: Sequence[Reading]
) -> tuple[float, float]:
    values = [value for curve in curves for value in curve.rotation_deg if value is not None]
    values += [hold.value_deg for reading in readings for hold in reading.repeats]
    return min([-15.0, *(value - 12 for value in values)]), max(
        [15.0, *(value + 12 for value in values)]
    )


def _heading(
    side: Side, readings: Sequence[Reading], baseline: float, words: Words
) -> list[Element]:
    results = [_short_result(reading, words) for reading in readings]
    return [
        marker(side, 8, baseline - 4.5),
        node(
            "text",
            node("tspan", words.side(side), font_weight="600"),
            f"  {' · '.join(results)}" if results else "",
            x=20,
            y=baseline,
        ),
    ]


def _short_result(reading: Reading, words: Words) -> str:
    direction = words.direction(reading.direction)
    if reading.value_deg is None or reading.error95_deg is None:
        return f"{direction}: {words('chart_not_read')}"
    return f"{direction} {turned(reading)} \N{PLUS-MINUS SIGN} {degrees(reading.error95_deg)}"


def _trace(curve: RotationCurve, across: Scale, up: Scale) -> Element:
    steps = []
    pen_down = False
    for time_s, rotation_deg in zip(curve.time_s, curve.rotation_deg, strict=True):
        if rotation_deg is None:
            pen_down = False
            continue
        steps.append(f"{'L' if pen_down else 'M'}{across(time_s):.1f} {up(rotation_deg):.1f}")
        pen_down = True
    return node(
        "path",
        d="".join(steps) or "M0 0",
        fill="none",
        stroke=SIDE_COLOUR[curve.side],
        stroke_width=1.75,
        stroke_linejoin="round",
    )


def _holds(reading: Reading, across: Scale, up: Scale) -> Iterator[Element]:
    labelled_to = -ROOM_FOR_LABEL
    for hold in reading.repeats:
        yield from _hold_line(reading, hold, across, up)
        middle = (across(hold.start_s) + across(hold.end_s)) / 2
        if middle - labelled_to >= ROOM_FOR_LABEL:
            yield _hold_label(reading, hold, middle, up)
            labelled_to = middle


def _hold_line(reading: Reading, hold: Repeat, across: Scale, up: Scale) -> Iterator[Element]:
    x1, x2, y = across(hold.start_s), across(hold.end_s), up(hold.value_deg)
    yield line(x1, y, x2, y, colour=PAPER, width=9)
    if reading.accepted:
        yield line(x1, y, x2, y, colour=SIDE_COLOUR[reading.side], width=5)
    else:
        yield line(x1, y, x2, y, colour=QUIET, width=3, dashes="4 3")


def _hold_label(reading: Reading, hold: Repeat, middle: float, up: Scale) -> Element:
    below = reading.direction is Direction.EXTERNAL
    baseline = up(hold.value_deg) + (19 if below else -10)
    if not reading.accepted:
        return cross(middle, baseline - 4)
    return text(
        middle,
        baseline,
        degrees(reading.direction.sign * hold.value_deg),
        anchor="middle",
        colour=SIDE_COLOUR[reading.side],
        bold=True,
        halo=True,
    )


def _seconds(across: Scale, top: float, words: Words) -> list[Element]:
    most = 10 if across.end > NARROW else 5
    marks = ticks(across.low, across.high, most)
    labels = [words("chart_seconds", seconds=f"{mark:g}") for mark in marks]
    return [
        text(across(mark), top + 20, label, anchor="middle", quiet=True)
        for mark, label in zip(marks, labels, strict=True)
    ]
