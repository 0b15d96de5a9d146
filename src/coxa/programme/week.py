"""The weekly pattern, in one table: which kinds of exercise, how often, in which order of weight.

Doses a week come from the sources that ``docs/programme.md`` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coxa.catalogue import STRETCH_WEEK_CEILING_S, Exercise, Kind
from coxa.experiment import FAMILIARISATION_DAYS, MIN_BASELINE_DAYS
from coxa.quantities import Direction
from coxa.records import Wanted

READINGS_BEFORE_TRAINING = FAMILIARISATION_DAYS + MIN_BASELINE_DAYS
"""Days with readings of one series before exercises begin: some to get used to the test, which are
never analysed, and as many to start from as a person's own error needs."""
READINGS_A_WEEK = 3
READING_GAP_DAYS = 2
"""Once training has begun: readings a week, and days from one to the next."""
STRETCH_WEEK_S = STRETCH_WEEK_CEILING_S
"""All stretches of one side in any seven days together: about ten minutes."""
STRETCH_DAYS = 5
STRETCH_DAY_S = STRETCH_WEEK_S / STRETCH_DAYS
"""The most for one side on one day, so that every stretching day of a week gets its share."""


@dataclass(frozen=True)
class Slot:
    """One kind of work in the week.

    Attributes
    ----------
    directions : which way the hip is to turn; exercises of each are taken in turn.
    days : how many days in any seven.
    gap_days : least days from one to the next.
    choices : how many exercises of each direction take turns; more would be learnt less well.
    in_step : it only keeps the opposite muscles in step, and is not counted as the aim.
    """

    kind: Kind
    directions: tuple[Direction, ...]
    days: int
    gap_days: int
    choices: int
    in_step: bool = False

    def takes(self, exercise: Exercise, direction: Direction) -> bool:
        """Whether the exercise may fill this slot with work for that direction."""
        return exercise.kind is self.kind and direction_of(exercise) is direction


IN, OUT = Direction.INTERNAL, Direction.EXTERNAL


def direction_of(exercise: Exercise) -> Direction:
    """Which way of turning it is done for."""
    return IN if exercise.aim.turns_in else OUT


def _one_way(aim: Direction, other: Direction) -> tuple[Slot, ...]:
    return (
        Slot(Kind.STRETCH, (aim,), days=STRETCH_DAYS, gap_days=1, choices=3),
        Slot(Kind.ACTIVE_CONTROL, (aim,), days=3, gap_days=2, choices=2),
        Slot(Kind.STRENGTH, (aim,), days=2, gap_days=2, choices=2),
        Slot(Kind.STRENGTH, (other,), days=2, gap_days=2, choices=2, in_step=True),
    )


WEEKS: Mapping[Wanted, tuple[Slot, ...]] = MappingProxyType(
    {
        Wanted.IN: _one_way(IN, OUT),
        Wanted.OUT: _one_way(OUT, IN),
        Wanted.BOTH: (
            Slot(Kind.STRETCH, (IN, OUT), days=STRETCH_DAYS, gap_days=1, choices=2),
            Slot(Kind.ACTIVE_CONTROL, (IN, OUT), days=3, gap_days=2, choices=1),
            Slot(Kind.STRENGTH, (IN,), days=2, gap_days=2, choices=2),
            Slot(Kind.STRENGTH, (OUT,), days=2, gap_days=2, choices=2),
        ),
    }
)
"""What comes first is kept longest where minutes are short."""

ORDER_OF_DOING = (Kind.ACTIVE_CONTROL, Kind.STRENGTH, Kind.STRETCH)
"""Moving first warms up; strength comes while the leg is fresh; a long stretch just before it
would take some of it away."""
