"""Natural frequencies: counted out of a hundred, and never certain."""

from __future__ import annotations

import pytest

from coxa.evidence import Kind, SeriesAnswer, SideAnswer, Verdict, worlds_of
from coxa.quantities import Direction, Side
from coxa.wording import say
from tests.evidence.people import series


def answered(
    p_improved: float | None,
    p_meaningful: float = 0.0,
    kind: Kind = Kind.GAIN,
    direction: Direction = Direction.INTERNAL,
) -> SeriesAnswer:
    own = SideAnswer(
        verdict=Verdict.CANNOT_TELL,
        kind=kind,
        p_improved=p_improved,
        p_meaningful=None if p_improved is None else p_meaningful,
    )
    return SeriesAnswer(series=series(direction), sides={Side.LEFT: own}, worthwhile_deg=5.4)


def said(answer: SeriesAnswer) -> str:
    worlds = worlds_of(answer, Side.LEFT)
    assert worlds is not None
    return say(worlds.said)


def test_probabilities_are_said_as_whole_worlds() -> None:
    told = said(answered(0.972, 0.611))
    assert "In 97 of 100 worlds" in told
    assert "in 61 of 100 by more than 5°" in told


@pytest.mark.parametrize("certain", [0.996, 0.99999, 1.0])
def test_a_hundred_of_a_hundred_is_never_said(certain: float) -> None:
    told = said(answered(certain, certain))
    assert "In more than 99 of 100 worlds" in told
    assert " 100 of 100" not in told
    worlds = worlds_of(answered(certain), Side.LEFT)
    assert worlds is not None
    assert worlds.further == 99


@pytest.mark.parametrize("hopeless", [0.004, 1e-9, 0.0])
def test_none_of_a_hundred_is_never_said(hopeless: float) -> None:
    assert "in fewer than 1 of 100" in said(answered(0.8, hopeless))
    told = said(answered(hopeless))
    assert "In more than 99 of 100 worlds" in told
    assert "less far" in told


def test_a_loss_is_told_as_a_loss() -> None:
    assert "In 80 of 100 worlds" in said(answered(0.2))
    assert "turns out less far" in said(answered(0.2, direction=Direction.EXTERNAL))


def test_without_a_hip_that_waited_training_is_not_said_to_have_done_it() -> None:
    assert "training made" in said(answered(0.9))
    assert "training" not in said(answered(0.9, kind=Kind.CHANGE))


def test_without_figures_there_are_no_worlds() -> None:
    assert worlds_of(answered(None), Side.LEFT) is None
