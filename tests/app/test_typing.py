"""Typed readings: what is kept of them, and what is refused in which words."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from coxa.app.amend import correct_reading
from coxa.app.history import read_history
from coxa.app.keep_measurement import is_of_sample
from coxa.app.memory import MemoryStorage
from coxa.app.screening import answer_questions
from coxa.app.type_reading import TYPICAL_ERROR, instrument_name, type_reading
from coxa.errors import BlockedForSafety, InvalidRecord
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading
from coxa.safety import QUESTIONS, Consequence
from coxa.wording import say_error
from tests.app.test_today import NOW, clear


@pytest.fixture
def storage() -> MemoryStorage:
    storage = MemoryStorage()
    clear(storage)
    return storage


def typed(storage: MemoryStorage, **changes: object) -> KeptReading:
    given: dict[str, object] = {
        "test": Test.SEATED,
        "device": Device.GONIOMETER,
        "mode": Mode.PASSIVE,
        "side": Side.RIGHT,
        "direction": Direction.EXTERNAL,
        "size_deg": 33.0,
        "taken_at": NOW,
        "now": NOW,
    }
    return type_reading(storage, **(given | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"size_deg": 91.0}, "No hip turns further than 90°"),
        ({"size_deg": math.nan}, "No hip turns further than 90°"),
        ({"error95_deg": 0.0}, "between 1° and 30°"),
        ({"error95_deg": 31.0}, "between 1° and 30°"),
        ({"error95_deg": math.nan}, "between 1° and 30°"),
        ({"taken_at": NOW + timedelta(minutes=1)}, "still to come"),
        ({"taken_at": NOW.replace(year=26)}, "year 26 is too long ago"),
        ({"device": Device.CAMERA}, "are not typed"),
        ({"device": Device.OTHER}, "Give your instrument a name"),
        ({"device": Device.OTHER, "instrument": " / "}, "Give your instrument a name"),
        ({"device": Device.OTHER, "instrument": "x" * 41}, "up to 40 letters"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words_and_nothing_is_kept(
    storage: MemoryStorage, changes: dict[str, object], told: str
) -> None:
    with pytest.raises(InvalidRecord) as refused:
        typed(storage, **changes)
    assert told in say_error(refused.value)
    assert "othing was kept" in say_error(refused.value)
    assert not storage.readings()


def test_a_correction_keeps_to_the_same_limits(storage: MemoryStorage) -> None:
    kept = typed(storage)
    for wrong in ({"value_deg": 95.0}, {"taken_at": NOW.replace(year=1026)}):
        given: dict[str, object] = {"value_deg": -30.0, "taken_at": NOW, "note": ""}
        with pytest.raises(InvalidRecord):
            correct_reading(
                storage,
                kept.id,
                at=NOW,
                after_exercise=None,
                **(given | wrong),  # type: ignore[arg-type]
            )
    assert storage.readings() == [kept]


def test_a_stated_error_is_kept_and_else_that_of_the_device(storage: MemoryStorage) -> None:
    assert typed(storage, error95_deg=3.5).error95_deg == 3.5
    usual = TYPICAL_ERROR[Device.GONIOMETER].error95_deg
    assert typed(storage).error95_deg == usual


def test_two_other_instruments_never_share_a_line_and_it_is_said_why(
    storage: MemoryStorage,
) -> None:
    first = typed(storage, device=Device.OTHER, instrument="Plurimeter")
    same = typed(storage, device=Device.OTHER, instrument="  plurimeter ")
    assert first.series == same.series
    assert instrument_name(first.series) == "plurimeter"
    assert not read_history(storage).why_apart
    typed(storage, device=Device.OTHER, instrument="Chair/sample")
    history = read_history(storage)
    assert len(history.courses) == 2
    assert [why.id for why in history.why_apart] == ["apart_device"]
    assert not any(is_of_sample(reading) for reading in storage.readings())


def test_a_test_that_a_condition_closes_cannot_be_typed_while_others_can() -> None:
    storage = MemoryStorage()
    asked = [q.id for q in QUESTIONS if q.consequence is not Consequence.LIFTS]
    pregnant = dict.fromkeys(asked, False) | {"pregnancy": True, "late_pregnancy": False}
    answer_questions(storage, pregnant, at=NOW)
    with pytest.raises(BlockedForSafety):
        typed(storage, test=Test.STANDING)
    assert typed(storage, test=Test.SEATED) in storage.readings()
