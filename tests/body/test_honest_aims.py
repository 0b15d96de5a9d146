"""What an exercise says that it is for is what its poses do to the muscles."""

from __future__ import annotations

import pytest

from coxa.body import muscle_table
from coxa.catalogue import Exercise, Kind, load_shipped

EXERCISES = list(load_shipped().exercises.values())
OUTWARD = ("quadratus-femoris", "gemellus-inferior")
"""They turn the hip out in every pose of the catalogue, bent or straight."""
AGAINST_NM = 2.0
"""A leg that is led to its end slowly needs about this much either way."""


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_who_stretches_for_a_direction_gets_longer_what_holds_it_back(exercise: Exercise) -> None:
    effect = muscle_table().exercises[exercise.id].legs["effect"]
    change = {muscle.id: muscle.change_percent for muscle in effect.muscles}
    deep = [change[name] for name in OUTWARD]
    if exercise.kind is Kind.STRETCH:
        assert min(deep) > 5 if exercise.aim.turns_in else max(deep) < 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_nothing_is_called_work_in_a_direction_that_the_load_itself_turns(
    exercise: Exercise,
) -> None:
    held_nm = muscle_table().exercises[exercise.id].legs["effect"].moment_nm.rotation
    if exercise.aim.value.startswith(("active-", "internal-strength", "external-strength")):
        assert held_nm > -AGAINST_NM if exercise.aim.turns_in else held_nm < AGAINST_NM
