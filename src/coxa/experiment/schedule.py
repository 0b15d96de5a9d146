"""The draw of a randomised experiment, fixed in advance and provably unchanged afterwards."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from coxa.experiment.phases import FAMILIARISATION_DAYS, MIN_BASELINE_DAYS
from coxa.quantities import Side
from coxa.records import Moment, Record

WEEK_DAYS = 7
START_WINDOW_DAYS = 7
EARLIER_STAGGER_DAYS = 18
"""What the waiting hip waited in schedules that fixed no length."""

LEAST_WAIT_WEEKS, MOST_WAIT_WEEKS = 3, 6
LATER_FIELDS = ("weeks", "readings_a_week", "lead_days")
"""Schedules drawn before there were such fields are sealed without them."""


class Schedule(Record):
    """Which hip starts training when, and for how long. ``sha256`` covers all but ``ended_at``."""

    seed: Annotated[int, Field(ge=0)]
    drawn_at: Moment
    first_day: date
    first_side: Side
    first_side_starts_on: date
    second_side_starts_on: date
    sha256: str
    weeks: Annotated[int, Field(ge=1, le=52)] | None = None
    """Training of the first hip up to the planned end; ``None``: drawn before it was fixed."""
    readings_a_week: Annotated[int, Field(ge=1, le=7)] | None = None
    """Planned while the first hip trains."""
    lead_days: Annotated[int, Field(ge=0, le=365)] | None = None
    """Days before the window in which the start was drawn: time for the readings before training.
    """
    ended_at: Moment | None = None

    @property
    def planned_readings(self) -> int | None:
        """Training readings of a hip at the planned end."""
        if self.weeks is None or self.readings_a_week is None:
            return None
        return self.weeks * self.readings_a_week

    @property
    def planned_end_on(self) -> date | None:
        """The day after the last planned day of the first hip."""
        if self.weeks is None:
            return None
        return self.first_side_starts_on + timedelta(days=WEEK_DAYS * self.weeks)


def waits_weeks(weeks: int) -> int:
    """How long the other hip waits: two thirds of the time, but three weeks at least and six at
    most.

    Waiting to the end would tell most. With two thirds the least gain that shows is 7 to 19 %
    larger, with half of six weeks 22 % (``docs/experiment.md``); and nobody should wait for ever.
    """
    return min(max(round(2 * weeks / 3), LEAST_WAIT_WEEKS), MOST_WAIT_WEEKS)


def draw_schedule(
    seed: int,
    drawn_at: Moment,
    first_day: date,
    *,
    weeks: int | None = None,
    readings_a_week: int | None = None,
    lead_days: int | None = None,
) -> Schedule:
    """Draw the starting hip and the starting day from ``seed``.

    Training starts after ``lead_days`` (the familiarisation days and ``MIN_BASELINE_DAYS`` of
    baseline, where nothing else is said), on a random day of a window of ``START_WINDOW_DAYS``.
    """
    draw = random.Random(seed)
    first_side = (Side.LEFT, Side.RIGHT)[_below(draw, 2)]
    usual_days = FAMILIARISATION_DAYS + MIN_BASELINE_DAYS
    before_days = usual_days if lead_days is None else lead_days
    starts_on = first_day + timedelta(days=before_days + _below(draw, START_WINDOW_DAYS))
    stagger_days = EARLIER_STAGGER_DAYS if weeks is None else WEEK_DAYS * waits_weeks(weeks)
    unsealed = Schedule(
        seed=seed,
        drawn_at=drawn_at,
        first_day=first_day,
        first_side=first_side,
        first_side_starts_on=starts_on,
        second_side_starts_on=starts_on + timedelta(days=stagger_days),
        sha256="",
        weeks=weeks,
        readings_a_week=readings_a_week,
        lead_days=lead_days,
    )
    return unsealed.model_copy(update={"sha256": _seal(unsealed)})


def _below(draw: random.Random, count: int) -> int:
    """An even draw from 0 to ``count`` - 1.

    Python's own may change with its version, and a schedule that was kept would then look changed.
    """
    while (drawn := draw.getrandbits(count.bit_length())) >= count:
        pass
    return drawn


def is_unchanged(schedule: Schedule) -> bool:
    """Whether the schedule is the one that its seed gives, with its seal whole."""
    drawn = draw_schedule(
        schedule.seed,
        schedule.drawn_at,
        schedule.first_day,
        weeks=schedule.weeks,
        readings_a_week=schedule.readings_a_week,
        lead_days=schedule.lead_days,
    )
    return schedule.model_copy(update={"ended_at": None}) == drawn


def under_way(drawn: Sequence[Schedule]) -> Schedule | None:
    """The last of some schedules that was not ended."""
    return next((one for one in reversed(drawn) if one.ended_at is None), None)


def _seal(schedule: Schedule) -> str:
    content = schedule.to_dict() | {"sha256": ""}
    del content["ended_at"]
    for name in LATER_FIELDS:
        if content[name] is None:
            del content[name]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
