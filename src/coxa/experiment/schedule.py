"""The draw of a randomised experiment, fixed in advance and provably unchanged afterwards."""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from coxa.experiment.phases import FAMILIARISATION_DAYS, MIN_BASELINE_DAYS
from coxa.quantities import Side
from coxa.records import Moment, Record

START_WINDOW_DAYS = 7
STAGGER_DAYS = 18
"""The waiting hip starts this much later: two to three weeks."""


class Schedule(Record):
    """Which hip starts training when. ``sha256`` covers everything else in it."""

    seed: Annotated[int, Field(ge=0)]
    drawn_at: Moment
    first_day: date
    first_side: Side
    first_side_starts_on: date
    second_side_starts_on: date
    sha256: str


def draw_schedule(seed: int, drawn_at: Moment, first_day: date) -> Schedule:
    """Draw the starting hip and the starting day from ``seed``.

    Training starts after the familiarisation days and at least ``MIN_BASELINE_DAYS`` of baseline,
    on a random day of a window of ``START_WINDOW_DAYS``.
    """
    draw = random.Random(seed)
    first_side = draw.choice([Side.LEFT, Side.RIGHT])
    wait_days = FAMILIARISATION_DAYS + MIN_BASELINE_DAYS + draw.randrange(START_WINDOW_DAYS)
    starts_on = first_day + timedelta(days=wait_days)
    unsealed = Schedule(
        seed=seed,
        drawn_at=drawn_at,
        first_day=first_day,
        first_side=first_side,
        first_side_starts_on=starts_on,
        second_side_starts_on=starts_on + timedelta(days=STAGGER_DAYS),
        sha256="",
    )
    return unsealed.model_copy(update={"sha256": _seal(unsealed)})


def is_unchanged(schedule: Schedule) -> bool:
    """Whether the schedule is the one that its seed gives, with its seal whole."""
    drawn = draw_schedule(schedule.seed, schedule.drawn_at, schedule.first_day)
    return schedule == drawn


def _seal(schedule: Schedule) -> str:
    content = schedule.to_dict() | {"sha256": ""}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
