"""A person's course: readings with their error bars, phases behind, sessions and pain below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from xml.etree.ElementTree import Element

from coxa.exchange.drawing.axis import AXIS_MARGIN, degree_axis
from coxa.exchange.drawing.days import day_labels
from coxa.exchange.drawing.looks import (
    QUIET,
    SIDE_COLOUR,
    WIDE,
    line,
    marker,
    picture,
    text,
)
from coxa.exchange.drawing.scale import Scale
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, degrees, turned
from coxa.exchange.markup import add, node, to_html, to_xml
from coxa.quantities import Direction, Side
from coxa.records import KeptReading, Message, PainReport, Session

PLOT_TOP = 26.0
PLOT_HEIGHT = 250.0
PAIN_HEIGHT = 36.0
RIGHT_MARGIN = 66.0
LEAST_SPAN_DEG = 40.0
SIDE_SHIFT = {Side.LEFT: -3.0, Side.RIGHT: 3.0}
LABEL_GAP = 16.0


@dataclass(frozen=True)
class PhaseBand:
    """A phase as it stands behind the readings, both days included."""

    first_day: date
    last_day: date
    label: Message


def history_plot(
    readings: Sequence[KeptReading],
    sessions: Sequence[Session] = (),
    pain: Sequence[PainReport] = (),
    phases: Sequence[PhaseBand] = (),
    *,
    width: int = WIDE,
    words: Words = ENGLISH,
    zone: tzinfo | None = None,
) -> str:
    """An SVG of readings over days. Give readings of one kind: they share one axis.

    Internal stands above zero and external below. A reading taken after exercise is hollow.

    Parameters
    ----------
    zone
        Where the days begin and end; ``None``: as this machine's clock.
    """
    pain_height = PAIN_HEIGHT if pain else 0.0
    foot = PLOT_TOP + PLOT_HEIGHT
    height = foot + 18 + pain_height + 26
    svg = picture(width, height, words("chart_history_title"), _description(readings, words, zone))
    if not readings:
        add(svg, text(width / 2, height / 2, words("chart_empty"), anchor="middle", quiet=True))
        return to_xml(svg)

    moments = [reading.taken_at for reading in readings]
    moments += [session.started_at for session in sessions] + [report.at for report in pain]
    across = _day_scale([_day(moment, zone) for moment in moments], width)
    low, high = _angle_range(readings)
    up = Scale(low, high, foot, PLOT_TOP)
    add(svg, *_phases(phases, across, words))
    add(svg, *degree_axis(across, up, words, most_steps=7))
    for reading in readings:
        add(svg, *_reading(reading, across, up, zone))
    add(svg, *_last_labels(readings, across, up, words))
    add(svg, *_sessions(sessions, across, foot + 4, words, zone))
    if pain:
        add(svg, *_pain(pain, across, foot + 18, words, zone))
    add(svg, *day_labels(across, height - 8, words))
    return to_xml(svg)


def history_table(
    readings: Sequence[KeptReading],
    *,
    words: Words = ENGLISH,
    zone: tzinfo | None = None,
) -> str:
    """The readings of the same picture as an HTML table, oldest first."""
    head = ("chart_day", "chart_side", "chart_movement", "chart_reading")
    rows = [
        (
            _local(reading.taken_at, zone).strftime("%Y-%m-%d %H:%M"),
            words.side(reading.side),
            words.direction(reading.series.direction),
            _value(reading, words),
        )
        for reading in sorted(readings, key=lambda reading: reading.taken_at)
    ]
    return to_html(table(words("chart_history_title"), [words(name) for name in head], rows))


def _value(reading: KeptReading, words: Words) -> str:
    value = words(
        "chart_value",
        value=turned(reading),
        error=degrees(reading.error95_deg),
    )
    return f"{value}, {words('chart_warm')}" if reading.after_exercise else value


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.astimezone(zone)


def _day(moment: datetime, zone: tzinfo | None) -> float:
    """Days since the year 1, with the time of day as a fraction, by the local clock."""
    local = _local(moment, zone)
    return local.toordinal() + (local.hour + local.minute / 60) / 24


def _description(readings: Sequence[KeptReading], words: Words, zone: tzinfo | None) -> str:
    if not readings:
        return words("chart_empty")
    days = sorted(_local(reading.taken_at, zone).date() for reading in readings)
    return words(
        "chart_history_desc",
        count=len(readings),
        first=words.day(days[0]),
        last=words.day(days[-1]),
    )


def _day_scale(days: Sequence[float], width: int) -> Scale:
    first, last = min(days), max(days)
    room = max((7 - (last - first)) / 2, 0.6)
    return Scale(first - room, last + room, AXIS_MARGIN, width - RIGHT_MARGIN)


def _angle_range(readings: Sequence[KeptReading]) -> tuple[float, float]:
    """Both directions share an axis through zero; one alone is shown from nearer by."""
    ends = [
        reading.value_deg + sign * reading.error95_deg for reading in readings for sign in (-1, 1)
    ]
    low, high = min(ends) - 3, max(ends) + 3
    if len({reading.series.direction for reading in readings}) > 1:
        return min(low, 0.0), max(high, 0.0)
    room = max(LEAST_SPAN_DEG - (high - low), 0) / 2
    return low - room, high + room


def _phases(phases: Sequence[PhaseBand], across: Scale, words: Words) -> Iterable[Element]:
    for number, band in enumerate(phases):
        start = max(across(band.first_day.toordinal()), across.start)
        end = min(across(band.last_day.toordinal() + 1), across.end)
        if end <= start:
            continue
        yield node(
            "rect",
            x=start,
            y=0,
            width=end - start,
            height=PLOT_TOP + PLOT_HEIGHT,
            fill=QUIET,
            opacity=0.06 if number % 2 else 0.15,
        )
        label = words.say(band.label)
        if end - start > 6.6 * len(label) + 8:
            yield text(start + 6, 15, label, quiet=True)


def _reading(
    reading: KeptReading, across: Scale, up: Scale, zone: tzinfo | None
) -> Iterable[Element]:
    x = across(_day(reading.taken_at, zone)) + SIDE_SHIFT[reading.side]
    top = up(reading.value_deg + reading.error95_deg)
    foot = up(reading.value_deg - reading.error95_deg)
    colour = SIDE_COLOUR[reading.side]
    yield line(x, top, x, foot, colour=colour, width=1.25, opacity=0.5)
    warm = reading.after_exercise is True
    yield marker(reading.side, x, up(reading.value_deg), hollow=warm, size=4)


def _last_labels(
    readings: Sequence[KeptReading], across: Scale, up: Scale, words: Words
) -> Iterable[Element]:
    last: dict[tuple[Side, Direction], KeptReading] = {}
    # A reading taken cold speaks for its line; one taken after exercise only where none was.
    for reading in sorted(readings, key=lambda one: (one.after_exercise is not True, one.taken_at)):
        last[reading.side, reading.series.direction] = reading
    lowest_free = -1e9
    for reading in sorted(last.values(), key=lambda reading: -reading.value_deg):
        y = max(up(reading.value_deg) + 4.5, lowest_free)
        lowest_free = y + LABEL_GAP
        label = f"{words.letter(reading.side)} {turned(reading)}"
        colour = SIDE_COLOUR[reading.side]
        hollow = reading.after_exercise is True
        yield marker(reading.side, across.end + 10, y - 4.5, hollow=hollow, size=3.5)
        yield text(across.end + 18, y, label, colour=colour, bold=True)


def _sessions(
    sessions: Sequence[Session], across: Scale, top: float, words: Words, zone: tzinfo | None
) -> Iterable[Element]:
    for session in sessions:
        x = across(_day(session.started_at, zone))
        yield line(x, top, x, top + 9, width=2)
    if sessions:
        yield text(across.end + 8, top + 9, words("chart_sessions"), quiet=True)


def _pain(
    pain: Sequence[PainReport], across: Scale, top: float, words: Words, zone: tzinfo | None
) -> Iterable[Element]:
    up = Scale(0, 10, top + PAIN_HEIGHT - 6, top + 4)
    yield line(across.start, up.start, across.end, up.start, opacity=0.25)
    yield text(across.start - 6, up.end + 9, "10", anchor="end", quiet=True)
    yield text(across.start - 6, up.start + 4, "0", anchor="end", quiet=True)
    for report in pain:
        x = across(_day(report.at, zone))
        yield line(x, up.start, x, up(report.score), width=3, opacity=0.7)
        yield node("circle", cx=x, cy=up(report.score), r=2.5)
    yield text(across.end + 8, up.start, words("chart_pain"), quiet=True)
