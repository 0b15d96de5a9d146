"""What would be read in a comparison that has not begun: its calendar, without readings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.evidence.model.days import Days
from coxa.evidence.model.design import rise
from coxa.evidence.model.doses import WEEK_DAYS
from coxa.evidence.model.priors import PRIORS

FIRST = 0
"""The place of the hip that trains first; which one it is makes no difference."""


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """What would be read, of both hips on the same days.

    Attributes
    ----------
    sem_deg : standard error of one reading.
    baseline_readings : analysed days of reading before training.
    training_readings : of the hip that trains first, up to the planned end.
    baseline_a_week, training_a_week : days of reading a week.
    waits_weeks : how long the other hip waits after the first one has begun; ``None``: to the end.
    """

    sem_deg: float
    baseline_readings: int
    training_readings: int
    baseline_a_week: float = 7.0
    training_a_week: float = 3.0
    waits_weeks: float | None = None


def calendar(plan: ReadingPlan) -> Days:
    """The planned days; their readings are what a gain of one degree by the end would add."""
    before = -np.arange(plan.baseline_readings, 0, -1) * WEEK_DAYS / plan.baseline_a_week
    after = np.arange(1, plan.training_readings + 1) * WEEK_DAYS / plan.training_a_week
    day = np.concatenate([before, after])
    waits_days = np.inf if plan.waits_weeks is None else plan.waits_weeks * WEEK_DAYS
    weeks = np.maximum(day[:, None] - np.array([0.0, waits_days]), 0.0) / WEEK_DAYS
    training = weeks > 0
    came = rise(weeks, np.array([PRIORS.weeks_median]))[..., 0]
    return Days(
        day=day,
        value_deg=came / came[-1, FIRST],
        there=np.ones_like(training),
        variance=np.ones(weeks.shape),
        training=training,
        waiting=~training & (day[:, None] > 0),
        trained_weeks=weeks,
        weeks=(day - day.mean()) / WEEK_DAYS,
        sem_deg=plan.sem_deg,
        trained=(True, bool(training[:, 1].any())),
    )
