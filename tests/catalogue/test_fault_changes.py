"""Faults as changes of posture: possible, visible, and something else than the movement itself."""

from __future__ import annotations

import numpy as np
import pytest

from coxa.body.figure.contact import ARM_BONES
from coxa.body.figure.course import mixed
from coxa.body.figure.poser import pose_figure
from coxa.body.figure.posing import Posed
from coxa.body.figure.surface import heights, sampled
from coxa.body.figure.turns import Floats
from coxa.catalogue import CommonFault, Exercise, KeyPose, PoseChange, changed, load_catalogue
from coxa.quantities import Side

PARTS = ("effect_leg", "other_leg", "pelvis", "trunk")
SHOWN = [
    (exercise, fault)
    for exercise in load_catalogue().exercises.values()
    for fault in exercise.faults
    if fault.change
]
THE_OTHER_WAY = {"foot-goes-in", "turns-out"}
"""Faults that turn the hip the wrong way: the movement itself, backwards."""
VISIBLE_M, DEEPEST_M, SAME_WAY = 0.02, -0.025, 0.95

by_fault = pytest.mark.parametrize(("exercise", "fault"), SHOWN, ids=lambda it: it.id)


@by_fault
def test_no_joint_is_asked_for_more_than_it_has(exercise: Exercise, fault: CommonFault) -> None:
    with_fault = changed(exercise.end_pose, _change(fault))
    asked = _angles(exercise.end_pose) + _changes(_change(fault))
    assert _angles(with_fault) == pytest.approx(asked), "a joint stopped at its bound"


@by_fault
def test_the_figure_shows_it_and_stays_on_the_floor(exercise: Exercise, fault: CommonFault) -> None:
    pose = _posed(exercise, fault)
    moved_m = max(np.linalg.norm(at[2] - at[1]) for at in pose.joints.values())
    assert moved_m > VISIBLE_M
    without_arms = ~sampled().on(*ARM_BONES)
    assert heights(pose, without_arms)[2].min() > DEEPEST_M


@by_fault
def test_it_is_not_the_movement_itself(exercise: Exercise, fault: CommonFault) -> None:
    movement = _angles(exercise.end_pose) - _angles(exercise.key_poses[0])
    change = _changes(_change(fault))
    length = np.linalg.norm(movement) * np.linalg.norm(change)
    along = float(movement @ change / length)
    assert along < SAME_WAY
    assert along > -SAME_WAY or fault.id in THE_OTHER_WAY


def test_two_faults_of_an_exercise_differ() -> None:
    for exercise in load_catalogue().exercises.values():
        ways = [_unit(_changes(fault.change)) for fault in exercise.faults if fault.change]
        for k, one in enumerate(ways):
            assert all(one @ other < SAME_WAY for other in ways[:k]), exercise.id


def _posed(exercise: Exercise, fault: CommonFault) -> Posed:
    """Start, end, and end with the fault."""
    poses = [exercise.key_poses[0], exercise.end_pose, changed(exercise.end_pose, _change(fault))]
    return pose_figure(mixed(poses, np.eye(3)), Side.LEFT)


def _change(fault: CommonFault) -> PoseChange:
    assert fault.change is not None
    return fault.change


def _angles(pose: KeyPose) -> Floats:
    return np.array([
        getattr(getattr(pose, part), name)
        for part in PARTS
        for name in type(getattr(PoseChange(), part)).model_fields
    ])  # fmt: skip


def _changes(change: PoseChange) -> Floats:
    return np.array([
        value for part in PARTS for value in getattr(change, part).model_dump().values()
    ])  # fmt: skip


def _unit(vector: Floats) -> Floats:
    unit: Floats = vector / np.linalg.norm(vector)
    return unit
