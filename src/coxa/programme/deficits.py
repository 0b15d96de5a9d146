"""What the readings say of both hips, for one direction: how far each turns, and which less."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo

from coxa.quantities import Direction, Side
from coxa.records import KeptReading, Message

ASYMMETRY_DEG = 10.0
"""Sides within this of each other count as alike (Ellison 1990)."""
ASYMMETRY_DAYS = 3
"""On so many reading days, one after the other, before a difference counts as lasting."""


@dataclass(frozen=True)
class Deficit:
    """The newest readings of one direction in one series.

    Attributes
    ----------
    newest : by side; how far it turns is positive either way.
    first : the side to begin with: the one that turns less, the right one if none can be told.
    clear : whether the newest difference is beyond the error of both readings.
    lasting_deg : the mean difference of the last days where it stood above ``ASYMMETRY_DEG`` on
        each of them, the same way round; else ``None``.
    """

    newest: dict[Side, KeptReading] = field(default_factory=dict)
    first: Side = Side.RIGHT
    clear: bool = False
    lasting_deg: float | None = None

    @property
    def order(self) -> tuple[Side, Side]:
        return self.first, self.first.other

    def is_stiffer(self, side: Side) -> bool:
        """Whether this side turns less than the other beyond the error."""
        return self.clear and side is self.first

    def gets_more(self, side: Side) -> bool:
        """Whether this side lags so far and so lastingly that it gets more than the other."""
        return self.lasting_deg is not None and self.is_stiffer(side)


def reach_deg(reading: KeptReading) -> float:
    """How far it turns in its own direction."""
    outward = reading.series.direction is Direction.EXTERNAL
    return -reading.value_deg if outward else reading.value_deg


def deficit(
    readings: Sequence[KeptReading], direction: Direction, zone: tzinfo | None = None
) -> Deficit:
    """Compare the sides within the series of this direction that was read last."""
    own = sorted(
        (r for r in readings if r.series.direction is direction),
        key=lambda reading: (reading.taken_at, reading.id),
    )
    if not own:
        return Deficit()
    alike = [reading for reading in own if reading.series == own[-1].series]
    newest = {reading.side: reading for reading in alike}
    if len(newest) < len(Side):
        return Deficit(newest, first=next(iter(newest)))
    left, right = newest[Side.LEFT], newest[Side.RIGHT]
    difference_deg = reach_deg(left) - reach_deg(right)
    return Deficit(
        newest=newest,
        first=Side.LEFT if difference_deg < 0 else Side.RIGHT,
        clear=abs(difference_deg) > math.hypot(left.error95_deg, right.error95_deg),
        lasting_deg=_lasting_deg(alike, zone),
    )


def _lasting_deg(alike: Sequence[KeptReading], zone: tzinfo | None) -> float | None:
    days: dict[date, dict[Side, KeptReading]] = defaultdict(dict)
    for reading in alike:
        days[reading.taken_at.astimezone(zone).date()][reading.side] = reading
    both = [found for _, found in sorted(days.items()) if len(found) == len(Side)]
    last_deg = [
        reach_deg(found[Side.LEFT]) - reach_deg(found[Side.RIGHT])
        for found in both[-ASYMMETRY_DAYS:]
    ]
    far = [abs(difference_deg) > ASYMMETRY_DEG for difference_deg in last_deg]
    same_way = len({difference_deg > 0 for difference_deg in last_deg}) == 1
    if len(last_deg) < ASYMMETRY_DAYS or not all(far) or not same_way:
        return None
    return abs(sum(last_deg)) / len(last_deg)


def arc(readings: Sequence[KeptReading], side: Side) -> Message | None:
    """Turning in and out taken together, where both were last read in the same way."""
    newest = {
        direction: max(
            (r for r in readings if r.side is side and r.series.direction is direction),
            key=lambda reading: (reading.taken_at, reading.id),
            default=None,
        )
        for direction in Direction
    }
    inward, outward = newest[Direction.INTERNAL], newest[Direction.EXTERNAL]
    if not inward or not outward or inward.series.technique != outward.series.technique:
        return None
    return Message(
        id="plan_arc",
        params={
            "side": side.value,
            "in_deg": round(reach_deg(inward)),
            "out_deg": round(reach_deg(outward)),
            "arc_deg": round(reach_deg(inward)) + round(reach_deg(outward)),
            "error_deg": round(math.hypot(inward.error95_deg, outward.error95_deg)),
        },
    )
