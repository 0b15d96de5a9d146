"""What is asked of the model: each series of a person's readings, made into a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from itertools import groupby
from statistics import fmean

from coxa.evidence.case import Case
from coxa.evidence.method_error import method_error
from coxa.evidence.own_error import reading_error
from coxa.evidence.phased_case import Exercised, to_case
from coxa.evidence.records import ReadingError
from coxa.experiment import Phase, Phased
from coxa.quantities import Side
from coxa.records import KeptReading, Series

PLANNED_READINGS = 18
"""Training readings of a side that are planned where nothing else was: six weeks, three a week."""


@dataclass(frozen=True, slots=True)
class Person:
    """All that one person's answer rests on.

    Attributes
    ----------
    phased : in any order.
    exercised : what was really done; a gain grows with it. Without: evenly from the start on.
    starts : when each side began to train, as far as known.
    planned_readings : training readings of a side at the planned end, fixed beforehand.
    """

    phased: Sequence[Phased]
    exercised: Sequence[Exercised] = ()
    starts: Mapping[Side, datetime] = field(default_factory=dict)
    planned_readings: int = PLANNED_READINGS


@dataclass(frozen=True, slots=True)
class Asked:
    """One series of a person: the sides that were read, the error of a reading, the case."""

    series: Series
    sides: tuple[Side, ...]
    error: ReadingError
    case: Case


def asked_of(person: Person, zone: tzinfo | None) -> list[Asked]:
    """A case for each series, in the order of their first readings."""
    by_series: dict[Series, list[Phased]] = {}
    for one in sorted(person.phased, key=lambda one: one.reading.taken_at):
        by_series.setdefault(one.reading.series, []).append(one)
    return [_asked(series, own, person, zone) for series, own in by_series.items()]


def _asked(series: Series, own: Sequence[Phased], person: Person, zone: tzinfo | None) -> Asked:
    error = _error(series, own, zone)
    case = to_case(
        [one for one in own if not one.reading.after_exercise],
        sem_deg=error.method_sem_deg,
        worthwhile_deg=error.mdc95_deg,
        exercised=person.exercised,
        starts=person.starts,
        planned_readings=person.planned_readings,
        zone=zone,
    )
    read = {one.reading.side for one in own}
    return Asked(series, tuple(side for side in Side if side in read), error, case)


def _error(series: Series, readings: Sequence[Phased], zone: tzinfo | None) -> ReadingError:
    """The error from the baseline before any training; as stated by all readings without one.

    The days that a hip waits for its turn are left out here: the other's training may spill over.
    """
    cold = [one for one in readings if not one.reading.after_exercise]
    baseline = [one for one in cold if one.phase is Phase.BASELINE]
    stated = [one.reading.error95_deg for one in baseline or readings]
    by_side = [
        _day_means([one.reading for one in baseline if one.reading.side is side], zone)
        for side in Side
    ]
    days = {one.reading.taken_at.astimezone(zone).date() for one in baseline}
    return reading_error(
        method_error(series.device, stated),
        [own for own in by_side if own],
        len(days),
        trained=any(one.phase in (Phase.TRAINING, Phase.WAITING) for one in readings),
    )


def _day_means(readings: Sequence[KeptReading], zone: tzinfo | None) -> list[float]:
    """One value for each day in degrees, oldest first, positive in the series' own direction."""
    by_day = groupby(readings, key=lambda reading: reading.taken_at.astimezone(zone).date())
    return [
        fmean(one.value_deg * one.series.direction.sign for one in readings_of_day)
        for _, readings_of_day in by_day
    ]
