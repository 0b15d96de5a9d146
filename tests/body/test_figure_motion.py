"""The moving figure: what its joints say is measured anew, by other means than they were posed."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from coxa.body.figure import Motion, Posed, loop, motion, pose_figure, still
from coxa.catalogue import Exercise, KeyPose, LegAngles, Orientation, load_catalogue
from coxa.quantities import Side

EXERCISES = load_catalogue().exercises
POSES = [
    pytest.param(pose, id=f"{exercise.id}-{pose.id}")
    for exercise in EXERCISES.values()
    for pose in exercise.key_poses
]
EVERY = [pytest.param(exercise, id=exercise.id) for exercise in EXERCISES.values()]


def joint(posed: Posed, side: Side, bone: str, instant: int = 0) -> NDArray[np.float64]:
    place: NDArray[np.float64] = posed.joints[f"{str(side).title()}{bone}"][instant]
    return place


def angle_deg(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    cosine = a @ b / np.linalg.norm(a) / np.linalg.norm(b)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def measured(posed: Posed, side: Side) -> dict[str, float]:
    """Flexion, adduction, rotation and knee of one leg, from joint centres and the pelvis alone."""
    outward = 1 if side is Side.LEFT else -1
    hip, knee, ankle = (joint(posed, side, bone) for bone in ("UpLeg", "Leg", "Foot"))
    pelvis = posed.pelvis[0]
    thigh, shank = pelvis.T @ (knee - hip), pelvis.T @ (ankle - knee)
    thigh /= np.linalg.norm(thigh)
    shank /= np.linalg.norm(shank)
    adduction = -np.degrees(np.arcsin(thigh[0])) * outward
    flexion = np.degrees(np.arctan2(thigh[2], -thigh[1]))
    found = {"flexion": float(flexion), "adduction": float(adduction)}
    found["knee"] = angle_deg(thigh, shank)
    # The shank of an unturned hip stays in the plane of flexion.
    across = np.array([1.0, 0, 0]) - thigh[0] * thigh
    back = shank - (shank @ thigh) * thigh
    zero = np.cross(across, thigh)
    turn = np.degrees(np.arctan2(thigh @ np.cross(zero, back), zero @ back))
    found["rotation"] = float(turn) * outward
    return found


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("pose", POSES)
def test_the_posed_legs_give_back_the_key_poses_angles(pose: KeyPose, side: Side) -> None:
    posed = pose_figure(still(pose), side)
    for leg, whose in ((pose.effect_leg, side), (pose.other_leg, side.other)):
        found = measured(posed, whose)
        assert found["flexion"] == pytest.approx(leg.hip_flexion_deg, abs=0.5)
        assert found["adduction"] == pytest.approx(leg.hip_adduction_deg, abs=0.5)
        assert found["knee"] == pytest.approx(leg.knee_flexion_deg, abs=0.5)
        if leg.knee_flexion_deg > 20:
            assert found["rotation"] == pytest.approx(leg.hip_internal_rotation_deg, abs=0.5)


def test_standing_the_foot_goes_outward_when_the_hip_turns_in() -> None:
    lifted = LegAngles(hip_flexion_deg=90, hip_internal_rotation_deg=30, knee_flexion_deg=90)
    straight = LegAngles(hip_flexion_deg=0, knee_flexion_deg=0)
    pose = KeyPose(
        id="end",
        orientation=Orientation.STANDING,
        effect_leg=lifted,
        other_leg=straight,
        move_s=1,
        hold_s=0,
    )
    for side, left in ((Side.LEFT, 1), (Side.RIGHT, -1)):
        posed = pose_figure(still(pose), side)
        assert (joint(posed, side, "Foot") - joint(posed, side, "Leg"))[0] * left > 0.15
        assert joint(posed, side, "Leg")[2] > joint(posed, side, "UpLeg")[2] + 0.3
        assert joint(posed, side.other, "Foot")[1] < 0.1


@pytest.mark.parametrize("exercise", EVERY)
def test_the_loop_has_the_catalogues_timing_and_closes(exercise: Exercise) -> None:
    found = motion(exercise, Side.LEFT)
    poses = exercise.key_poses
    assert found.duration_s == pytest.approx(sum(p.hold_s + max(p.move_s, 0.4) for p in poses))
    held = {phase.id: phase.to_s - phase.from_s for phase in found.phases if phase.kind == "hold"}
    assert held == pytest.approx({p.id: p.hold_s for p in poses if p.hold_s > 0})
    np.testing.assert_allclose(found.samples[0].bones, found.samples[-1].bones, atol=2e-3)
    assert steps_s(found, "move") <= 0.1
    times = [sample.at_s for sample in found.samples]
    assert times == sorted(set(times))


def steps_s(found: Motion, kind: str) -> float:
    """The longest time between two samples while it moves."""
    times = np.array([sample.at_s for sample in found.samples])
    middle = (times[1:] + times[:-1]) / 2
    inside = np.zeros(len(middle), bool)
    for phase in found.phases:
        if phase.kind == kind:
            inside |= (middle > phase.from_s) & (middle < phase.to_s)
    return float(np.diff(times)[inside].max())


@pytest.mark.parametrize("exercise", EVERY)
def test_nothing_jumps(exercise: Exercise) -> None:
    posed = pose_figure(loop(exercise.key_poses), Side.LEFT)
    for name, places in posed.joints.items():
        assert np.linalg.norm(np.diff(places, axis=0), axis=1).max() < 0.12, name


@pytest.mark.parametrize("exercise", EVERY)
def test_the_two_sides_are_mirror_images(exercise: Exercise) -> None:
    left, right = (motion(exercise, side) for side in (Side.LEFT, Side.RIGHT))
    names = left.bones
    for name in names:
        other = name.replace("Left", "?").replace("Right", "Left").replace("?", "Right")
        one = np.array([s.bones[names.index(name)] for s in left.samples])
        two = np.array([s.bones[names.index(other)] for s in right.samples])
        np.testing.assert_allclose(one[:, :3] * [-1, 1, 1], two[:, :3], atol=1e-9)
        turned = one[:, 3:] * [1, -1, -1, 1]
        np.testing.assert_allclose(np.abs(np.sum(turned * two[:, 3:], axis=1)), 1, atol=1e-3)


def test_without_its_end_the_figure_does_not_move_the_same() -> None:
    whole = EXERCISES["standing-internal-rotation"]
    start = loop(whole.key_poses[:1])
    there = pose_figure(loop(whole.key_poses), Side.LEFT).joints["LeftFoot"]
    stays = pose_figure(start, Side.LEFT).joints["LeftFoot"]
    assert np.ptp(there[:, 0]) > 0.1 > 1e-6 > np.ptp(stays[:, 0])


def test_a_persons_own_end_takes_the_place_of_the_catalogues() -> None:
    exercise = EXERCISES["standing-internal-rotation"]
    foot = motion(exercise, Side.LEFT).bones.index("LeftFoot")

    def farthest(own_end_deg: float | None) -> float:
        found = motion(exercise, Side.LEFT, own_end_deg)
        return max(sample.bones[foot][0] for sample in found.samples)

    assert farthest(10) < farthest(None) < farthest(40)
