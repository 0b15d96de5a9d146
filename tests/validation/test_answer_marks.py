"""The examination tells a good engine from bad ones: engines made up here sit for it."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from coxa.evidence import Case, CaseAnswer, Figure, Kind, SideJudgement, Verdict
from coxa.quantities import Side
from validation.answer import outcomes, settling
from validation.answer.marks import Mark, marks
from validation.answer.outcomes import judged
from validation.answer.people import simulate
from validation.answer.report import report
from validation.answer.run import Results, batches
from validation.answer.scenes import BEYOND, MARKED, SETTLING, SPILL
from validation.answer.settling import ASKED_AT, told

BASE = MARKED[0]
PEOPLE = 40


def answer(
    gain_deg: float, half_deg: float, verdict: Verdict, more: int | None = None
) -> CaseAnswer:
    low, high = gain_deg - half_deg, gain_deg + half_deg
    figure = Figure(gain_deg, (low, high))
    own = SideJudgement(
        gain_deg=gain_deg,
        interval95_deg=(low, high),
        p_improved=0.5,
        p_meaningful=0.5,
        verdict=verdict,
        kind=Kind.GAIN,
        at_end_of_phase=figure,
        more_readings=more,
    )
    return CaseAnswer(sides={Side.LEFT: own, Side.RIGHT: None})


def before_and_after(case: Case) -> CaseAnswer:
    """What a person does who draws a line: last reading minus first, and believes it."""
    left = [reading.value_deg for reading in case.readings if reading.side is Side.LEFT]
    change = left[-1] - left[0]
    return answer(change, 3.0, Verdict.IMPROVED if change > 0 else Verdict.WORSE)


def never_sure(case: Case) -> CaseAnswer:
    return answer(0.0, 15.0, Verdict.CANNOT_TELL)


def sit(monkeypatch: pytest.MonkeyPatch, engine) -> Results:
    def judge_all(cases: Sequence[Case], *, outlook: bool = True) -> list[CaseAnswer]:
        return [engine(case) for case in cases]

    monkeypatch.setattr(outcomes, "judge_all", judge_all)
    monkeypatch.setattr(settling, "judge_all", judge_all)
    results = Results(PEOPLE)
    for gain_deg in BASE.gains_deg:
        people = [simulate(BASE, gain_deg, person) for person in range(PEOPLE)]
        results.outcomes[BASE.name, gain_deg] = judged(people, every_look=gain_deg == 0)
    return results


def missed(found: Sequence[Mark]) -> set[str]:
    return {mark.name for mark in found if not mark.met}


def test_who_believes_the_last_reading_fails_and_is_told_where(monkeypatch):
    results = sit(monkeypatch, before_and_after)
    names = missed(marks(results))
    assert {"false *improved* at the end", "false *improved* at any look"} <= names
    assert any(name.startswith("coverage") for name in names)
    assert "false *improved* at any look" in report(results, "a test")


def test_who_never_says_anything_has_no_power_and_too_wide_an_interval(monkeypatch):
    names = missed(marks(sit(monkeypatch, never_sure)))
    assert "power at the end, gain 5°" in names
    assert "mean width of the interval, gain 0°" in names
    assert "false *improved* at the end" not in names


def test_who_knows_the_truth_meets_every_mark(monkeypatch):
    """A cheat who looks the truth up, and is off in one of twenty-five intervals."""
    rng = random.Random(1)

    def key(case: Case) -> tuple[float, ...]:
        return tuple(reading.value_deg for reading in case.readings)

    def knowing(case: Case) -> CaseAnswer:
        truth = gains[key(case)]
        off = 5.0 if rng.random() < 0.04 else 0.0
        return answer(truth + off, 3.5, Verdict.IMPROVED if truth > 2 else Verdict.CANNOT_TELL)

    gains = {}
    for gain_deg in BASE.gains_deg:
        for person in range(PEOPLE):
            one = simulate(BASE, gain_deg, person)
            for day in one.looks():
                gains[key(one.until(day))] = one.true_gain_deg(day)
    assert missed(marks(sit(monkeypatch, knowing))) == set()


def test_looks_begin_at_the_fourth_training_reading_and_end_at_the_last(monkeypatch):
    results = sit(monkeypatch, before_and_after)
    for one in results.of(BASE, 0.0):
        assert list(one.verdicts) == list(range(4, 19))
    for one in results.of(BASE, 5.0):
        assert list(one.verdicts) == [18]


def test_a_promise_is_held_against_the_readings_that_come_after(monkeypatch):
    """An engine that is sure from 16 training readings on and promises four more."""

    def promising(case: Case) -> CaseAnswer:
        seen = sum(r.side is Side.LEFT for r in case.readings) - SETTLING.baseline
        return answer(0, 3, Verdict.WORSE if seen >= 16 else Verdict.CANNOT_TELL, more=4)

    monkeypatch.setattr(
        settling, "judge_all", lambda cases, outlook=True: [promising(case) for case in cases]
    )
    found = told([simulate(SETTLING, 0.0, person) for person in range(3)])
    assert [one.asked_at for one in found] == [at for at in ASKED_AT for _ in range(3)]
    assert {(one.asked_at, one.settled, one.settled_at_half) for one in found} == {
        (6, False, False),
        (10, False, False),
        (14, True, True),
    }


def test_every_person_is_in_one_batch():
    some = list(batches([BEYOND, SPILL], 250))
    for scene in (BEYOND, SPILL):
        for gain_deg in scene.gains_deg:
            own = [b for b in some if b.scene is scene and b.gain_deg == gain_deg]
            people = [k for batch in own for k in range(batch.first, batch.first + batch.count)]
            assert people == list(range(250))
