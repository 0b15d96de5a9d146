"""Which hip turns in less, as far as the readings can tell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from coxa.quantities import Direction, Side
from coxa.records import KeptReading


@dataclass(frozen=True)
class Stiffness:
    """The newest internal readings of one series, and what they say.

    ``first`` is the side to begin with: the one that turns in less, the right one if they cannot
    be told apart. ``clear`` says whether the difference is beyond the error of both readings.
    """

    newest: dict[Side, KeptReading]
    first: Side
    clear: bool

    @property
    def order(self) -> tuple[Side, Side]:
        return self.first, self.first.other


def stiffness(readings: Sequence[KeptReading]) -> Stiffness:
    """Compare the sides' newest internal readings within the series read last."""
    internal = sorted(
        (r for r in readings if r.series.direction is Direction.INTERNAL),
        key=lambda reading: (reading.taken_at, reading.id),
    )
    if not internal:
        return Stiffness({}, Side.RIGHT, clear=False)
    series = internal[-1].series
    newest = {reading.side: reading for reading in internal if reading.series == series}
    if len(newest) < len(Side):
        return Stiffness(newest, next(iter(newest)), clear=False)
    left, right = newest[Side.LEFT], newest[Side.RIGHT]
    difference_deg = left.value_deg - right.value_deg
    clear = abs(difference_deg) > math.hypot(left.error95_deg, right.error95_deg)
    return Stiffness(newest, Side.LEFT if difference_deg < 0 else Side.RIGHT, clear)
