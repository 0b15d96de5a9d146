"""What is known of the hour before a reading, and what a warm reading counts for."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coxa.app.answer import current_answer
from coxa.app.memory import MemoryStorage
from coxa.app.plan import current_plan
from coxa.app.type_reading import type_reading
from coxa.app.warm_up import session_just_ended
from coxa.programme import READINGS_BEFORE_TRAINING
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, Session
from tests.app.test_today import clear

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
MINUTE = timedelta(minutes=1)


def session(last_set: datetime, finished_at: datetime | None = None, *, sets: int = 1) -> Session:
    done = DoneSet(
        at=last_set,
        exercise_id="clamshell",
        side=Side.LEFT,
        set_number=1,
        reps_done=8,
        hold_done_s=2,
    )
    return Session(
        id="a" * 32,
        started_at=last_set - 10 * MINUTE,
        finished_at=finished_at,
        planned=(),
        done=(done,) * sets,
    )


@pytest.mark.parametrize(
    ("last_set", "finished_at", "known"),
    [
        (NOW - 30 * MINUTE, NOW - 29 * MINUTE, NOW - 29 * MINUTE),
        (NOW - 70 * MINUTE, NOW - 50 * MINUTE, NOW - 50 * MINUTE),
        (NOW - 30 * MINUTE, None, NOW - 30 * MINUTE),
        (NOW - 61 * MINUTE, None, None),
        (NOW + 5 * MINUTE, None, None),
    ],
    ids=["finished", "closed late", "broken off", "too long ago", "later"],
)
def test_a_session_that_just_ended_answers_the_question(
    last_set: datetime, finished_at: datetime | None, known: datetime | None
) -> None:
    storage = MemoryStorage()
    storage.save_session(session(last_set, finished_at))
    assert session_just_ended(storage, at=NOW) == known


def test_a_session_of_yesterday_does_not_answer_after_midnight() -> None:
    storage = MemoryStorage()
    storage.save_session(session(NOW.replace(hour=23, minute=45)))
    after_midnight = NOW.replace(hour=0, minute=10) + timedelta(days=1)
    assert session_just_ended(storage, at=after_midnight) is None


def test_a_session_in_which_nothing_was_done_warms_nobody() -> None:
    storage = MemoryStorage()
    storage.save_session(session(NOW - 5 * MINUTE, NOW - 4 * MINUTE, sets=0))
    assert session_just_ended(storage, at=NOW) is None


def test_a_warm_reading_is_kept_but_counts_neither_in_the_plan_nor_in_the_answer() -> None:
    storage = MemoryStorage()
    clear(storage, NOW)
    for day, warm in enumerate((False, None, True, True)):
        type_reading(
            storage,
            test=Test.SEATED,
            device=Device.GONIOMETER,
            mode=Mode.ACTIVE,
            side=Side.LEFT,
            direction=Direction.INTERNAL,
            size_deg=30.0,
            taken_at=NOW - timedelta(days=9 - day),
            now=NOW,
            after_exercise=warm,
        )
    assert [one.after_exercise for one in storage.readings()] == [False, None, True, True]
    (first, *_) = current_plan(storage, now=NOW).reasons
    assert first.params == {"done": 2, "wanted": READINGS_BEFORE_TRAINING}
    (only,) = current_answer(storage, NOW.tzinfo).series
    assert only.sides[Side.LEFT].baseline_count == 0, "two days of practice, two warm ones"
