"""The sample recording shows a drawn person: it counts for nothing of one's own."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coxa.app.answer import current_answer
from coxa.app.history import only_sample, read_history
from coxa.app.keep_measurement import keep_measurement
from coxa.app.memory import MemoryStorage
from coxa.app.plan import current_plan
from coxa.app.today import Due, due_today
from coxa.wording import say
from tests.app.test_today import clear, read
from tests.exchange.one_of_each import ONE_OF_EACH

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def storage() -> MemoryStorage:
    """A person who has kept the sample and nothing else."""
    storage = MemoryStorage()
    clear(storage, NOW)
    keep_measurement(
        storage,
        ONE_OF_EACH.measurements[0].measurement,
        measurement_id="c" * 32,
        taken_at=NOW - timedelta(minutes=5),
        now=NOW,
        of_sample=True,
    )
    return storage


def test_it_is_said_that_only_the_sample_is_there(storage: MemoryStorage) -> None:
    message = only_sample(storage)
    assert message is not None
    assert "not you" in say(message)
    read(storage, NOW)
    assert only_sample(storage) is None
    assert only_sample(MemoryStorage()) is None


def test_it_counts_for_no_day_no_plan_and_no_answer(storage: MemoryStorage) -> None:
    plan = current_plan(storage, now=NOW)
    assert [reason.id for reason in plan.reasons] == ["plan_measure_first"]
    assert not any(day.doses for day in plan.days)
    assert current_answer(storage, NOW.tzinfo).series == ()
    assert due_today(storage, now=NOW).due is Due.READING
    read(storage, NOW)
    (first, *_) = current_plan(storage, now=NOW).reasons
    assert first.params["done"] == 1


def test_it_has_its_own_picture_and_explains_nothing_away(storage: MemoryStorage) -> None:
    read(storage, NOW)
    history = read_history(storage)
    assert sorted(course.of_sample for course in history.courses) == [False, True]
    assert history.why_apart == ()


def test_the_kept_measurement_names_the_method_that_read_it(storage: MemoryStorage) -> None:
    kept = storage.measurement("c" * 32)
    assert kept == ONE_OF_EACH.measurements[0].measurement
