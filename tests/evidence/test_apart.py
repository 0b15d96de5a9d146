"""Readings of different series stay apart, and it is said in what they differ."""

from __future__ import annotations

from datetime import UTC

import pytest

from coxa.evidence import answer, why_apart
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.wording import say
from tests.evidence.people import course, series

PLAIN = series()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"test": Test.PRONE}, "apart_test"),
        ({"device": Device.GONIOMETER}, "apart_device"),
        ({"mode": Mode.PASSIVE}, "apart_mode"),
        ({"method": "blazepose-heavy/calibrated-9"}, "apart_method"),
    ],
)
def test_what_differs_is_named_and_answered_apart(change: dict[str, object], why: str) -> None:
    other = PLAIN.model_copy(update=change)
    assert [message.id for message in why_apart([PLAIN, other])] == [why]
    both = answer(course([30.0] * 5, [36.0] * 8) + course([10.0] * 5, [10.0] * 8, of=other))
    gains = [one.sides[Side.LEFT].gain_deg for one in both.series]
    assert gains[0] is not None
    assert gains[0] > 3
    assert gains[1] == pytest.approx(0.0, abs=0.1)
    assert why in {note.id for note in both.notes}
    assert all(say(note) for note in both.notes)


def test_the_two_directions_of_one_technique_need_no_explanation() -> None:
    outward = series(Direction.EXTERNAL)
    assert why_apart([PLAIN, outward]) == ()
    assert outward != PLAIN
    assert PLAIN.technique == outward.technique


def test_the_side_is_no_part_of_a_series() -> None:
    two = course([30.0] * 3, []) + course([25.0] * 3, [], side=Side.RIGHT)
    assert set(answer(two, zone=UTC).series[0].sides) == set(Side)


def test_warm_readings_are_said_to_be_left_out_and_how_many() -> None:
    warmed = course([30.0] * 3, [])
    one = warmed[1]
    warmed[1] = one.model_copy(
        update={"reading": one.reading.model_copy(update={"after_exercise": True})}
    )
    found = answer(warmed, zone=UTC)
    (note,) = [note for note in found.notes if note.id == "answer_note_warm"]
    assert note.params == {"count": 1}
    assert found.series[0].sides[Side.LEFT].baseline_count == 2


def test_a_series_of_warm_readings_alone_has_an_answer_that_says_so() -> None:
    warm = [
        one.model_copy(update={"reading": one.reading.model_copy(update={"after_exercise": True})})
        for one in course([30.0] * 3, [])
    ]
    (only,) = answer(warm, zone=UTC).series
    assert only.sides[Side.LEFT].baseline_count == 0
    assert only.sides[Side.LEFT].gain_deg is None
