"""The moving figure: what its joints say is measured anew, by other means than they were posed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from coxa.body.figure import Motion, Posed, loop, motion, pose_figure, rest, still
from coxa.body.figure.own_end import with_own_end
from coxa.body.figure.surface import heights, sampled
from coxa.catalogue import Exercise, KeyPose, LegAngles, Orientation, Tilts, load_catalogue
from coxa.quantities import ANKLE_SIGN, Side, Test, View

CATALOGUE = load_catalogue()
EXERCISES = CATALOGUE.exercises
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


STRAIGHT = LegAngles(hip_flexion_deg=0, knee_flexion_deg=0)


def bent(rotation_deg: float, flexion_deg: float = 90) -> LegAngles:
    return LegAngles(
        hip_flexion_deg=flexion_deg, hip_internal_rotation_deg=rotation_deg, knee_flexion_deg=90
    )


def one_pose(
    leg: LegAngles,
    side: Side,
    orientation: Orientation = Orientation.STANDING,
    pelvis: Tilts | None = None,
) -> Posed:
    pose = KeyPose(
        id="end",
        orientation=orientation,
        effect_leg=leg,
        other_leg=STRAIGHT,
        pelvis=pelvis or Tilts(),
        move_s=1,
        hold_s=0,
    )
    return pose_figure(still(pose), side)


@pytest.mark.parametrize("side", list(Side))
def test_standing_the_foot_goes_outward_when_the_hip_turns_in(side: Side) -> None:
    posed = one_pose(bent(30), side)
    outward = 1 if side is Side.LEFT else -1
    assert (joint(posed, side, "Foot") - joint(posed, side, "Leg"))[0] * outward > 0.15
    assert joint(posed, side, "Leg")[2] > joint(posed, side, "UpLeg")[2] + 0.3
    assert joint(posed, side.other, "Foot")[1] < 0.1


@pytest.mark.parametrize("side", list(Side))
def test_seen_from_the_front_the_ankle_goes_where_the_table_of_signs_says(side: Side) -> None:
    internal = next(p for p in CATALOGUE.test(Test.SEATED).key_poses if p.id == "internal")
    posed = pose_figure(still(internal), side)
    # The person's left, +x, is at the right of a picture from the front.
    sideways = (joint(posed, side, "Foot") - joint(posed, side, "Leg"))[0]
    assert sideways * ANKLE_SIGN[Test.SEATED, View.FRONT, side] > 0.1


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("test", [Test.PRONE, Test.SUPINE_90_90])
def test_lying_too_the_foot_goes_outward_in_the_internal_pose(test: Test, side: Side) -> None:
    internal = next(p for p in CATALOGUE.test(test).key_poses if p.id == "internal")
    posed = pose_figure(still(internal), side)
    left = 1 if side is Side.LEFT else -1
    assert (joint(posed, side, "Foot") - joint(posed, side, "Leg"))[0] * left > 0.1


def test_lying_on_the_back_the_front_is_up_and_on_the_belly_down() -> None:
    on_back = one_pose(bent(0), Side.RIGHT, Orientation.SUPINE)
    assert joint(on_back, Side.RIGHT, "Leg")[1] > joint(on_back, Side.RIGHT, "UpLeg")[1] + 0.3
    on_belly = one_pose(bent(0, flexion_deg=0), Side.RIGHT, Orientation.PRONE)
    assert joint(on_belly, Side.RIGHT, "Foot")[1] > joint(on_belly, Side.RIGHT, "Leg")[1] + 0.3
    assert on_back.joints["Head"][0, 2] < -0.5 < 0.5 < on_belly.joints["Head"][0, 2]


@pytest.mark.parametrize("side", list(Side))
def test_lying_on_the_side_the_leg_that_gets_the_effect_is_on_top(side: Side) -> None:
    posed = one_pose(bent(0, 45), side, Orientation.SIDE_LYING)
    assert joint(posed, side, "UpLeg")[1] > joint(posed, side.other, "UpLeg")[1] + 0.15


@pytest.mark.parametrize("side", list(Side))
def test_the_pelvis_lists_and_turns_towards_the_side_of_the_effect(side: Side) -> None:
    listed = one_pose(STRAIGHT, side, pelvis=Tilts(list_deg=10))
    assert joint(listed, side, "UpLeg")[1] > joint(listed, side.other, "UpLeg")[1] + 0.02
    turned = one_pose(STRAIGHT, side, pelvis=Tilts(rotation_deg=20))
    assert joint(turned, side, "UpLeg")[2] > joint(turned, side.other, "UpLeg")[2] + 0.04
    tipped = one_pose(STRAIGHT, side, pelvis=Tilts(tilt_deg=20))
    assert tipped.pelvis[0, 2, 1] > 0.3, "its upper edge goes forward"


ANGLES = st.builds(
    LegAngles,
    hip_flexion_deg=st.floats(-20, 125),
    hip_adduction_deg=st.floats(-50, 30),
    hip_internal_rotation_deg=st.floats(-60, 50),
    knee_flexion_deg=st.floats(0, 150),
)


@given(ANGLES, st.sampled_from(list(Orientation)), st.sampled_from(list(Side)))
def test_no_pose_stretches_a_bone(leg: LegAngles, orientation: Orientation, side: Side) -> None:
    posed, body = one_pose(leg, side, orientation), rest()
    for whose in ("Left", "Right"):
        for upper, lower in (("UpLeg", "Leg"), ("Leg", "Foot"), ("Arm", "ForeArm")):
            length = np.linalg.norm(posed.joints[whose + lower] - posed.joints[whose + upper])
            assert length == pytest.approx(body.length(whose + upper, whose + lower), abs=1e-3)


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


def test_what_lies_on_the_way_never_goes_beyond_a_persons_own_end() -> None:
    exercise = EXERCISES["seated-press-and-sink"]
    own = with_own_end(exercise, 10)
    turned = [pose.effect_leg.hip_internal_rotation_deg for pose in own]
    assert turned == sorted(turned)
    assert turned[-1] == pytest.approx(10)
    assert with_own_end(exercise, None) == exercise.key_poses


@pytest.mark.parametrize("exercise", EVERY)
def test_every_key_pose_is_seen_in_the_motion(exercise: Exercise) -> None:
    whole = motion(exercise, Side.LEFT)
    for gone in exercise.key_poses:
        if gone.id == "end":
            continue  # without it the exercise is none (coxa.catalogue)
        left = tuple(pose for pose in exercise.key_poses if pose.id != gone.id)
        without = motion(exercise.model_copy(update={"key_poses": left}), Side.LEFT)
        assert without.samples != whole.samples, gone.id


@pytest.mark.parametrize("share", [0.3, 1.3])
@pytest.mark.parametrize("exercise", EVERY)
def test_with_a_persons_own_end_feet_stand_as_before(exercise: Exercise, share: float) -> None:
    own_deg = exercise.end_pose.effect_leg.hip_internal_rotation_deg * share
    before, after = (
        heights(pose_figure(loop(poses), Side.LEFT))
        for poses in (exercise.key_poses, with_own_end(exercise, own_deg))
    )
    assert after.min() > -0.015
    foot = sampled().side("Left", "Foot", "ToeBase")
    if before[:, foot].min(axis=1).max() < 0.02:
        assert after[:, foot].min(axis=1).max() < 0.03
