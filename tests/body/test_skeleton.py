"""The stick figure: signs, sides and lengths on poses whose outcome is known."""

from __future__ import annotations

from collections.abc import Mapping
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.body import BONES, STATURE_M, FigureView, Joint, Point, figure_points, projected, segments
from coxa.catalogue import KeyPose, LegAngles, Orientation, Tilts, load_catalogue
from coxa.quantities import ANKLE_SIGN, Side, Test, View

LEVEL = Tilts()
STRAIGHT = LegAngles(hip_flexion_deg=0, knee_flexion_deg=0)
CATALOGUE = load_catalogue()


def pose(
    leg: LegAngles,
    orientation: Orientation = Orientation.STANDING,
    pelvis: Tilts = LEVEL,
    trunk: Tilts = LEVEL,
) -> KeyPose:
    return KeyPose(
        id="end",
        orientation=orientation,
        effect_leg=leg,
        other_leg=STRAIGHT,
        move_s=1,
        hold_s=0,
        pelvis=pelvis,
        trunk=trunk,
    )


def bent(rotation_deg: float, flexion_deg: float = 90) -> LegAngles:
    return LegAngles(
        hip_flexion_deg=flexion_deg, hip_internal_rotation_deg=rotation_deg, knee_flexion_deg=90
    )


def at(points: Mapping[Joint, Point], side: Side, part: str) -> tuple[float, ...]:
    return points[Joint(f"{side}_{part}")]


@pytest.mark.parametrize("side", list(Side))
def test_sitting_the_thigh_points_forward_and_the_shank_hangs(side: Side) -> None:
    found = segments(pose(bent(0), Orientation.SITTING), side)
    hip, knee, ankle = (at(found, side, part) for part in ("hip", "knee", "ankle"))
    assert knee == pytest.approx((0.245 * STATURE_M, 0, hip[2]))
    assert ankle == pytest.approx((knee[0], -0.246 * STATURE_M, hip[2]))


@pytest.mark.parametrize("side", list(Side))
def test_turning_in_carries_the_foot_outward(side: Side) -> None:
    found = segments(pose(bent(30), Orientation.SITTING), side)
    knee, ankle = at(found, side, "knee"), at(found, side, "ankle")
    outward = 1 if side is Side.RIGHT else -1
    assert (ankle[2] - knee[2]) * outward == pytest.approx(0.246 * STATURE_M * 0.5)


@pytest.mark.parametrize("side", list(Side))
def test_the_seated_picture_agrees_with_the_table_of_signs(side: Side) -> None:
    internal = next(p for p in CATALOGUE.test(Test.SEATED).key_poses if p.id == "internal")
    flat = figure_points(internal, side, FigureView.FRONT)
    sideways = flat[Joint(f"{side}_ankle")][0] - flat[Joint(f"{side}_knee")][0]
    assert sideways * ANKLE_SIGN[Test.SEATED, View.FRONT, side] > 0.1


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("test", [Test.PRONE, Test.SUPINE_90_90])
def test_lying_too_the_foot_goes_outward_in_the_internal_pose(test: Test, side: Side) -> None:
    internal = next(p for p in CATALOGUE.test(test).key_poses if p.id == "internal")
    found = segments(internal, side)
    outward = 1 if side is Side.RIGHT else -1
    assert (at(found, side, "ankle")[2] - at(found, side, "knee")[2]) * outward > 0.1


def test_adduction_crosses_the_middle_and_abduction_leaves_it() -> None:
    across = segments(
        pose(LegAngles(hip_flexion_deg=0, hip_adduction_deg=25, knee_flexion_deg=0)), Side.LEFT
    )
    assert across[Joint.LEFT_ANKLE][2] > 0
    away = segments(
        pose(LegAngles(hip_flexion_deg=0, hip_adduction_deg=-25, knee_flexion_deg=0)), Side.LEFT
    )
    assert away[Joint.LEFT_ANKLE][2] < away[Joint.LEFT_HIP][2] - 0.2


def test_lying_on_the_back_the_front_is_up_and_on_the_belly_down() -> None:
    lifted = LegAngles(hip_flexion_deg=90, knee_flexion_deg=90)
    on_back = segments(pose(lifted, Orientation.SUPINE), Side.RIGHT)
    assert on_back[Joint.RIGHT_KNEE][1] == pytest.approx(0.245 * STATURE_M)
    assert on_back[Joint.HEAD][0] < -0.5
    shank_up = LegAngles(hip_flexion_deg=0, knee_flexion_deg=90)
    on_belly = segments(pose(shank_up, Orientation.PRONE), Side.RIGHT)
    assert on_belly[Joint.RIGHT_ANKLE][1] == pytest.approx(0.246 * STATURE_M)
    assert on_belly[Joint.HEAD][0] > 0.5


@pytest.mark.parametrize("side", list(Side))
def test_lying_on_the_side_the_leg_that_gets_the_effect_is_on_top(side: Side) -> None:
    found = segments(pose(bent(0, 45), Orientation.SIDE_LYING), side)
    assert at(found, side, "hip")[1] > 0 > at(found, side.other, "hip")[1]


def test_a_list_of_the_pelvis_raises_the_side_of_the_effect() -> None:
    found = segments(pose(STRAIGHT, pelvis=Tilts(list_deg=10)), Side.LEFT)
    assert found[Joint.LEFT_HIP][1] > 0 > found[Joint.RIGHT_HIP][1]


def test_leaning_forward_brings_the_neck_forward() -> None:
    found = segments(pose(STRAIGHT, trunk=Tilts(tilt_deg=20)), Side.LEFT)
    assert found[Joint.NECK][0] > 0.1


def test_rotation_of_the_pelvis_brings_the_side_of_the_effect_forward() -> None:
    found = segments(pose(STRAIGHT, pelvis=Tilts(rotation_deg=20)), Side.LEFT)
    assert found[Joint.LEFT_HIP][0] > 0 > found[Joint.RIGHT_HIP][0]


POSES: dict[str, tuple[KeyPose, ...]] = {
    **{exercise.id: exercise.key_poses for exercise in CATALOGUE.exercises.values()},
    **{test.id: test.key_poses for test in CATALOGUE.tests.values()},
}
EVERY_POSE = [
    pytest.param(name, one, id=f"{name}-{one.id}") for name, poses in POSES.items() for one in poses
]


@pytest.mark.parametrize(("name", "one"), EVERY_POSE)
def test_the_two_sides_are_mirror_images(name: str, one: KeyPose) -> None:
    right, left = segments(one, Side.RIGHT), segments(one, Side.LEFT)
    for joint, (x_m, y_m, z_m) in right.items():
        side, _, part = joint.partition("_")
        mirrored = Joint(f"{Side(side).other}_{part}") if part else joint
        assert left[mirrored] == pytest.approx((x_m, y_m, -z_m))


@pytest.mark.parametrize(("name", "one"), EVERY_POSE)
def test_planted_feet_are_near_the_floor_and_knees_above_it(name: str, one: KeyPose) -> None:
    if one.orientation is Orientation.FLOOR_SITTING:
        found = segments(one, Side.RIGHT)
        assert -0.13 < found[Joint.RIGHT_ANKLE][1] < 0.05, "hip joints are 9 cm above the floor"
        assert -0.20 < found[Joint.RIGHT_HAND][1] < 0.0
    if name == "lying-internal-rotation":
        found = segments(one, Side.RIGHT)
        assert -0.05 < found[Joint.RIGHT_ANKLE][1] < 0.05


@pytest.mark.parametrize("name", ["twisted-legs", "lying-internal-rotation"])
def test_the_crossing_ankle_rests_on_the_thigh_above_the_knee(name: str) -> None:
    found = segments(CATALOGUE.exercises[name].end_pose, Side.RIGHT)
    hip, knee = found[Joint.RIGHT_HIP], found[Joint.RIGHT_KNEE]
    resting = tuple(h + 0.78 * (k - h) for h, k in zip(hip, knee, strict=True))
    assert dist(found[Joint.LEFT_ANKLE], resting) < 0.12
    assert found[Joint.LEFT_ANKLE][1] > resting[1] - 0.02


def test_in_the_clamshell_the_feet_stay_together_and_in_the_reverse_clam_the_knees() -> None:
    clam = segments(CATALOGUE.exercises["clamshell"].end_pose, Side.RIGHT)
    assert dist(clam[Joint.RIGHT_ANKLE], clam[Joint.LEFT_ANKLE]) < 0.25
    assert clam[Joint.RIGHT_KNEE][1] - clam[Joint.LEFT_KNEE][1] > 0.3
    reverse = segments(CATALOGUE.exercises["reverse-clam"].end_pose, Side.RIGHT)
    assert dist(reverse[Joint.RIGHT_KNEE], reverse[Joint.LEFT_KNEE]) < 0.2
    assert reverse[Joint.RIGHT_ANKLE][1] - reverse[Joint.LEFT_ANKLE][1] > 0.25


angles = st.builds(
    LegAngles,
    hip_flexion_deg=st.floats(-20, 125),
    hip_adduction_deg=st.floats(-50, 30),
    hip_internal_rotation_deg=st.floats(-60, 50),
    knee_flexion_deg=st.floats(0, 150),
)


@given(angles, st.sampled_from(list(Orientation)), st.sampled_from(list(Side)))
def test_no_pose_stretches_a_bone(leg: LegAngles, orientation: Orientation, side: Side) -> None:
    reference = segments(pose(STRAIGHT), Side.RIGHT)
    found = segments(pose(leg, orientation), side)
    for one, other in BONES:
        expected = dist(reference[one], reference[other])
        assert dist(found[one], found[other]) == pytest.approx(expected, abs=1e-9)


@given(angles)
def test_rotation_about_the_thigh_leaves_the_knee_where_it_is(leg: LegAngles) -> None:
    turned = leg.model_copy(update={"hip_internal_rotation_deg": 0.0})
    knee = segments(pose(leg), Side.RIGHT)[Joint.RIGHT_KNEE]
    assert segments(pose(turned), Side.RIGHT)[Joint.RIGHT_KNEE] == pytest.approx(knee)


def test_the_person_right_is_at_the_left_of_a_front_picture() -> None:
    standing = segments(pose(STRAIGHT), Side.RIGHT)
    front = projected(standing, FigureView.FRONT)
    assert front[Joint.RIGHT_HIP][0] < 0 < front[Joint.LEFT_HIP][0]
    assert front[Joint.HEAD][1] > front[Joint.NECK][1] > 0
    seated = segments(pose(bent(0), Orientation.SITTING), Side.RIGHT)
    assert projected(seated, FigureView.SIDE)[Joint.RIGHT_KNEE][0] > 0.3
    lying = segments(pose(STRAIGHT, Orientation.SUPINE), Side.RIGHT)
    assert projected(lying, FigureView.ABOVE)[Joint.HEAD][1] > 0.5
