"""The course behind an answer: readings, what the model makes of them, and what was trained.

Both hips stand above each other on one scale, so that the one that waits can be compared by eye.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from xml.etree.ElementTree import Element

from coxa.evidence import BandDay, Believed
from coxa.exchange.drawing.axis import AXIS_MARGIN
from coxa.exchange.drawing.course_days import (
    CourseOf,
    day_number,
    minutes_by_week,
    phase_spans,
)
from coxa.exchange.drawing.course_legend import course_legend, legend_height
from coxa.exchange.drawing.days import day_labels
from coxa.exchange.drawing.looks import (
    INK,
    NARROW,
    QUIET,
    SIDE_COLOUR,
    WIDE,
    line,
    marker,
    picture,
    text,
    upright,
)
from coxa.exchange.drawing.scale import Scale, ticks
from coxa.exchange.drawing.words import ENGLISH, Words, degrees
from coxa.exchange.markup import add, node, to_xml
from coxa.experiment import Phase, Phased
from coxa.quantities import Side

HEAD = 44.0
PLOT = {WIDE: 170.0, NARROW: 150.0}
DOSES = 36.0
BAR = 20.0
GAP = 16.0
DAYS = 24.0
RIGHT_MARGIN = 72.0
LEAST_SPAN_DEG = 20.0
ROOM_FOR_NUMBER = 17.0
SHADE = {
    Phase.FAMILIARISATION: 0.05,
    Phase.BASELINE: 0.16,
    Phase.WAITING: 0.16,
    Phase.TRAINING: 0.02,
}
"""How dark a phase is: before training dark, training light."""


def course_plot(
    course: CourseOf,
    *,
    width: int = WIDE,
    words: Words = ENGLISH,
    zone: tzinfo | None = None,
) -> str:
    """An SVG with a panel a hip: readings, band, phases, and minutes of exercise a week.

    Further in the series' own direction is up. A reading that is not counted is hollow. The
    dashed line is where the hip would stand without training; both lines with their 95 %.
    """
    sides = [side for side in Side if course.of_side(side)]
    plot = PLOT[WIDE if width >= WIDE else NARROW]
    panel = HEAD + plot + DOSES + GAP
    foot = max(len(sides), 1) * panel + DAYS
    height = foot + legend_height(width)
    title = words("chart_course_title")
    svg = picture(width, height, title, _description(course, sides, words, zone))
    if not sides:
        add(svg, text(width / 2, height / 2, words("chart_empty"), anchor="middle", quiet=True))
        return to_xml(svg)
    days = [day_number(one.reading.taken_at, zone) for one in course.readings]
    first, last = int(min(days)), int(max(days)) + 1
    across = Scale(first, max(last, first + 7), AXIS_MARGIN, width - RIGHT_MARGIN)
    low, high = _range(course)
    most = max(minutes for side in sides for _, minutes in minutes_by_week(course, side, zone))
    for number, side in enumerate(sides):
        top = number * panel
        up = Scale(low, high, top + HEAD + plot, top + HEAD)
        add(svg, *_head(course, side, top, words))
        add(svg, *_phases(course, side, across, up, words, zone))
        add(svg, *_axis(course, across, up, words))
        add(svg, *_band(course, side, across, up, zone))
        add(
            svg, *(mark for one in course.of_side(side) for mark in _reading(one, across, up, zone))
        )
        add(svg, *_ends(course, side, across, up))
        add(svg, *_doses(course, side, most, across, up.start + DOSES, words, zone))
    add(svg, *day_labels(across, foot - 8, words))
    add(svg, *course_legend(foot, width, words))
    return to_xml(svg)


def _description(course: CourseOf, sides: Sequence[Side], words: Words, zone: tzinfo | None) -> str:
    if not sides:
        return words("chart_empty")
    return " ".join(_described(course, side, words, zone) for side in sides)


def _described(course: CourseOf, side: Side, words: Words, zone: tzinfo | None) -> str:
    own, band = course.of_side(side), course.band(side)
    said = words(
        "chart_course_desc",
        side=words.side(side),
        count=len(own),
        first=words.day(own[0].reading.taken_at.astimezone(zone).date()),
        last=words.day(own[-1].reading.taken_at.astimezone(zone).date()),
    )
    if not band:
        return said
    now, without = band[-1].angle, band[-1].untrained
    return f"{said} " + words(
        "chart_course_desc_band",
        now=_with_error(now, course.sign),
        without=_with_error(without, course.sign),
    )


def _with_error(figure: Believed, sign: int) -> str:
    margin = degrees((figure.high_deg - figure.low_deg) / 2)
    return f"{degrees(sign * figure.mean_deg)} ± {margin}"


def _range(course: CourseOf) -> tuple[float, float]:
    sign = course.sign
    ends = [
        sign * one.reading.value_deg + way * one.reading.error95_deg
        for one in course.readings
        for way in (-1, 1)
    ]
    ends += [
        sign * end
        for point in course.answer.band
        for figure in (point.angle, point.untrained)
        for end in (figure.low_deg, figure.high_deg)
    ]
    low, high = min(ends) - 1, max(ends) + 1
    room = max(LEAST_SPAN_DEG - (high - low), 0) / 2
    return low - room, high + room


def _head(course: CourseOf, side: Side, top: float, words: Words) -> Iterator[Element]:
    verdict = words(f"verdict_{course.answer.sides[side].verdict.value}")
    yield marker(side, AXIS_MARGIN + 6, top + 12, size=5)
    yield node(
        "text",
        node("tspan", words.side(side), font_weight="600"),
        f": {verdict}",
        x=AXIS_MARGIN + 18,
        y=top + 17,
    )


def _phases(
    course: CourseOf,
    side: Side,
    across: Scale,
    up: Scale,
    words: Words,
    zone: tzinfo | None,
) -> Iterator[Element]:
    for span in phase_spans(course, side, zone):
        start, end = max(across(span.first), across.start), min(across(span.last), across.end)
        if end <= start:
            continue
        yield node(
            "rect",
            x=start,
            y=up.end - 20,
            width=end - start,
            height=up.start - up.end + 20,
            fill=QUIET,
            opacity=SHADE[span.phase],
        )
        yield line(start, up.end - 20, start, up.start, opacity=0.35)
        label = words(f"chart_phase_{span.phase.value}")
        if end - start > 6.8 * len(label) + 8:
            yield text(start + 5, up.end - 6, label, quiet=True)


def _axis(course: CourseOf, across: Scale, up: Scale, words: Words) -> Iterator[Element]:
    for value in ticks(up.low, up.high, 5):
        y = up(value)
        yield line(across.start, y, across.end, y, opacity=0.14)
        yield text(across.start - 6, y + 4.5, degrees(value), anchor="end", quiet=True)
    direction = words.direction(course.answer.series.direction)
    yield upright(14, (up.start + up.end) / 2, direction)


def _band(
    course: CourseOf, side: Side, across: Scale, up: Scale, zone: tzinfo | None
) -> Iterator[Element]:
    """Without training only from where the two differ on: before, they are the same."""
    points, sign = course.band(side), course.sign
    places = [across(day_number(point.at, zone)) for point in points]
    apart = next((n for n, point in enumerate(points) if _differs(point)), len(points))
    without = max(apart - 1, 0)
    if apart < len(points):
        figures = [point.untrained for point in points[without:]]
        yield _area(places[without:], figures, sign, up, INK, 0.1)
        yield _path(places[without:], [sign * one.mean_deg for one in figures], up, INK, "5 4")
    if points:
        figures = [point.angle for point in points]
        yield _area(places, figures, sign, up, SIDE_COLOUR[side], 0.22)
        yield _path(places, [sign * one.mean_deg for one in figures], up, SIDE_COLOUR[side], None)


def _differs(point: BandDay) -> bool:
    return abs(point.angle.mean_deg - point.untrained.mean_deg) > 1e-6


def _area(
    places: Sequence[float],
    figures: Sequence[Believed],
    sign: int,
    up: Scale,
    colour: str,
    opacity: float,
) -> Element:
    there = [(x, up(sign * one.high_deg)) for x, one in zip(places, figures, strict=True)]
    back = [(x, up(sign * one.low_deg)) for x, one in zip(places, figures, strict=True)]
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*there, *reversed(back)])
    return node("polygon", points=corners, fill=colour, opacity=opacity)


def _path(
    places: Sequence[float], values: Sequence[float], up: Scale, colour: str, dashes: str | None
) -> Element:
    corners = " ".join(f"{x:.1f},{up(value):.1f}" for x, value in zip(places, values, strict=True))
    return node(
        "polyline",
        points=corners,
        fill="none",
        stroke=colour,
        stroke_width=1.75,
        stroke_dasharray=dashes,
    )


def _reading(phased: Phased, across: Scale, up: Scale, zone: tzinfo | None) -> Iterator[Element]:
    reading = phased.reading
    x, value = across(day_number(reading.taken_at, zone)), _turned(phased)
    hollow = phased.phase is Phase.FAMILIARISATION or reading.after_exercise is True
    top, foot = up(value + reading.error95_deg), up(value - reading.error95_deg)
    yield line(x, top, x, foot, colour=SIDE_COLOUR[reading.side], width=1, opacity=0.45)
    yield marker(reading.side, x, up(value), hollow=hollow, size=3.2)


def _turned(phased: Phased) -> float:
    return phased.reading.value_deg * phased.reading.series.direction.sign


def _ends(course: CourseOf, side: Side, across: Scale, up: Scale) -> Iterator[Element]:
    """Where both lines have come to, each with its error, beside their ends."""
    points = course.band(side)
    if not points:
        return
    last = points[-1]
    labels = [(up(course.sign * last.angle.mean_deg), last.angle, SIDE_COLOUR[side], True)]
    if _differs(last):
        labels.append((up(course.sign * last.untrained.mean_deg), last.untrained, INK, False))
    labels.sort(key=lambda label: label[0])
    lowest_free = -1e9
    for y, figure, colour, bold in labels:
        place = max(y + 4.5, lowest_free)
        lowest_free = place + 16
        said = _with_error(figure, course.sign)
        yield text(across.end + 6, place, said, colour=colour, bold=bold, quiet=not bold)


def _doses(
    course: CourseOf,
    side: Side,
    most: float,
    across: Scale,
    foot: float,
    words: Words,
    zone: tzinfo | None,
) -> Iterator[Element]:
    yield line(across.start, foot, across.end, foot, opacity=0.3)
    yield text(across.start - 6, foot, words("chart_course_minutes"), anchor="end", quiet=True)
    weeks = minutes_by_week(course, side, zone)
    largest = max(weeks, key=lambda week: week[1])[0]
    for day, minutes in weeks:
        start, end = across(day) + 1, min(across(day + 7) - 1, across.end)
        if minutes <= 0 or end <= start:
            continue
        height = BAR * minutes / most
        yield node(
            "rect",
            x=start,
            y=foot - height,
            width=end - start,
            height=height,
            fill=SIDE_COLOUR[side],
            opacity=0.5,
        )
        if end - start >= ROOM_FOR_NUMBER or day == largest:
            place = foot - height - 3
            yield text((start + end) / 2, place, f"{minutes:.0f}", anchor="middle", quiet=True)
