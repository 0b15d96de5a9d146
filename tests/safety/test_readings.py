"""Readings that suggest a limit set by bone, or a joint that should be looked at soon."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, PainReport, Series
from coxa.safety import low_turn_with_groin_pain, possible_bony_limit
from coxa.wording import say

START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def day(
    number: int,
    internal_deg: float,
    external_deg: float,
    test: Test = Test.PRONE,
    warm: bool = False,
) -> list[KeptReading]:
    return [
        KeptReading(
            id=f"{number * 2 + n:032x}",
            taken_at=START + timedelta(days=number),
            series=Series(
                test=test,
                direction=direction,
                mode=Mode.ACTIVE,
                device=Device.INCLINOMETER,
                method="typed",
            ),
            side=Side.LEFT,
            value_deg=value_deg,
            error95_deg=6,
            after_exercise=warm,
        )
        for n, (direction, value_deg) in enumerate(
            ((Direction.INTERNAL, internal_deg), (Direction.EXTERNAL, -external_deg))
        )
    ]


@pytest.mark.parametrize(
    ("internal_deg", "external_deg", "message"),
    [
        (20, 40, "bony_limit_turns_out_more"),
        (50, 25, "bony_limit_turns_in_more"),
        (21, 40, None),
        (30, 40, None),
    ],
)
def test_twenty_degrees_on_both_days(
    internal_deg: float, external_deg: float, message: str | None
) -> None:
    readings = day(0, internal_deg, external_deg) + day(1, internal_deg, external_deg)
    found = possible_bony_limit(readings, Side.LEFT)
    assert (found.id if found else None) == message
    if found:
        assert "give or take 8°" in say(found)


def test_one_of_the_last_two_days_is_not_enough() -> None:
    assert possible_bony_limit(day(0, 20, 45) + day(1, 30, 40), Side.LEFT) is None
    assert possible_bony_limit(day(0, 20, 45) + day(1, 45, 20), Side.LEFT) is None
    assert possible_bony_limit(day(0, 30, 35) + day(1, 20, 45) + day(2, 20, 45), Side.LEFT)


def test_only_prone_cold_readings_of_that_side_count() -> None:
    assert possible_bony_limit(day(0, 20, 50, Test.SEATED), Side.LEFT) is None
    assert possible_bony_limit(day(0, 20, 50, warm=True), Side.LEFT) is None
    assert possible_bony_limit(day(0, 20, 50), Side.RIGHT) is None
    assert possible_bony_limit(day(0, 20, 50)[:1], Side.LEFT) is None
    assert possible_bony_limit([], Side.LEFT) is None


def sitting(value_deg: float, days_ago: float, warm: bool = False) -> KeptReading:
    return KeptReading(
        id=f"{round(1000 + days_ago * 10):032x}",
        taken_at=START - timedelta(days=days_ago),
        series=Series(
            test=Test.SEATED,
            direction=Direction.INTERNAL,
            mode=Mode.ACTIVE,
            device=Device.INCLINOMETER,
            method="typed",
        ),
        side=Side.RIGHT,
        value_deg=value_deg,
        error95_deg=6,
        after_exercise=warm,
    )


def pinch(days_ago: float) -> PainReport:
    return PainReport(at=START - timedelta(days=days_ago), score=1, groin_pinch=True)


def test_less_than_fifteen_degrees_and_a_groin_that_pinches_should_be_looked_at() -> None:
    told = low_turn_with_groin_pain([sitting(14, 3)], [pinch(10)], {}, START)
    assert told is not None
    assert "right hip turned in 14° (give or take 6°)" in say(told)
    assert low_turn_with_groin_pain([sitting(14, 3)], [], {"groin_pinch": True}, START)


@pytest.mark.parametrize(
    ("readings", "pain"),
    [
        ([sitting(15, 3)], [pinch(10)]),
        ([sitting(14, 3)], []),
        ([sitting(14, 3)], [pinch(43)]),
        ([sitting(14, 43)], [pinch(10)]),
        ([sitting(14, 3, warm=True)], [pinch(10)]),
        ([sitting(14, 5), sitting(20, 3)], [pinch(10)]),
    ],
)
def test_either_alone_or_long_ago_calls_for_nothing(
    readings: list[KeptReading], pain: list[PainReport]
) -> None:
    assert low_turn_with_groin_pain(readings, pain, {"groin_pinch": False}, START) is None
