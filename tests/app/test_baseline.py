"""The readings before training: enough for a person's own error, and what beginning early costs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coxa.app.answer import current_answer, deviations_now
from coxa.app.memory import MemoryStorage
from coxa.app.plan import current_plan
from coxa.app.session_today import early_start, plan_today
from coxa.app.type_reading import type_reading
from coxa.evidence import ErrorOrigin
from coxa.programme import READINGS_BEFORE_TRAINING
from coxa.quantities import Device, Direction, Mode, Side, Test
from tests.app.test_today import DAY, NOW, clear, train


@pytest.fixture
def storage() -> MemoryStorage:
    storage = MemoryStorage()
    clear(storage)
    return storage


def read_on(storage: MemoryStorage, *days: int, after_exercise: bool = False) -> None:
    """One reading of the left hip on each of these days; 0 is today, -1 yesterday."""
    for day in days:
        type_reading(
            storage,
            test=Test.SEATED,
            device=Device.INCLINOMETER,
            mode=Mode.ACTIVE,
            side=Side.LEFT,
            direction=Direction.INTERNAL,
            size_deg=30.0 + day % 3,
            taken_at=NOW + day * DAY,
            now=NOW,
            after_exercise=after_exercise,
        )


def origin(storage: MemoryStorage) -> ErrorOrigin:
    (only,) = current_answer(storage, NOW.tzinfo).series
    assert only.error is not None
    return only.error.origin


def test_who_follows_the_plan_knows_their_own_error_when_the_exercises_begin(
    storage: MemoryStorage,
) -> None:
    day = -READINGS_BEFORE_TRAINING
    while not plan_today(storage, now=NOW + (day + 1) * DAY)[0].doses:
        read_on(storage, day)
        day += 1
    assert origin(storage) is ErrorOrigin.OWN
    assert len(storage.readings()) == READINGS_BEFORE_TRAINING, "not one day more than planned"


def test_beginning_early_is_offered_and_its_cost_is_named(storage: MemoryStorage) -> None:
    read_on(storage, -2, -1, 0)
    assert not plan_today(storage, now=NOW)[0].doses
    offer, cost = early_start(storage, now=NOW)
    assert offer.doses
    assert cost is not None
    assert cost.params == {"done": 3, "wanted": READINGS_BEFORE_TRAINING}


def test_without_any_reading_the_cost_is_named_too(storage: MemoryStorage) -> None:
    offer, cost = early_start(storage, now=NOW)
    assert not offer.doses
    assert cost is not None
    assert cost.id == "plan_measure_first"


def test_once_the_days_are_full_or_training_has_begun_nothing_is_lost(
    storage: MemoryStorage,
) -> None:
    read_on(storage, *range(-READINGS_BEFORE_TRAINING, 0))
    assert early_start(storage, now=NOW)[1] is None
    begun = MemoryStorage()
    clear(begun)
    read_on(begun, -3, -2)
    train(begun, NOW - DAY)
    assert early_start(begun, now=NOW)[1] is None


def test_warm_days_make_no_baseline(storage: MemoryStorage) -> None:
    """Kept, but neither the plan, nor the own error, nor the list of deviations counts them."""
    read_on(storage, *range(-9, -4))
    read_on(storage, *range(-4, 0), after_exercise=True)
    (first, *_) = current_plan(storage, now=NOW).reasons
    assert first.params["done"] == 5
    assert origin(storage) is ErrorOrigin.METHOD
    train(storage, NOW - timedelta(minutes=1))
    (short,) = deviations_now(storage, NOW.tzinfo)
    assert short.id == "baseline_short"
    assert short.params["days"] == 3
