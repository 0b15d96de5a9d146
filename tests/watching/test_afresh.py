"""When the pose net is asked to look for the person anew."""

from __future__ import annotations

import pytest

from coxa.records import SetUp
from coxa.watching.afresh import AFTER_S, UNFOUND, Afresh

STEP_S = 0.1


def asked_at(set_ups: list[SetUp | None]) -> list[float]:
    afresh = Afresh()
    return [k * STEP_S for k, set_up in enumerate(set_ups) if afresh.take(k * STEP_S, set_up)]


@pytest.mark.parametrize("set_up", sorted(UNFOUND))
def test_whoever_is_not_found_for_a_while_is_looked_for_anew_and_again(set_up: SetUp) -> None:
    frames = round(2.5 * AFTER_S / STEP_S)
    assert asked_at([set_up] * frames) == pytest.approx([AFTER_S, 2 * AFTER_S])


@pytest.mark.parametrize("other", [None, SetUp.STILL, SetUp.NOBODY])
def test_who_is_found_or_nobody_is_not_looked_for(other: SetUp | None) -> None:
    almost = [SetUp.POSE] * round(0.9 * AFTER_S / STEP_S)
    assert asked_at([other] * 100) == []
    assert asked_at([*almost, other, *almost]) == []
