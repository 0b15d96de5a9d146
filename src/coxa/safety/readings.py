"""What readings themselves call for: advice when the shape of the bone may set the limit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import hypot

from coxa.quantities import Direction, Side, Test
from coxa.records import KeptReading, Message

BONY_LIMIT_DEG = 20.0
"""Difference between turning in and turning out, prone, that goes with an unusual twist of the
thigh bone (Uding 2019)."""


def possible_bony_limit(readings: Sequence[KeptReading], side: Side) -> Message | None:
    """Advice when prone turning in and out differ by 20 degrees or more on the last reading days.

    Uses the last two days on which both directions were read prone and cold with one device and
    one method, or the only such day. Either way round counts.
    """
    last = _differences(readings, side)[-2:]
    differences_deg = [difference_deg for difference_deg, _ in last]
    if not last or min(abs(value) for value in differences_deg) < BONY_LIMIT_DEG:
        return None
    if min(differences_deg) < 0 < max(differences_deg):
        return None
    difference_deg, error95_deg = last[-1]
    message_id = "bony_limit_turns_out_more" if difference_deg > 0 else "bony_limit_turns_in_more"
    return Message(
        id=message_id,
        params={
            "side": str(side),
            "difference_deg": round(abs(difference_deg)),
            "error95_deg": round(error95_deg),
        },
    )


def _differences(readings: Sequence[KeptReading], side: Side) -> list[tuple[float, float]]:
    """External minus internal range of each day with its 95 % error, oldest first.

    Only days of the latest technique that read both directions.
    """
    prone = sorted((r for r in readings if _counts(r, side)), key=lambda reading: reading.taken_at)
    by_day: dict[date, dict[Direction, KeptReading]] = defaultdict(dict)
    for reading in prone:
        if reading.series.technique == prone[-1].series.technique:
            by_day[reading.taken_at.date()][reading.series.direction] = reading
    return [
        (
            -found[Direction.EXTERNAL].value_deg - found[Direction.INTERNAL].value_deg,
            hypot(*(reading.error95_deg for reading in found.values())),
        )
        for found in by_day.values()
        if len(found) == len(Direction)
    ]


def _counts(reading: KeptReading, side: Side) -> bool:
    return reading.series.test is Test.PRONE and reading.side is side and not reading.after_exercise
