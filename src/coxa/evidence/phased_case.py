"""From kept readings with their phases to the case that the model takes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from statistics import fmean

from coxa.evidence.case import Case, CaseDose, CaseReading
from coxa.evidence.normal import Z95
from coxa.experiment import Phased
from coxa.quantities import Side

DAY_S = 86400.0


@dataclass(frozen=True, slots=True)
class Exercised:
    """Minutes of exercise done for one side at one time."""

    at: datetime
    side: Side
    minutes: float


def to_case(
    cold: Sequence[Phased],
    *,
    sem_deg: float,
    worthwhile_deg: float,
    exercised: Sequence[Exercised],
    starts: Mapping[Side, datetime],
    planned_readings: int,
    zone: tzinfo | None,
) -> Case:
    """The case of one series.

    Readings keep how exact they are beside each other, as they state it; on the whole they are
    taken to be as exact as the method is, ``sem_deg``. How exact they really are, the model learns
    from the readings; the person's own error, learnt from the baseline, is told but not used here,
    so that no reading teaches twice.
    """
    stated = [one.reading.error95_deg / Z95 for one in cold]
    factor = sem_deg / math.sqrt(fmean(sem * sem for sem in stated)) if stated else 1.0
    return Case(
        readings=tuple(
            CaseReading(
                day=day_of(one.reading.taken_at, zone),
                side=one.reading.side,
                value_deg=one.reading.value_deg * one.reading.series.direction.sign,
                sem_deg=factor * sem,
                phase=one.phase,
            )
            for one, sem in zip(cold, stated, strict=True)
        ),
        worthwhile_deg=worthwhile_deg,
        doses=tuple(CaseDose(day_of(one.at, zone), one.side, one.minutes) for one in exercised),
        planned_readings=planned_readings,
        starts={side: day_of(start, zone) for side, start in starts.items()},
    )


def day_of(moment: datetime, zone: tzinfo | None) -> float:
    """The date as a number, and the time of the day as its fraction."""
    here = moment.astimezone(zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    passed = here.replace(tzinfo=None) - midnight.replace(tzinfo=None)
    return here.toordinal() + passed.total_seconds() / DAY_S


def moment_of(day: float, zone: tzinfo | None) -> datetime:
    """The moment that `day_of` made into a number."""
    whole = math.floor(day)
    here = datetime.fromordinal(whole) + timedelta(seconds=(day - whole) * DAY_S)
    return here.replace(tzinfo=zone).astimezone(UTC) if zone else here.astimezone(UTC)
