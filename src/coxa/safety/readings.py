"""What readings themselves call for: advice where bone may set the limit, or the joint is sore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from math import hypot

from coxa.catalogue import Condition, StopSign
from coxa.quantities import Direction, Side, Test
from coxa.records import KeptReading, Message, PainReport
from coxa.safety.pain import stop_signs

BONY_LIMIT_DEG = 20.0
"""Difference between turning in and turning out, prone, that goes with an unusual twist of the
thigh bone (Uding 2019)."""


LOW_TURN_DEG = 15.0
"""Turning in less than this, together with pain in the groin, should be looked at soon."""
LATELY = timedelta(weeks=6)


def low_turn_with_groin_pain(
    readings: Sequence[KeptReading],
    pain: Sequence[PainReport],
    answers: Mapping[str, bool],
    now: datetime,
) -> Message | None:
    """Advice when a hip turned in less than 15 degrees lately and the groin pinched, too.

    Looks at the newest cold reading of each side; the person said so in an answer, or told a
    groin pinch within the last six weeks.
    """
    pinched = any(
        StopSign.GROIN_PINCH in stop_signs(r) for r in pain if now - LATELY <= r.at <= now
    )
    if not pinched and not answers.get(Condition.GROIN_PINCH):
        return None
    newest = {
        reading.side: reading
        for reading in sorted(readings, key=lambda one: one.taken_at)
        if reading.series.direction is Direction.INTERNAL and not reading.after_exercise
    }
    low = [
        one
        for one in newest.values()
        if one.value_deg < LOW_TURN_DEG and now - LATELY <= one.taken_at
    ]
    if not low:
        return None
    lowest = min(low, key=lambda one: one.value_deg)
    return Message(
        id="low_turn_with_groin_pain",
        params={
            "side": str(lowest.side),
            "value_deg": round(lowest.value_deg),
            "error95_deg": round(lowest.error95_deg),
        },
    )


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
