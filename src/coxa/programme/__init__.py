"""The programme: what to do on which day, for which side, how much, and why."""

from coxa.programme.plan import make_plan
from coxa.programme.week import READINGS_BEFORE_TRAINING, STRETCH_WEEK_S

__all__ = ["READINGS_BEFORE_TRAINING", "STRETCH_WEEK_S", "make_plan"]
