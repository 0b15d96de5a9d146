"""One person's comparison as the model takes it: readings and doses on a line of days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coxa.quantities import Side
from coxa.records import Phase


@dataclass(frozen=True, slots=True)
class CaseReading:
    """One reading, positive when further in the direction of its series.

    Attributes
    ----------
    day : days from any origin; the fraction is the hour.
    sem_deg : stated standard error of this one reading.
    """

    day: float
    side: Side
    value_deg: float
    sem_deg: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class CaseDose:
    """Minutes of exercise done for one side."""

    day: float
    side: Side
    minutes: float


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What other people gained: a pool's predictive distribution for one more person."""

    mean_deg: float
    sd_deg: float


@dataclass(frozen=True, slots=True)
class Case:
    """All that one answer rests on: one person, one series, both sides.

    Attributes
    ----------
    worthwhile_deg : the gain that counts as meaningful, fixed before training.
    doses : empty: from its start on, a side counts as trained evenly.
    planned_readings : training readings of a side at the horizon, fixed beforehand.
    starts : when each side began to train, where that is known better than from its readings.
    borrowed : what the gain is expected to be before this person's readings, if a pool tells.
    """

    readings: tuple[CaseReading, ...]
    worthwhile_deg: float
    doses: tuple[CaseDose, ...] = ()
    planned_readings: int = 18
    starts: Mapping[Side, float] = field(default_factory=dict)
    borrowed: Borrowed | None = None
