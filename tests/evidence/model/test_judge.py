"""What the model answers to cases that are strange, small or special."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from coxa.evidence import Case, CaseReading, Kind, Sign, Verdict, judge, judge_all
from coxa.evidence.model.boundary import bar
from coxa.quantities import Side
from coxa.records import Phase
from tests.evidence.model.cases import drawn_case

B, T = Phase.BASELINE, Phase.TRAINING
Row = tuple[float, Side, float, Phase]


def case_of(*rows: Row) -> Case:
    return Case(tuple(CaseReading(*row[:3], 2.5, row[3]) for row in rows), worthwhile_deg=6.9)


BOTH = (Side.LEFT, Side.RIGHT)
STRANGE = {
    "none": (),
    "one": ((0.0, Side.LEFT, 30.0, B),),
    "one of training": ((0.0, Side.LEFT, 30.0, T),),
    "untrained": tuple((float(day), side, 30.0, B) for day in range(9) for side in BOTH),
    "all equal": tuple((float(day), Side.LEFT, 30.0, B if day < 6 else T) for day in range(20)),
    "one training day": (
        *((float(day), side, 30.0 + day % 3, B) for day in range(6) for side in BOTH),
        (6.0, Side.LEFT, 40.0, T),
    ),
    "begun within a day": (
        (0.1, Side.LEFT, 30.0, B),
        (0.4, Side.LEFT, 31.0, T),
        (0.4, Side.RIGHT, 31.0, B),
    ),
    "never on the same day": (
        (0.0, Side.LEFT, 30.0, B),
        (1.0, Side.RIGHT, 31.0, B),
        (3.0, Side.LEFT, 33.0, T),
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_cases_have_a_plain_answer(name: str) -> None:
    case = case_of(*STRANGE[name])
    answered = judge(case, detail=True)
    assert len(answered.band) == len({(int(r.day), r.side, r.phase) for r in case.readings})
    for side, own in answered.sides.items():
        trained = any(one.side is side and one.phase is T for one in case.readings)
        assert (own is not None) == trained
        if own is not None:
            figures = (own.gain_deg, *own.interval95_deg, own.p_improved, own.p_meaningful)
            assert all(map(math.isfinite, figures))
            assert own.verdict in (Verdict.CANNOT_TELL, Verdict.NO_MEANINGFUL_CHANGE)


def test_a_waiting_hip_makes_a_gain_of_a_change() -> None:
    def kind(case: Case) -> Kind:
        own = judge(case).sides[Side.LEFT]
        assert own is not None
        return own.kind

    assert kind(drawn_case(1)) is Kind.GAIN
    assert kind(drawn_case(1, sides=(Side.LEFT,))) is Kind.CHANGE
    assert kind(drawn_case(1, trained=BOTH)) is Kind.CHANGE


def test_a_reading_far_off_moves_the_gain_little_and_is_told() -> None:
    case = drawn_case(4, 6.0)
    wrong = replace(
        case, readings=(*case.readings[:-2], replace(case.readings[-2], value_deg=70.0))
    )
    right, disturbed = judge(case), judge(wrong)
    assert Sign.OUTLIERS in disturbed.signs
    assert Sign.OUTLIERS not in right.signs
    before, after = right.sides[Side.LEFT], disturbed.sides[Side.LEFT]
    assert before is not None
    assert after is not None
    assert abs(after.gain_deg - before.gain_deg) < 2.0


def test_the_bar_is_highest_early_and_rises_again_past_the_end() -> None:
    bars = [bar(days, 18) for days in (4, 9, 18, 36, 54)]
    assert bars[0] > bars[1] > bars[2] < bars[3] < bars[4]
    assert bars[2] == pytest.approx(1.812, abs=1e-3)


def test_progress_is_told_for_everybody() -> None:
    told: list[tuple[int, int]] = []
    answers = judge_all(
        [drawn_case(seed, training=9) for seed in range(5)],
        progress=lambda done, of: told.append((done, of)),
    )
    assert len(answers) == 5
    assert told == [(done, 5) for done in range(1, 6)]
