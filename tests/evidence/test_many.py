"""Many people are answered as each would be alone, and each hip has its companions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

import pytest

from coxa.evidence import Person, answer, answers, engine
from coxa.evidence.companions import TwoPhases, companions_of
from coxa.experiment import Phase, Phased
from coxa.quantities import Direction, Side
from tests.evidence.people import course, reading, series

BASELINE = (30, 31, 29, 30, 31, 30, 29, 31)


def people() -> list[Person]:
    """Of the second there are two series, of the third none."""
    outward = course([-30, -31, -29], [-36] * 6, of=series(Direction.EXTERNAL))
    return [
        Person(course(BASELINE, [33 + n % 3 for n in range(10)])),
        Person([*course(BASELINE, [30] * 5), *outward]),
        Person([]),
        Person(course([30], [35])),
        Person(course(BASELINE, [28 + n % 2 for n in range(8)], side=Side.RIGHT)),
    ]


def test_a_batch_answers_each_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "AT_ONCE", 2)
    together = list(answers(people(), zone=UTC))
    alone = [answer(one.phased, zone=UTC) for one in people()]
    assert [one.notes for one in together] == [one.notes for one in alone]
    for many, own in zip(together, alone, strict=True):
        assert [one.series for one in many.series] == [one.series for one in own.series]
        for found, true in zip(many.series, own.series, strict=True):
            for side, told in found.sides.items():
                assert told.verdict is true.sides[side].verdict
                assert told.gain_deg == pytest.approx(true.sides[side].gain_deg, abs=1e-9)


def test_people_are_taken_up_only_as_they_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "AT_ONCE", 2)
    taken: list[int] = []

    def coming() -> Iterator[Person]:
        for number, person in enumerate(people()):
            taken.append(number)
            yield person

    next(answers(coming(), zone=UTC))
    assert taken == [0, 1]


def test_companions_are_of_the_readings_that_count() -> None:
    training = [33, 34, 36, 35, 36]
    kept = [
        Phased(reading=reading(-2, 80.0), phase=Phase.FAMILIARISATION),
        *course(BASELINE, training),
        Phased(reading=reading(9.4, 80.0, after_exercise=True), phase=Phase.TRAINING),
    ]
    found = answer(kept, zone=UTC).series[0].sides[Side.LEFT]
    assert found.companions == companions_of(TwoPhases.of(BASELINE, training))


def test_companions_of_external_rotation_count_further_as_more() -> None:
    mirrored = course([-one for one in BASELINE], [-36] * 5, of=series(Direction.EXTERNAL))
    found = answer(mirrored, zone=UTC).series[0].sides[Side.LEFT].companions
    assert found is not None
    assert found.nap == 1


def test_a_hip_that_never_trained_has_no_companions() -> None:
    found = answer(course(BASELINE, []), zone=UTC).series[0].sides[Side.LEFT]
    assert found.companions is None
