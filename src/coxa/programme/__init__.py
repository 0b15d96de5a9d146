"""The programme: what to do on which day, for which side, how much, and why."""

from coxa.programme.plan import make_plan
from coxa.programme.timeline import comparable_days
from coxa.programme.week import (
    READINGS_A_WEEK,
    READINGS_BEFORE_TRAINING,
    STRETCH_DAYS,
    STRETCH_WEEK_S,
)

__all__ = [
    "READINGS_A_WEEK",
    "READINGS_BEFORE_TRAINING",
    "STRETCH_DAYS",
    "STRETCH_WEEK_S",
    "comparable_days",
    "make_plan",
]
