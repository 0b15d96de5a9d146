"""Lying and standing bodies: their truth, random draws and declared clips. No rendering."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rig.body_data import CACHE, WHEEL
from rig.ground.parts import PARTS, supply
from rig.positions.declared import declared
from rig.positions.draws import random_angles
from rig.positions.film import position_angles, truth_record
from rig.positions.ground import GROUND
from rig.positions.posing import PositionAngles, take_position
from rig.positions.recordings import FAULTS, random_recording
from rig.positions.scene import POSITIONS, LegShape, PositionPosture
from rig.positions.stage import position_truth
from rig.protocol import HOLD, script
from rig.scene import SIDES, Body, Posture
from rig.skeleton import figure

pytestmark = pytest.mark.skipif(
    not (CACHE / WHEEL).exists(), reason="body data not fetched; run `python -m rig speed` once"
)
GOOD = 4
FLEXION_DEG = {"prone": 0.0, "supine": 90.0, "standing": 86.0}
turns = st.floats(-50, 50)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(POSITIONS), st.sampled_from(SIDES), turns, turns, st.floats(-12, 12),
    st.floats(-180, 180), st.floats(0, 12),
)  # fmt: skip
def test_rotation_since_rest_is_the_one_asked_for_whatever_the_pelvis_and_the_thigh_do(
    position, tested, left, right, pelvis, heading, spread
):
    bent = LegShape(FLEXION_DEG[position], spread, 90.0)
    posture = PositionPosture(tested, bent, heading_deg=heading, trunk_follow=0.5)

    def true_deg(angles: PositionAngles) -> float:
        posed = take_position(figure(Body()), position, posture, angles)
        truth = position_truth(position, posed, angles)
        return float(getattr(truth, f"hip_rotation_{tested}_deg"))

    asked = left if tested == "left" else right
    turned = true_deg(PositionAngles(left, right, pelvis, trunk_deg=2.0))
    assert turned - true_deg(PositionAngles()) == pytest.approx(asked, abs=0.05)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_positive_tilt_lifts_the_left_side_and_the_thorax_follows_its_share(position):
    def rise(joint: str, follow: float) -> float:
        posture = PositionPosture(trunk_follow=follow)
        posed = take_position(figure(Body()), position, posture, PositionAngles(pelvis_deg=8.0))
        return float(posed.joints[f"Left{joint}"][1] - posed.joints[f"Right{joint}"][1])

    level = take_position(figure(Body()), position, PositionPosture(), PositionAngles())
    own = float(level.joints["LeftArm"][1] - level.joints["RightArm"][1])
    assert rise("UpLeg", 0.0) > 0.015
    assert rise("Arm", 0.0) == pytest.approx(own, abs=1e-6)
    assert rise("Arm", 1.0) > own + 0.03


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("part", PARTS)
def test_a_recording_depends_on_its_number_alone_and_on_nothing_of_another_part(position, part):
    scene = random_recording(position, part, GOOD, 2, seed=5)
    assert scene == random_recording(position, part, GOOD, 2, seed=5)
    assert scene != random_recording(position, part, GOOD, 3, seed=5)
    assert scene.body in supply(part).bodies
    assert scene.room in supply(part).rooms
    assert scene.look.skin in supply(part).wardrobe.skins


@pytest.mark.parametrize("position", POSITIONS)
def test_faultless_ones_come_first_and_then_every_fault_shows_itself(position):
    scenes = [random_recording(position, "held", GOOD, k, 5) for k in range(GOOD + len(FAULTS))]
    assert [scene.refusal for scene in scenes] == [None] * GOOD + list(FAULTS)
    faultless, spoilt = scenes[:GOOD], dict(zip(FAULTS, scenes[GOOD:], strict=True))
    assert all(abs(scene.protocol.hike_deg) <= 4 for scene in faultless)
    assert all({m.direction for m in s.protocol.movements} == {"internal", "external"}
               for s in faultless)  # fmt: skip
    assert abs(spoilt["pelvis_tilts"].protocol.hike_deg) >= 7
    assert abs(spoilt["wrong_way_round"].posture.heading_deg) > 90
    assert abs(spoilt["thigh_swings"].posture.stray_abduction_deg) >= 9
    down_deg = -spoilt["camera_height"].camera.pitch_deg
    assert down_deg > 32 if position == "standing" else down_deg < 21


def test_what_a_recording_is_judged_by_is_the_mean_of_its_holds_since_rest():
    scene = random_recording("prone", "held", GOOD, 0, seed=5)
    plan = script(scene.protocol, Posture())
    times_s = [k / scene.camera.fps for k in range(round(plan.end_s * scene.camera.fps))]
    truths = []
    for time_s in times_s:
        angles = position_angles(plan, time_s, scene.posture)
        posed = take_position(figure(scene.body), "prone", scene.posture, angles)
        truths.append(position_truth("prone", posed, angles))
    record = truth_record(scene, plan, times_s, truths)
    frames = record["frames"]
    turned = np.array(frames[f"hip_rotation_{scene.posture.tested}_deg"])
    phase = np.array(frames["phase"])
    for expected, movement in zip(record["expected"], scene.protocol.movements, strict=True):
        sign = 1 if movement.direction == "internal" else -1
        held = (
            turned[(phase == HOLD) & (np.sign(turned) == sign)] - turned[phase == "neutral"].mean()
        )
        assert expected["value_deg"] == pytest.approx(held.mean(), abs=0.3)
        assert expected["value_deg"] == pytest.approx(sign * np.mean(movement.ends_deg), abs=2.0)


def test_stills_draw_the_trunk_apart_from_the_pelvis():
    random = np.random.default_rng(1)
    drawn = [random_angles(random, "supine", "left", neutral=False) for _ in range(800)]
    pelvis, trunk = np.array([[a.pelvis_deg, a.trunk_deg] for a in drawn]).T
    assert abs(np.corrcoef(pelvis, trunk)[0, 1]) < 0.1
    assert 0.1 < (np.abs(pelvis) > 3).mean() < 0.3


def test_parts_of_the_ground_share_no_seed_and_clips_have_names_of_their_own():
    assert len({(share.position, share.seed) for share in GROUND}) == len(GROUND)
    assert {(share.position, share.part) for share in GROUND} == {
        (position, part) for position in POSITIONS for part in ("fit", "held", "final")
    }
    names = [scene.name for scene in declared()]
    assert len(set(names)) == len(names)
