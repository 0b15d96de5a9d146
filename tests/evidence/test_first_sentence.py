"""The one sentence of the answer: it names the hip, and never tells half of the answer."""

from __future__ import annotations

import pytest

from coxa.evidence import Answer, Kind, SeriesAnswer, SideAnswer, Verdict, first_sentences
from coxa.quantities import Direction, Side
from coxa.records import Message
from coxa.wording import say
from tests.evidence.people import series

IMPROVED, OPEN = Verdict.IMPROVED_MEANINGFULLY, Verdict.CANNOT_TELL


def side(
    verdict: Verdict, gain_deg: float | None = 6.0, *, days: int = 18, kind: Kind = Kind.GAIN
) -> SideAnswer:
    if gain_deg is None:
        return SideAnswer(verdict=verdict, baseline_count=8, training_count=days)
    return SideAnswer(
        verdict=verdict,
        kind=kind,
        gain_deg=gain_deg,
        interval95_deg=(gain_deg - 3, gain_deg + 3),
        baseline_count=8,
        training_count=days,
    )


def told(*answers: SeriesAnswer) -> str:
    return " ".join(say(one) for one in first_sentences(Answer(engine="e", series=answers)))


def of(
    left: SideAnswer | None = None,
    right: SideAnswer | None = None,
    direction: Direction = Direction.INTERNAL,
) -> SeriesAnswer:
    both = {Side.LEFT: left, Side.RIGHT: right}
    return SeriesAnswer(
        series=series(direction),
        sides={one: own for one, own in both.items() if own},
        worthwhile_deg=5.0,
    )


def test_yes_names_the_hip_its_gain_and_its_error() -> None:
    assert told(of(left=side(IMPROVED))).startswith(
        "Yes: your left hip turns in about 6° further, give or take 3°; that is more than your "
        "measuring error (5°)."
    )
    assert "your right hip turns out about 6°" in told(
        of(right=side(Verdict.IMPROVED), direction=Direction.EXTERNAL)
    )


def test_no_and_not_yet_say_so_at_once() -> None:
    assert told(of(side(Verdict.WORSE, -4.0))).startswith(
        "No: your left hip turns in about 4° less far, give or take 3°."
    )
    assert told(of(side(Verdict.NO_MEANINGFUL_CHANGE, 0.4))).startswith("No: your left hip")
    assert told(of(side(OPEN, 2.0))).startswith("Not yet: whether your left hip turns in further")
    assert told(of(side(OPEN, None))).startswith("Cannot tell yet")
    assert told() == "Cannot tell yet: there is no reading."


def test_readings_that_came_too_late_are_not_called_too_few_yet() -> None:
    late = SideAnswer(
        verdict=OPEN,
        training_count=9,
        reasons=(Message(id="answer_baseline_too_late", params={"count": 0, "needed": 3}),),
    )
    assert "yet" not in told(of(late))


def test_the_clearer_hip_comes_first_and_the_other_is_always_told() -> None:
    mixed = told(of(side(Verdict.WORSE, -4.0), side(Verdict.IMPROVED, 5.0)))
    assert mixed.startswith("Yes: your right hip")
    assert "The other hip turns in about 4° less far" in mixed
    both = told(of(side(IMPROVED), side(Verdict.IMPROVED, 4.0)))
    assert "The other hip turns in about 4° further too" in both
    assert "Of the other hip it cannot be told yet" in told(of(side(IMPROVED), side(OPEN, 1.0)))


def test_a_hip_that_waits_is_said_to_stand_for_comparison() -> None:
    waits = SideAnswer(verdict=OPEN, baseline_count=20)
    assert "stands for comparison" in told(of(side(IMPROVED), waits))


def test_a_change_without_a_waiting_hip_is_not_put_down_to_the_exercises() -> None:
    change = told(of(side(Verdict.IMPROVED, kind=Kind.CHANGE)))
    assert "whether the exercises did it stays open" in change
    assert "stays open" not in told(of(side(Verdict.IMPROVED)))


def test_the_series_spoken_of_is_the_one_read_most_whatever_it_says() -> None:
    little, much = of(side(IMPROVED, days=4)), of(side(OPEN, 1.0, days=18))
    for answers in ([little, much], [much, little]):
        said = told(*answers)
        assert said.startswith("Not yet")
        assert "each other kind has its own answer below" in said


def test_of_two_series_read_alike_turning_in_is_spoken_of() -> None:
    outward = of(side(IMPROVED), direction=Direction.EXTERNAL)
    inward = of(side(OPEN, 1.0))
    assert all("turns in " in told(*both) for both in ([outward, inward], [inward, outward]))


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("other", Verdict)
@pytest.mark.parametrize("direction", Direction)
def test_every_pair_of_verdicts_has_its_sentences(
    verdict: Verdict, other: Verdict, direction: Direction
) -> None:
    said = told(of(side(verdict), side(other), direction))
    assert said.split(":")[0] in ("Yes", "No", "Not yet")
