"""Where the coach's camera stands: as far, as high and as far round as the catalogue says."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.body.figure import coach_view, pose_figure, still
from coxa.body.figure.turns import Floats
from coxa.catalogue import Exercise, SeenFrom, load_catalogue
from coxa.quantities import Side

EXERCISES = load_catalogue().exercises
UPRIGHT, ON_THE_BACK, ON_THE_BELLY, ON_THE_SIDE = (
    EXERCISES[exercise_id]
    for exercise_id in (
        "standing-internal-rotation", "active-internal-rotation", "prone-turn-out", "clamshell",
    )
)  # fmt: skip
by_side = pytest.mark.parametrize("side", Side)


@by_side
@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_it_stands_as_far_and_as_high_as_the_catalogue_says(exercise: Exercise, side: Side) -> None:
    camera = coach_view(exercise, pose_figure(still(exercise.key_poses[0]), side), side)
    away = np.subtract(camera.position, camera.target)[[0, 2]]
    assert np.linalg.norm(away) == pytest.approx(exercise.camera.distance_m, abs=1e-3)
    assert camera.position[1] == pytest.approx(exercise.camera.height_m)


@by_side
@pytest.mark.parametrize(
    ("exercise", "seen_from", "towards"),
    [
        (UPRIGHT, SeenFrom.FRONT, "effect"),
        (UPRIGHT, SeenFrom.BACK, "effect"),
        (UPRIGHT, SeenFrom.SIDE, "front"),
        (ON_THE_BACK, SeenFrom.FEET, "effect"),
        (ON_THE_BACK, SeenFrom.HEAD, "effect"),
        (ON_THE_BACK, SeenFrom.SIDE, "feet"),
        (ON_THE_BELLY, SeenFrom.FEET, "effect"),
        (ON_THE_SIDE, SeenFrom.FRONT, "feet"),
        (ON_THE_SIDE, SeenFrom.FEET, "front"),
    ],
)
def test_it_goes_round_the_person_to_the_right_side(
    exercise: Exercise, seen_from: SeenFrom, towards: str, side: Side
) -> None:
    straight, turned = (_way(exercise, seen_from, turn_deg, side) for turn_deg in (0, 30))
    assert np.linalg.norm(turned) == pytest.approx(np.linalg.norm(straight), abs=1e-3)
    cosine = straight @ turned / np.linalg.norm(straight) / np.linalg.norm(turned)
    assert np.degrees(np.arccos(cosine)) == pytest.approx(30, abs=0.1)
    assert (turned - straight) @ _towards(towards, exercise, side) > 0


def _way(exercise: Exercise, seen_from: SeenFrom, turn_deg: float, side: Side) -> Floats:
    """From the person to the camera, level."""
    view = exercise.camera.model_copy(update={"seen_from": seen_from, "turn_deg": turn_deg})
    moved = exercise.model_copy(update={"camera": view})
    camera = coach_view(moved, pose_figure(still(exercise.key_poses[0]), side), side)
    away: Floats = np.subtract(camera.position, camera.target)[[0, 2]]
    return away


def _towards(what: str, exercise: Exercise, side: Side) -> Floats:
    """A level direction as the posed body itself shows it."""
    pose = pose_figure(still(exercise.key_poses[0]), side)
    joints = {name: at[0] for name, at in pose.joints.items()}
    on, other = side.title(), side.other.title()
    found: Floats = {
        "effect": joints[f"{on}UpLeg"] - joints[f"{other}UpLeg"],
        "feet": joints["Hips"] - joints["Neck"],
        "front": joints[f"{on}Leg"] - joints[f"{on}UpLeg"],
    }[what][[0, 2]]
    return found
