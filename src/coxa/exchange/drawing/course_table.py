"""The course behind an answer as a table: every reading, what it counts as, what the model says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, tzinfo

from coxa.evidence import BandDay, Believed
from coxa.exchange.drawing.course_days import CourseOf
from coxa.exchange.drawing.table import table
from coxa.exchange.drawing.words import ENGLISH, Words, degrees, turned
from coxa.exchange.markup import to_html
from coxa.experiment import Phase, Phased
from coxa.quantities import Side

HEAD = (
    "chart_day",
    "chart_side",
    "chart_reading",
    "chart_counted",
    "chart_true_angle",
    "chart_without",
)


def course_table(course: CourseOf, *, words: Words = ENGLISH, zone: tzinfo | None = None) -> str:
    """The readings of the course picture as an HTML table, oldest first.

    Each with its phase; beside it the angle that the model believes in on that day, and the one
    without training, both with their 95 % interval.
    """
    days = {(point.side, point.at.astimezone(zone).date()): point for point in course.answer.band}
    ordered = sorted(course.readings, key=lambda one: (one.reading.taken_at, one.reading.side))
    rows = [_row(one, days, course.sign, words, zone) for one in ordered]
    return to_html(table(words("chart_course_title"), [words(name) for name in HEAD], rows))


def _row(
    phased: Phased,
    days: Mapping[tuple[Side, date], BandDay],
    sign: int,
    words: Words,
    zone: tzinfo | None,
) -> tuple[str, ...]:
    reading = phased.reading
    here = reading.taken_at.astimezone(zone)
    point = None if _left_out(phased) else days.get((reading.side, here.date()))
    return (
        here.strftime("%Y-%m-%d %H:%M"),
        words.side(reading.side),
        words("chart_value", value=turned(reading), error=degrees(reading.error95_deg)),
        _counted(phased, words),
        _between(point.angle, sign, words) if point else "–",
        _between(point.untrained, sign, words) if point else "–",
    )


def _left_out(phased: Phased) -> bool:
    return phased.phase is Phase.FAMILIARISATION or phased.reading.after_exercise is True


def _counted(phased: Phased, words: Words) -> str:
    phase = words(f"chart_phase_{phased.phase.value}")
    if phased.reading.after_exercise is True:
        phase = words("chart_warm")
    return f"{phase}, {words('chart_not_counted')}" if _left_out(phased) else phase


def _between(figure: Believed, sign: int, words: Words) -> str:
    low, high = sorted((sign * figure.low_deg, sign * figure.high_deg))
    span = words("chart_from_to", low=degrees(low), high=degrees(high))
    return f"{degrees(sign * figure.mean_deg)} ({span})"
