"""From the readings of a case to one row a day: what was read, how exactly, after how much."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from coxa.evidence.case import Case, CaseReading
from coxa.evidence.model.doses import WEEK_DAYS, start_day, trained_weeks
from coxa.evidence.model.normal import Array
from coxa.quantities import Side
from coxa.records import Phase

SIDES = (Side.LEFT, Side.RIGHT)
"""The order of the sides in every array."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Days:
    """One person's readings; arrays have a row a day and a column a side.

    Attributes
    ----------
    day : of each row, in days.
    value_deg : mean of the day's readings; zero where there is none.
    there : whether there is a reading.
    variance : of ``value_deg``, in units of ``sem_deg`` squared.
    training : whether the day's reading is one of training.
    waiting : whether it is one of a hip that waits.
    trained_weeks : weeks of training behind the day.
    weeks : calendar weeks from the middle of all readings.
    sem_deg : stated error of a usual reading.
    trained : which sides ever trained and have a reading of it.
    """

    day: Array
    value_deg: Array
    there: Flags
    variance: Array
    training: Flags
    waiting: Flags
    trained_weeks: Array
    weeks: Array
    sem_deg: float
    trained: tuple[bool, bool]

    @property
    def count(self) -> int:
        """Days and sides with a reading."""
        return int(self.there.sum())


def days_of(case: Case, of_the_day: float) -> Days | None:
    """The rows of a case without its familiarisation; ``None`` without a reading.

    Of a reading's variance the share ``of_the_day`` is the day's own and stays however often the
    day is read; the rest shrinks with the number of readings.
    """
    analysed = [one for one in case.readings if one.phase is not Phase.FAMILIARISATION]
    if not analysed:
        return None
    begun = _begun_between(analysed)
    keys = [_row_key(one, begun) for one in analysed]
    numbers = sorted(set(keys))
    row_of = {number: row for row, number in enumerate(numbers)}
    cells: dict[tuple[int, int], list[CaseReading]] = {}
    for key, one in zip(keys, analysed, strict=True):
        cells.setdefault((row_of[key], SIDES.index(one.side)), []).append(one)
    sem_deg = math.sqrt(fmean(one.sem_deg**2 for one in analysed))
    shape = (len(numbers), 2)
    value, variance = np.zeros(shape), np.ones(shape)
    there, training, waiting = (np.zeros(shape, dtype=bool) for _ in range(3))
    at = np.zeros(shape)
    for cell, own in cells.items():
        value[cell], variance[cell] = _mean(own, sem_deg, of_the_day)
        there[cell] = True
        training[cell] = own[-1].phase is Phase.TRAINING
        waiting[cell] = own[-1].phase is Phase.WAITING
        at[cell] = sum(one.day for one in own) / len(own)
    day = np.where(there, at, 0.0).sum(1) / there.sum(1)
    weeks = np.stack(
        [
            trained_weeks(case, side, np.where(there[:, n], at[:, n], day))
            for n, side in enumerate(SIDES)
        ],
        axis=1,
    )
    # A hip that has only begun to train on the day is untrained as long as its reading says so.
    weeks = np.where(there & ~training, 0.0, weeks)
    return Days(
        day=day,
        value_deg=value,
        there=there,
        variance=variance,
        training=training,
        waiting=waiting,
        trained_weeks=weeks,
        weeks=(day - day.mean()) / WEEK_DAYS,
        sem_deg=sem_deg,
        trained=tuple(  # type: ignore[arg-type]
            bool(training[:, n].any()) and start_day(case, side) is not None
            for n, side in enumerate(SIDES)
        ),
    )


def _begun_between(readings: Sequence[CaseReading]) -> set[tuple[int, Side]]:
    """Days and sides where training began between two readings of the day."""
    phases: dict[tuple[int, Side], set[bool]] = {}
    for one in readings:
        trained = one.phase is Phase.TRAINING
        phases.setdefault((math.floor(one.day), one.side), set()).add(trained)
    return {cell for cell, found in phases.items() if len(found) == 2}


def _row_key(one: CaseReading, begun: set[tuple[int, Side]]) -> tuple[int, bool]:
    """Readings of one day share a row, unless this hip's training began between them."""
    day = math.floor(one.day)
    return day, one.phase is Phase.TRAINING and (day, one.side) in begun


def _mean(own: Sequence[CaseReading], sem_deg: float, of_the_day: float) -> tuple[float, float]:
    precision = [1 / one.sem_deg**2 for one in own]
    whole = sum(precision)
    value = sum(p * one.value_deg for p, one in zip(precision, own, strict=True)) / whole
    alone = len(own) / whole / sem_deg**2
    return value, alone * (of_the_day + (1 - of_the_day) / len(own))
