"""What the person wants and has: tidied, checked, kept. A comparison: drawn once, before work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coxa.app.comparison import begin_comparison, can_begin_comparison, end_comparison
from coxa.app.memory import MemoryStorage
from coxa.app.preferences import save_preferences, things_known
from coxa.catalogue import Place, load_catalogue
from coxa.errors import BlockedForSafety, InvalidRecord, UsageFault
from coxa.experiment import is_unchanged
from coxa.quantities import Side
from coxa.records import DoneSet, Preferences, ScreeningAnswers, Session
from coxa.safety import QUESTIONS
from coxa.wording import say_error

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


def clear(storage: MemoryStorage, **yes: bool) -> None:
    answers = {question.id: False for question in QUESTIONS} | yes
    storage.add_screening(ScreeningAnswers(at=NOW, answers=answers))


def test_what_everybody_starts_with_is_known_to_the_catalogue(storage: MemoryStorage) -> None:
    assert save_preferences(storage, Preferences()) == Preferences()
    assert set(Preferences().places) == set(Place)


def test_every_thing_of_the_catalogue_can_be_said(storage: MemoryStorage) -> None:
    exercises = load_catalogue().exercises.values()
    assert {thing.id for one in exercises for thing in one.equipment} == set(things_known())
    save_preferences(storage, Preferences(equipment=things_known()))
    assert storage.preferences().equipment == things_known()


def test_days_are_put_in_order_and_nothing_stands_twice(storage: MemoryStorage) -> None:
    said = Preferences(weekdays=(4, 0, 4), equipment=("mat", "mat"), places=("chair", "chair"))
    kept = save_preferences(storage, said)
    assert (kept.weekdays, kept.equipment, kept.places) == ((0, 4), ("mat",), ("chair",))
    assert storage.preferences() == kept


@pytest.mark.parametrize("said", [{"equipment": ("trampoline",)}, {"places": ("moon",)}])
def test_what_no_exercise_knows_is_refused_in_words(
    storage: MemoryStorage, said: dict[str, tuple[str]]
) -> None:
    with pytest.raises(InvalidRecord) as refused:
        save_preferences(storage, Preferences(**said))  # type: ignore[arg-type]
    assert next(iter(said.values()))[0] in say_error(refused.value)
    assert storage.preferences() == Preferences()


def test_a_comparison_is_drawn_once_and_stays(storage: MemoryStorage) -> None:
    clear(storage)
    assert can_begin_comparison(storage)
    drawn = begin_comparison(storage, now=NOW)
    assert is_unchanged(drawn)
    assert storage.experiment() == drawn
    assert drawn.first_day == NOW.date()
    with pytest.raises(UsageFault):
        begin_comparison(storage, now=NOW + timedelta(days=1))
    assert storage.experiment() == drawn
    end_comparison(storage, now=NOW)
    assert storage.experiment() is None


def test_the_lot_falls_on_either_hip(storage: MemoryStorage) -> None:
    clear(storage)
    first = set()
    for _ in range(40):
        first.add(begin_comparison(storage, now=NOW).first_side)
        end_comparison(storage, now=NOW)
    assert first == set(Side)


def test_after_exercises_there_is_nothing_to_compare_with(storage: MemoryStorage) -> None:
    clear(storage)
    done = DoneSet(
        at=NOW, exercise_id="clamshell", side=Side.LEFT, set_number=1, reps_done=8, hold_done_s=2
    )
    storage.save_session(Session(id="a" * 32, started_at=NOW, planned=(), done=(done,)))
    assert not can_begin_comparison(storage)
    with pytest.raises(UsageFault) as refused:
        begin_comparison(storage, now=NOW)
    assert "before the first exercise" in say_error(refused.value)


@pytest.mark.parametrize("yes", ["cannot_bear_weight", "hip_replacement"])
def test_who_may_not_train_draws_no_comparison(storage: MemoryStorage, yes: str) -> None:
    clear(storage, **{yes: True})
    with pytest.raises(BlockedForSafety):
        begin_comparison(storage, now=NOW)
    assert storage.experiment() is None
