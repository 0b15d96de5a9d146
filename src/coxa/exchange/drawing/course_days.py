"""What a course picture shows of one hip: its phases in days, and its minutes week by week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from coxa.evidence import BandDay, Exercised, SeriesAnswer
from coxa.experiment import Phased
from coxa.quantities import Side
from coxa.records import Moment, Phase

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class CourseOf:
    """All that the picture of one series needs.

    Attributes
    ----------
    answer : with its band (``coxa.evidence.answer(detail=True)``); without one, readings alone.
    readings : those of this series, in any order.
    exercised : every set done, of both sides.
    """

    answer: SeriesAnswer
    readings: Sequence[Phased]
    exercised: Sequence[Exercised] = ()

    @property
    def sign(self) -> int:
        """Turns degrees so that more is further in the series' own direction."""
        return self.answer.series.direction.sign

    def of_side(self, side: Side) -> list[Phased]:
        own = [one for one in self.readings if one.reading.side is side]
        return sorted(own, key=lambda one: one.reading.taken_at)

    def band(self, side: Side) -> list[BandDay]:
        return [point for point in self.answer.band if point.side is side]


@dataclass(frozen=True)
class PhaseSpan:
    """A phase of one hip, from a day to a day; days are numbers, as `day_number` gives them."""

    phase: Phase
    first: float
    last: float


def day_number(moment: Moment | datetime, zone: tzinfo | None) -> float:
    """Days since the year 1 with the time of day as a fraction, by the clock of ``zone``."""
    here = moment.astimezone(zone)
    return here.toordinal() + (here.hour + here.minute / 60) / 24


def phase_spans(course: CourseOf, side: Side, zone: tzinfo | None) -> list[PhaseSpan]:
    """The phases of a hip one after the other, each up to where the next begins.

    They begin where their first reading of this side lies, training where its first set was done.
    """
    own = course.of_side(side)
    if not own:
        return []
    begins: list[tuple[float, Phase]] = []
    for one in own:
        if not begins or begins[-1][1] is not one.phase:
            begins.append((float(int(day_number(one.reading.taken_at, zone))), one.phase))
    last = max(day_number(one.reading.taken_at, zone) for one in course.readings)
    started = _first_set(course, side, zone)
    if started is not None and started <= last:
        begins = [(day, phase) for day, phase in begins if phase is not Phase.TRAINING]
        begins.append((started, Phase.TRAINING))
    begins.sort(key=lambda begin: begin[0])
    ends = [*(day for day, _ in begins[1:]), float(int(last) + 1)]
    return [
        PhaseSpan(phase, day, end)
        for (day, phase), end in zip(begins, ends, strict=True)
        if end > day
    ]


def minutes_by_week(course: CourseOf, side: Side, zone: tzinfo | None) -> list[tuple[float, float]]:
    """Weeks from the first day of the series on: the day each begins, and its minutes.

    What was done before the first reading of the series, or after the week of the last, is no
    part of its picture.
    """
    days = [day_number(one.reading.taken_at, zone) for one in course.readings]
    if not days:
        return []
    first = float(int(min(days)))
    weeks = [0.0] * (int((max(days) - first) // DAYS_A_WEEK) + 1)
    for done in course.exercised:
        week = int((day_number(done.at, zone) - first) // DAYS_A_WEEK)
        if done.side is side and 0 <= week < len(weeks):
            weeks[week] += done.minutes
    return [(first + DAYS_A_WEEK * number, minutes) for number, minutes in enumerate(weeks)]


def _first_set(course: CourseOf, side: Side, zone: tzinfo | None) -> float | None:
    days = [day_number(done.at, zone) for done in course.exercised if done.side is side]
    return min(days, default=None)
