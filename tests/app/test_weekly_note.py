"""The note of the week: true figures of the last whole week, the same until the next Monday."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.memory import MemoryStorage
from coxa.app.weekly_note import weekly_note
from coxa.quantities import Side
from coxa.wording import say
from tests.app.courses import keep_course

MONDAY = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture
def storage() -> MemoryStorage:
    kept = MemoryStorage()
    keep_course(kept, MONDAY, gain_deg={Side.LEFT: 9.0, Side.RIGHT: 3.0}, seed=3)
    return kept


def told(storage: MemoryStorage, now: datetime) -> str:
    return " ".join(say(one) for one in weekly_note(storage, now=now))


def test_it_tells_what_was_done_in_the_week_before(storage: MemoryStorage) -> None:
    """In the third week a reading every other day and three sessions of four sets of 36 to 45 s."""
    said = told(storage, MONDAY + 3 * WEEK)
    assert "days with a reading: 4; sessions: 3;" in said
    minutes = int(said.split("minutes of exercise: ")[1].split(".")[0])
    assert 3 * 4 * 36 / 60 - 1 <= minutes <= 3 * 4 * 45 / 60 + 1


def test_it_tells_how_the_answer_moved_since_the_week_before(storage: MemoryStorage) -> None:
    said = told(storage, MONDAY + 5 * WEEK)
    assert "how far your left hip turns in stood at +" in said
    assert "A week earlier it had stood at +" in said
    assert said.count("give or take") == 2


def test_a_new_verdict_is_told_beside_the_old_one(storage: MemoryStorage) -> None:
    notes = [told(storage, MONDAY + week * WEEK) for week in range(1, 8)]
    (turned,) = [one for one in notes if "turns clearly further" in one and "was: turns" in one]
    assert turned.endswith("and the answer was: turns further.")
    assert notes[-1].endswith("The answer is the same.")


def test_it_is_the_same_all_week_whatever_is_recorded_meanwhile(storage: MemoryStorage) -> None:
    monday = MONDAY.replace(hour=0, minute=0) + 4 * WEEK
    said = {told(storage, monday + timedelta(hours=hours)) for hours in (0, 30, 100, 167)}
    assert len(said) == 1
    assert told(storage, monday + WEEK) not in said


def test_the_week_begins_at_the_persons_own_midnight(storage: MemoryStorage) -> None:
    last = max(storage.readings(), key=lambda one: one.taken_at).taken_at
    assert last.weekday() == 0, "read on a Monday, so it is no part of the week before"
    before = told(storage, last - timedelta(hours=9))
    assert told(storage, last) != before
    assert told(storage, last + timedelta(days=6)) == told(storage, last)


def test_a_week_of_nothing_is_told_without_a_reproach(storage: MemoryStorage) -> None:
    said = told(storage, MONDAY + 9 * WEEK)
    assert said.startswith("Last week nothing was recorded. Nothing is lost")
    assert "should" not in said


def test_before_the_first_week_is_over_there_is_no_note(storage: MemoryStorage) -> None:
    assert weekly_note(MemoryStorage(), now=MONDAY) == ()
    assert weekly_note(storage, now=MONDAY + timedelta(days=6)) == ()


def test_without_enough_readings_it_says_that_nobody_can_tell() -> None:
    storage = MemoryStorage()
    keep_course(storage, MONDAY, days=7)
    said = told(storage, MONDAY + WEEK)
    assert "days with a reading: 7; sessions: 0;" in said
    assert "nobody could tell yet" in said
