"""The weekly pattern, in one table: which kind of exercise on which days, and why."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.catalogue import Aim
from coxa.experiment import FAMILIARISATION_DAYS, MIN_BASELINE_DAYS

READINGS_BEFORE_TRAINING = FAMILIARISATION_DAYS + MIN_BASELINE_DAYS
"""Days with readings of one series before exercises begin: some to get used to the test, which are
never analysed, and as many to start from as a person's own error needs."""
READING_OFFSETS = (0, 2, 4)
"""Once training has begun: three readings a week, always before the exercises."""
STRETCH_WEEK_S = 600.0
"""All stretches of one side in any seven days together: about ten minutes."""
BETWEEN_EXERCISES_S = 20.0


@dataclass(frozen=True)
class Slot:
    """One place in the week.

    Attributes
    ----------
    aim : which exercises may fill it, taken in turn.
    offsets : days of the training week (0 is the day training began) on which it is due.
    reason : id of the sentence that says why; a stretch of a leg with a reading names it instead.
    """

    aim: Aim
    offsets: tuple[int, ...]
    reason: str


SLOTS = (
    Slot(Aim.INTERNAL_RANGE, (0, 1, 2, 4, 5), "plan_stretch_unread"),
    Slot(Aim.ACTIVE_INTERNAL, (0, 2, 4), "plan_control"),
    Slot(Aim.INTERNAL_STRENGTH, (1, 4), "plan_strength"),
    Slot(Aim.BALANCE_EXTERNAL, (2, 5), "plan_balance"),
)
