"""The rig's truth, against independent derivations: no rendering."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rig.body_data import CACHE, WHEEL
from rig.pose import Angles, sit
from rig.protocol import HOLD, angles_at, script
from rig.rotations import X, Y, Z
from rig.scene import Body, Movement, Posture, Protocol
from rig.skeleton import figure
from rig.truth import expected_readings, truth_of

pytestmark = pytest.mark.skipif(
    not (CACHE / WHEEL).exists(), reason="body data not fetched; run `python -m rig speed` once"
)

BODIES = (Body(), Body(sex=0.0, age_years=60, weight=0.7, height=0.5))
FROM_HORIZONTAL = Posture(abduction_deg=0.0)
rotation = st.floats(-60, 60)
hike = st.floats(-12, 12)
postures = st.builds(
    Posture,
    hip_flexion_deg=st.floats(75, 100),
    knee_flexion_deg=st.floats(70, 110),
    abduction_deg=st.floats(0, 20),
    trunk_follow=st.floats(0, 1),
)


def joints(body: Body, posture: Posture, angles: Angles) -> dict[str, np.ndarray]:
    return sit(figure(body), posture, angles).joints


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(BODIES), postures, rotation, rotation, hike)
def test_truth_from_joint_centres_is_the_rotation_asked_for(body, posture, left, right, tilt):
    """Measured from posed joints alone, rotation is what was asked for, to 0.05 degrees."""
    asked = Angles(rotation_left_deg=left, rotation_right_deg=right, hike_deg=tilt)
    truth = truth_of(sit(figure(body), posture, asked))
    assert truth.hip_rotation_left_deg == pytest.approx(left, abs=0.05)
    assert truth.hip_rotation_right_deg == pytest.approx(right, abs=0.05)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(BODIES), postures, rotation, rotation)
def test_rotation_is_the_turn_of_the_ankle_about_the_thigh(body, posture, start, end):
    """Independent of any frame: the ankle's arc about the hip-knee line, from its chord."""
    before = joints(body, posture, Angles(rotation_left_deg=start))
    after = joints(body, posture, Angles(rotation_left_deg=end))
    hip, knee = before["LeftUpLeg"], before["LeftLeg"]
    axis = (knee - hip) / np.linalg.norm(knee - hip)
    offset = before["LeftFoot"] - knee
    radius = np.linalg.norm(offset - (offset @ axis) * axis)
    chord = np.linalg.norm(after["LeftFoot"] - before["LeftFoot"])
    turned_deg = 2 * np.degrees(np.arcsin(min(1.0, float(chord / (2 * radius)))))
    assert turned_deg == pytest.approx(abs(end - start), abs=0.05)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(BODIES), postures, rotation)
def test_turning_a_leg_moves_neither_hip_nor_knee(body, posture, angle):
    """The turn is about the hip-knee line, so the knee does not wander."""
    still, turned = (
        joints(body, posture, Angles()),
        joints(body, posture, Angles(rotation_right_deg=angle)),
    )
    for name in ("RightUpLeg", "RightLeg", "LeftFoot"):
        np.testing.assert_allclose(turned[name], still[name], atol=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(BODIES), rotation, hike)
def test_with_thighs_straight_ahead_tilt_is_rotation_plus_hike(body, angle, tilt):
    """Left and right see the same hike with opposite signs."""
    asked = Angles(rotation_left_deg=angle, rotation_right_deg=angle, hike_deg=tilt)
    truth = truth_of(sit(figure(body), FROM_HORIZONTAL, asked))
    assert truth.shank_tilt_left_deg == pytest.approx(angle + tilt, abs=0.05)
    assert truth.shank_tilt_right_deg == pytest.approx(angle - tilt, abs=0.05)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(BODIES), postures, hike)
def test_hike_is_the_tilt_of_the_hip_line(body, posture, tilt):
    """From the two hip centres; the rest pose's own hip line may be off level by a hair."""
    level = truth_of(sit(figure(body), posture, Angles())).pelvis_hike_deg
    truth = truth_of(sit(figure(body), posture, Angles(hike_deg=tilt)))
    assert truth.pelvis_hike_deg - level == pytest.approx(tilt, abs=0.05)


@pytest.mark.parametrize("body", BODIES)
def test_internal_rotation_moves_the_foot_outward(body):
    """Knee bent: internal rotation is foot outward, on both sides."""
    still = joints(body, Posture(), Angles())
    moved = joints(body, Posture(), Angles(rotation_left_deg=20, rotation_right_deg=20))
    assert moved["LeftFoot"] @ X > still["LeftFoot"] @ X
    assert moved["RightFoot"] @ X < still["RightFoot"] @ X


@pytest.mark.parametrize("body", BODIES)
def test_at_neutral_thighs_are_level_shanks_hang_and_feet_clear_the_floor(body):
    j = joints(body, Posture(), Angles())
    for side in ("Left", "Right"):
        thigh, shank = j[f"{side}Leg"] - j[f"{side}UpLeg"], j[f"{side}Foot"] - j[f"{side}Leg"]
        assert abs(thigh @ Y) < 1e-6
        assert thigh @ Z > 0.3
        np.testing.assert_allclose(shank / np.linalg.norm(shank), -Y, atol=1e-6)
        assert 0.05 < j[f"{side}ToeBase"] @ Y < 0.3


@settings(deadline=None, max_examples=30)
@given(postures, rotation, hike)
def test_segment_lengths_never_change(posture, angle, tilt):
    body = figure(BODIES[0])
    j = sit(body, posture, Angles(rotation_left_deg=angle, hike_deg=tilt)).joints
    for a, b in (("LeftUpLeg", "LeftLeg"), ("LeftLeg", "LeftFoot"), ("RightArm", "RightForeArm")):
        assert np.linalg.norm(j[b] - j[a]) == pytest.approx(body.bone_length(a, b), abs=1e-9)


def test_expected_readings_are_the_held_angles():
    """What the truth file calls the reading is what the person was asked to hold."""
    protocol = Protocol(
        movements=(
            Movement("right", "internal", (30.0, 32.0)),
            Movement("left", "external", (40.0,)),
        ),
        tremor_deg=0.0,
        sway_deg=0.0,
    )
    plan = script(protocol, Posture())
    times_s = list(np.arange(0, plan.end_s, 1 / 15))
    truths = [truth_of(sit(figure(Body()), Posture(), angles_at(plan, t))) for t in times_s]
    first, second = expected_readings(plan, times_s, truths)
    assert (first["side"], first["direction"], first["repeats_deg"]) == (
        "right",
        "internal",
        [30.0, 32.0],
    )
    assert (second["side"], second["value_deg"]) == ("left", -40.0)


def test_a_hike_coupled_with_the_movement_leaves_the_rotation_and_adds_to_the_tilt():
    """Either side, either way: the cheat makes the shank swing further than the hip turns."""
    for side in ("left", "right"):
        for direction, sign in (("internal", 1), ("external", -1)):
            protocol = Protocol(
                movements=(Movement(side, direction, (30.0,)),),  # type: ignore[arg-type]
                hike_deg=8.0,
                tremor_deg=0,
                sway_deg=0,
            )
            plan = script(protocol, FROM_HORIZONTAL)
            hold = next(s for s in plan.stretches if s.phase == HOLD)
            truth = truth_of(
                sit(
                    figure(Body()),
                    FROM_HORIZONTAL,
                    angles_at(plan, (hold.start_s + hold.end_s) / 2),
                )
            )
            assert getattr(truth, f"hip_rotation_{side}_deg") == pytest.approx(sign * 30, abs=0.05)
            assert getattr(truth, f"shank_tilt_{side}_deg") == pytest.approx(sign * 38, abs=0.05)
            other = "right" if side == "left" else "left"
            assert getattr(truth, f"shank_tilt_{other}_deg") == pytest.approx(0, abs=0.05)
