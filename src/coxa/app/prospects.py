"""Before a comparison begins: what would show after how many weeks, with this person's readings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from coxa.app.answer import current_answer
from coxa.app.comparison import USUAL_WEEKS, WEEKS_TO_CHOOSE, cold_readings, planned_readings_a_week
from coxa.app.storage import Storage
from coxa.evidence import (
    METHOD_ERRORS,
    PROBABLY,
    ErrorOrigin,
    ReadingError,
    ReadingPlan,
    least_gain_deg,
    power,
)
from coxa.experiment import MIN_BASELINE_DAYS, waits_weeks
from coxa.programme import comparable_days
from coxa.quantities import Device
from coxa.records import Message

WEEK_DAYS = 7
TOLD_GAINS_DEG = (3, 5, 8)
"""In trials hips gained 2 to 10 degrees."""

FEWEST_WEEKS, MOST_WEEKS = 2, 12
RHYTHM_DAYS = 14
"""From so many days after the first reading on, the person's own rhythm can be seen."""


@dataclass(frozen=True)
class Length:
    """One length to choose, and what would show at its end."""

    weeks: int
    waits_weeks: int
    shows: Message


@dataclass(frozen=True)
class Prospects:
    """What a comparison promises this person.

    Attributes
    ----------
    behind : the error and the rhythm that all of it is worked out for.
    gains : after how many weeks a gain of so much would show, or that it would not.
    alone : why, and by how much, the answer is weaker without a comparison.
    """

    lengths: tuple[Length, ...]
    gains: tuple[Message, ...]
    behind: Message
    alone: Message
    readings_a_week: int


def prospects(storage: Storage, *, now: datetime) -> Prospects:
    """Worked out anew each time, from the readings so far."""
    error = _error(storage, now)
    plans = _Plans(
        sem_deg=error.sem_deg if error else METHOD_ERRORS[Device.CAMERA].sem_deg,
        baseline=max(MIN_BASELINE_DAYS, error.days if error else 0),
        days_a_week=len(storage.preferences().weekdays),
        readings_a_week=readings_a_week(storage, now=now),
    )
    return Prospects(
        lengths=tuple(
            Length(weeks, waits_weeks(weeks), _shows(plans.of(weeks))) for weeks in WEEKS_TO_CHOOSE
        ),
        gains=tuple(_when(plans, gain_deg) for gain_deg in TOLD_GAINS_DEG),
        behind=_behind(error, plans),
        alone=_alone(plans),
        readings_a_week=plans.readings_a_week,
    )


def readings_a_week(storage: Storage, *, now: datetime) -> int:
    """Days of reading in a week of training: as planned, or fewer where fewer have been usual."""
    wanted = planned_readings_a_week(storage)
    days = comparable_days(cold_readings(storage), now.tzinfo)
    span_days = (now.date() - min(days)).days if days else 0
    if span_days < RHYTHM_DAYS:
        return wanted
    return min(wanted, max(1, round(len(days) / span_days * WEEK_DAYS)))


@dataclass(frozen=True)
class _Plans:
    sem_deg: float
    baseline: int
    days_a_week: int
    readings_a_week: int

    def of(self, weeks: int, *, compared: bool = True) -> ReadingPlan:
        """The calendar of a comparison of so many weeks; or of training both hips at once."""
        return ReadingPlan(
            sem_deg=self.sem_deg,
            baseline_readings=self.baseline,
            training_readings=weeks * self.readings_a_week,
            baseline_a_week=self.days_a_week,
            training_a_week=self.readings_a_week,
            waits_weeks=waits_weeks(weeks) if compared else 0,
        )


def _error(storage: Storage, now: datetime) -> ReadingError | None:
    """Of the series that was read on most days."""
    found = [one.error for one in current_answer(storage, now.tzinfo).series if one.error]
    return max(found, key=lambda error: error.days, default=None)


def _shows(plan: ReadingPlan) -> Message:
    least_deg = least_gain_deg(plan)
    if least_deg is None:
        return Message(id="length_shows_nothing")
    return Message(id="length_shows", params={"gain": ceil(least_deg)})


def _when(plans: _Plans, gain_deg: int) -> Message:
    for weeks in range(FEWEST_WEEKS, MOST_WEEKS + 1):
        if power(plans.of(weeks), gain_deg) >= PROBABLY:
            return Message(id="shows_after", params={"gain": gain_deg, "weeks": weeks})
    return Message(id="shows_never", params={"gain": gain_deg, "weeks": MOST_WEEKS})


def _behind(error: ReadingError | None, plans: _Plans) -> Message:
    params: dict[str, str | int | float | bool] = {
        "error": f"{plans.sem_deg:.1f}",
        "a_week": plans.readings_a_week,
    }
    if error is None:
        return Message(id="error_behind_nothing", params=params)
    if error.origin is ErrorOrigin.OWN:
        return Message(id="error_behind_own", params=params | {"days": error.days})
    return Message(id="error_behind_method", params=params | {"needed": error.days_needed})


def _alone(plans: _Plans) -> Message:
    alone = least_gain_deg(plans.of(USUAL_WEEKS, compared=False))
    compared = least_gain_deg(plans.of(USUAL_WEEKS))
    if alone is None or compared is None:
        return Message(id="weaker_alone_unknown")
    return Message(
        id="weaker_alone",
        params={"weeks": USUAL_WEEKS, "alone": ceil(alone), "gain": ceil(compared)},
    )
