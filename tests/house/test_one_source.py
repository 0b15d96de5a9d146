"""Key poses are the one source: without one of them figure, muscles and coach are all others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from coxa.app.session_start import doses_of
from coxa.body import muscles_of
from coxa.body.figure import motion
from coxa.catalogue import Exercise, load_catalogue
from coxa.coach import start
from coxa.errors import MissingPart
from coxa.quantities import Side

ON_THE_WAY = [("twisted-legs", "foot-over"), ("seated-press-and-sink", "press")]


def without(exercise: Exercise, pose_id: str) -> Exercise:
    kept = tuple(pose for pose in exercise.key_poses if pose.id != pose_id)
    assert len(kept) == len(exercise.key_poses) - 1
    return exercise.model_copy(update={"key_poses": kept})


def coached_move_s(exercise: Exercise) -> float:
    doses = doses_of(exercise, [Side.LEFT])
    state = start(doses, {exercise.id: exercise}, at=datetime(2026, 3, 2, tzinfo=UTC))
    return state.parts[0].move_s


@pytest.mark.parametrize(("exercise_id", "pose_id"), ON_THE_WAY)
def test_a_pose_taken_away_changes_the_figure_the_muscles_and_the_coach_alike(
    exercise_id: str, pose_id: str
) -> None:
    exercise = load_catalogue().exercise(exercise_id)
    poorer = without(exercise, pose_id)
    assert motion(poorer, Side.LEFT).duration_s < motion(exercise, Side.LEFT).duration_s
    assert coached_move_s(poorer) < coached_move_s(exercise)
    with pytest.raises(MissingPart):
        muscles_of(poorer)


@pytest.mark.parametrize("exercise_id", load_catalogue().exercises)
@pytest.mark.parametrize("pose_id", ["start", "end"])
def test_no_exercise_is_read_without_its_start_or_its_end(exercise_id: str, pose_id: str) -> None:
    poorer = without(load_catalogue().exercise(exercise_id), pose_id)
    with pytest.raises(ValidationError, match=r"start and one end|at least 2 items"):
        Exercise.model_validate(poorer.model_dump())


@pytest.mark.parametrize("exercise_id", load_catalogue().exercises)
def test_the_figure_and_the_coach_keep_the_same_time(exercise_id: str) -> None:
    exercise = load_catalogue().exercise(exercise_id)
    dose = doses_of(exercise, [Side.RIGHT])[0]
    state = start([dose], {exercise_id: exercise}, at=datetime(2026, 3, 2, tzinfo=UTC))
    part = state.parts[0]
    loop_s = motion(exercise, Side.RIGHT).duration_s
    start_pose = next(pose for pose in exercise.key_poses if pose.id == "start")
    coached_s = part.move_s + exercise.dose.hold_s + part.return_s + start_pose.hold_s
    assert loop_s == pytest.approx(coached_s)
