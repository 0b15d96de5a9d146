"""The schedule that is fixed in advance, and that it can be seen when it was changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.experiment import (
    MIN_BASELINE_DAYS,
    START_WINDOW_DAYS,
    Schedule,
    draw_schedule,
    is_unchanged,
    under_way,
    waits_weeks,
)
from coxa.quantities import Side

DRAWN_AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
WITHOUT_LENGTH = {
    "seed": 7,
    "drawn_at": "2026-03-02T08:00:00Z",
    "first_day": "2026-03-02",
    "first_side": "right",
    "first_side_starts_on": "2026-03-11",
    "second_side_starts_on": "2026-03-29",
    "sha256": "30eaf2e20270270ff4c8f12b3e8a0b2e3d8935353963b7cc9926292c81ba1466",
}
"""As it was drawn and kept before a schedule fixed its length."""


def drawn(seed: int = 7, weeks: int = 6) -> Schedule:
    return draw_schedule(
        seed, DRAWN_AT, DRAWN_AT.date(), weeks=weeks, readings_a_week=3, lead_days=8
    )


@given(st.integers(0, 2**63), st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(1, 52))
def test_a_schedule_is_repeatable_and_starts_within_its_window(
    seed: int, first_day: date, weeks: int
) -> None:
    one, again = (
        draw_schedule(seed, DRAWN_AT, first_day, weeks=weeks, readings_a_week=3, lead_days=8)
        for _ in range(2)
    )
    assert one == again
    assert is_unchanged(one)
    assert 0 <= (one.first_side_starts_on - first_day).days - 8 < START_WINDOW_DAYS
    waits = one.second_side_starts_on - one.first_side_starts_on
    assert waits == timedelta(weeks=waits_weeks(weeks))


@pytest.mark.parametrize(
    "change",
    [
        {"first_side_starts_on": date(2026, 3, 20)},
        {"second_side_starts_on": date(2026, 4, 20)},
        {"first_side": drawn().first_side.other},
        {"weeks": 12},
        {"weeks": None},
        {"readings_a_week": 2},
        {"lead_days": 9},
        {"drawn_at": DRAWN_AT - timedelta(days=1)},
        {"seed": 8},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_changed_afterwards_shows(change: dict[str, object]) -> None:
    assert not is_unchanged(drawn().model_copy(update=change))


def test_a_changed_schedule_with_a_new_seal_of_its_own_still_shows() -> None:
    """The seed gives the hip and the day, so it does not help to seal what the seed did not."""
    other = drawn(8)
    assert not is_unchanged(other.model_copy(update={"seed": 7}))


def test_a_schedule_from_before_there_was_a_length_is_still_unchanged() -> None:
    old = Schedule.from_dict(WITHOUT_LENGTH)
    assert is_unchanged(old)
    assert old.planned_readings is None
    assert not is_unchanged(old.model_copy(update={"weeks": 6, "readings_a_week": 3}))


def test_ending_takes_nothing_from_what_was_fixed() -> None:
    ended = drawn().model_copy(update={"ended_at": DRAWN_AT + timedelta(days=30)})
    assert is_unchanged(ended)
    assert Schedule.from_dict(ended.to_dict()) == ended
    assert under_way([ended]) is None
    assert under_way([ended, drawn(8)]) == drawn(8)


def test_the_horizon_is_what_was_planned() -> None:
    assert drawn(weeks=6).planned_readings == 18
    end = drawn(weeks=6).planned_end_on
    assert end == drawn().first_side_starts_on + timedelta(weeks=6)


def test_both_hips_can_be_drawn_first_and_every_day_of_the_window() -> None:
    many = [drawn(seed) for seed in range(200)]
    assert {one.first_side for one in many} == set(Side)
    assert len({one.first_side_starts_on for one in many}) == START_WINDOW_DAYS


def test_nobody_waits_for_ever_and_nobody_too_briefly() -> None:
    assert [waits_weeks(weeks) for weeks in (4, 6, 8, 12, 52)] == [3, 4, 5, 6, 6]


def test_without_anything_said_the_readings_before_training_have_their_days() -> None:
    plain = draw_schedule(7, DRAWN_AT, DRAWN_AT.date())
    assert (plain.first_side_starts_on - plain.first_day).days >= 2 + MIN_BASELINE_DAYS


@pytest.mark.parametrize(
    ("seed", "first_side", "wait_days"),
    [
        (0, Side.RIGHT, 14),
        (1, Side.LEFT, 12),
        (2**53 + 5, Side.RIGHT, 10),
        (12345678901234567890, Side.RIGHT, 14),
    ],
)
def test_what_was_drawn_once_is_drawn_by_every_later_version(
    seed: int, first_side: Side, wait_days: int
) -> None:
    drawn = draw_schedule(seed, DRAWN_AT, DRAWN_AT.date())
    assert drawn.first_side is first_side
    assert (drawn.first_side_starts_on - DRAWN_AT.date()).days == wait_days
