"""Recordings of the proving ground: what they are labelled with is what they show."""

import json

import numpy as np
import pytest

from rig.body_data import CACHE, WHEEL
from rig.film import frame_times, truth_record
from rig.ground.derive import Change, derived_truth, frames_shown
from rig.ground.faults import FAULTS
from rig.ground.parts import supply
from rig.ground.recordings import SPOILT_EVERY, takes, takes_anew
from rig.ground.whole import sizes
from rig.lens import place
from rig.pose import Angles, sit
from rig.protocol import HOLD, angles_at, script
from rig.scene import Camera, Movement, Posture, Protocol, Scene
from rig.skeleton import LANDMARKS, figure
from rig.stage import looked_at
from rig.truth import truth_of

pytestmark = pytest.mark.skipif(
    not (CACHE / WHEEL).exists(), reason="body data not fetched; run `python -m rig speed` once"
)
PLAIN = Change(fps=10.0, height_px=240, crf=30, blur_px=0.0, noise=0.0, smear=0.0)
TEST = Protocol(
    movements=(Movement("left", "internal", (30.0, 33.0), (4.0, 3.0)),),
    neutral_s=1.0,
    hold_s=1.0,
    speed_deg_s=60.0,
)


@pytest.fixture(scope="module")
def held():
    """Enough of a part to see every fault once."""
    return takes("held", SPOILT_EVERY * len(FAULTS), seed=8)


@pytest.fixture(scope="module")
def truth():
    """A truth file's content without a film."""
    scene = Scene("base", protocol=TEST, camera=Camera(fps=20.0, yaw_deg=10, roll_deg=3))
    plan = script(scene.protocol, scene.posture)
    times_s = frame_times(scene, plan)
    posed = [sit(figure(scene.body), scene.posture, angles_at(plan, t)) for t in times_s]
    middle, knee_height_m = looked_at(figure(scene.body), scene.posture)
    lens = place(scene.camera, middle, knee_height_m)
    marks = [{"left_knee": lens.pixels(p.joints["LeftLeg"][None])[0].tolist()} for p in posed]
    record = truth_record(scene, plan, times_s, [truth_of(p) for p in posed], marks)
    return json.loads(json.dumps(record))


def neutral_pixels(scene: Scene, bone: str) -> np.ndarray:
    """Both sides' joint centres at rest, (2, 2)."""
    shape = figure(scene.body)
    lens = place(scene.camera, *looked_at(shape, scene.posture))
    joints = sit(shape, scene.posture, Angles()).joints
    return lens.pixels(np.array([joints[f"{side}{bone}"] for side in ("Left", "Right")]))


def test_an_overshoot_is_not_the_truth_of_the_hold(truth):
    turned = np.array(truth["frames"]["hip_rotation_left_deg"])
    reading = truth["expected"][0]
    assert turned.max() > 35.5
    assert reading["repeats_deg"] == pytest.approx([30.0, 33.0], abs=0.5)
    past = turned[np.array(truth["frames"]["phase"]) == "settle"]
    assert past.max() > 32.5


@pytest.mark.parametrize(
    ("fps", "new_fps", "start"),
    [
        (20, 10, [0, 2, 4, 6]),
        (15, 30, [0, 0, 1, 1, 2]),
        (15, 10, [0, 1, 3, 4, 6]),
        (15, 15, [0, 1]),
    ],
)
def test_each_moment_shows_the_last_frame_that_had_been_taken(fps, new_fps, start):
    shown = frames_shown(90, fps, new_fps)
    assert shown[: len(start)].tolist() == start
    assert len(shown) == 90 * new_fps // fps
    late_s = np.arange(len(shown)) / new_fps - shown / fps
    assert (late_s > -1e-9).all()
    assert (late_s < 1 / fps).all()


def test_derived_truth_is_the_bases_at_the_frames_shown(truth):
    shown = frames_shown(len(truth["frames"]["time_s"]), 20.0, PLAIN.fps)
    derived = derived_truth(truth, "base", "base_a", shown, PLAIN)
    frames = derived["frames"]
    assert frames["hip_rotation_left_deg"] == truth["frames"]["hip_rotation_left_deg"][::2]
    assert frames["phase"] == truth["frames"]["phase"][::2]
    assert np.diff(frames["time_s"]) == pytest.approx(0.1)
    held = [
        angle
        for angle, phase, repeat in zip(
            frames["hip_rotation_left_deg"], frames["phase"], frames["repeat"], strict=True
        )
        if phase == HOLD and repeat == 2
    ]
    assert derived["expected"][0]["repeats_deg"][1] == pytest.approx(np.mean(held), abs=2e-3)
    assert (derived["base"], derived["derived"]["fps"]) == ("base", 10.0)


def test_derived_landmarks_are_where_the_smaller_camera_sees_them(truth):
    shown = frames_shown(len(truth["frames"]["time_s"]), 20.0, PLAIN.fps)
    derived = derived_truth(truth, "base", "base_a", shown, PLAIN)
    scene = Scene.from_dict(derived["scene"])
    assert (scene.camera.width_px, scene.camera.height_px, scene.camera.fps) == (320, 240, 10.0)
    plan = script(scene.protocol, scene.posture)
    shape = figure(scene.body)
    lens = place(scene.camera, *looked_at(shape, scene.posture))
    for k in (0, 15, 30):
        posed = sit(shape, scene.posture, angles_at(plan, derived["frames"]["time_s"][k]))
        expected = lens.pixels(posed.joints["LeftLeg"][None])[0]
        assert derived["landmarks_px"]["left_knee"][k] == pytest.approx(expected, abs=0.02)


def test_smearing_mixes_the_truth_as_it_mixes_pictures(truth):
    change = Change(20.0, 480, 30, 0.0, 0.0, smear=0.4)
    shown = frames_shown(len(truth["frames"]["time_s"]), 20.0, 20.0)
    mixed = derived_truth(truth, "base", "base_a", shown, change)["frames"]["shank_tilt_left_deg"]
    plain = truth["frames"]["shank_tilt_left_deg"]
    assert mixed[0] == plain[0]
    assert mixed[25] == pytest.approx(0.6 * plain[25] + 0.4 * plain[24], abs=1e-3)


def test_every_fourth_recording_shows_a_fault_and_says_which(held):
    refusals = [take.scene.refusal for take in held]
    assert [r for r in refusals if r] == list(FAULTS)
    assert all((r is not None) == (k % SPOILT_EVERY == 3) for k, r in enumerate(refusals))


def test_what_should_be_read_has_no_fault(held):
    for scene in (take.scene for take in held if take.scene.refusal is None):
        assert abs(scene.protocol.hike_deg) <= 2.5
        assert abs(scene.camera.yaw_deg) <= 18
        assert (scene.protocol.neutral_s, scene.bystander) == (2.0, None)
        assert scene.protocol.resting_left_deg == scene.protocol.resting_right_deg == 0
        assert len(scene.protocol.movements) == 4
        assert all(len(m.ends_deg) >= 2 for m in scene.protocol.movements)
        size = [scene.camera.width_px, scene.camera.height_px]
        for bone in LANDMARKS.values():
            pixels = neutral_pixels(scene, bone)
            assert (pixels > 0).all()
            assert (pixels < size).all()


def test_every_fault_is_there_to_be_seen(held):
    by_fault = {take.scene.refusal: take.scene for take in held}
    assert 6 <= abs(by_fault["pelvis_hike"].protocol.hike_deg) <= 10
    assert 32 <= abs(by_fault["camera_to_the_side"].camera.yaw_deg) <= 50
    resting = by_fault["resting_offset"].protocol
    assert 9 <= abs(resting.resting_left_deg + resting.resting_right_deg) <= 15
    assert by_fault["no_neutral"].protocol.neutral_s == 0
    cut = by_fault["legs_not_visible"]
    assert (neutral_pixels(cut, "Foot")[:, 1] > cut.camera.height_px).all()
    crowded = by_fault["several_people"]
    other = crowded.bystander
    assert other is not None
    assert other.body != crowded.body
    lens = place(crowded.camera, *looked_at(figure(crowded.body), crowded.posture))
    x, y = lens.pixels(np.array([[other.x_m, 1.0, other.z_m]]))[0]
    assert 0 < x < crowded.camera.width_px
    assert 0 < y < crowded.camera.height_px


def test_recordings_are_the_same_every_time(held):
    assert takes("held", 3, seed=8) == held[:3]
    assert takes("held", 3, seed=9) != held[:3]


def test_a_person_set_up_anew_keeps_hips_and_clothes_but_not_the_camera():
    anew = list(takes_anew("held", 2, 3, seed=1))
    assert [take.person for take in anew] == ["held_00"] * 3 + ["held_01"] * 3
    one = [take.scene for take in anew[:3]]
    assert len({(s.body, s.look) for s in one}) == 1
    assert len({s.room for s in one}) > 1
    assert len({(s.camera, s.posture) for s in one}) == 3
    assert {s.body for s in one} <= set(supply("held").bodies)
    ranges = [
        {(m.side, m.direction): np.mean(m.ends_deg) for m in s.protocol.movements} for s in one
    ]
    for which, end_deg in ranges[0].items():
        assert ranges[1][which] == pytest.approx(end_deg, abs=4.0)


def test_the_body_moves_along_only_as_far_as_the_protocol_says():
    still = script(Protocol(TEST.movements, tremor_deg=0, sway_deg=0), Posture())
    hold = next(s for s in still.stretches if s.phase == HOLD)
    middle_s = (hold.start_s + hold.end_s) / 2
    alone = angles_at(still, middle_s)
    assert (alone.lean_deg, alone.slide_m, alone.rotation_right_deg) == (0, 0, 0)
    loose = Protocol(
        TEST.movements,
        tremor_deg=0,
        sway_deg=0,
        lean_with_deg=5,
        slide_with_m=0.01,
        idle_follow=0.1,
    )
    along = angles_at(script(loose, Posture()), middle_s)
    assert along.lean_deg == pytest.approx(5)
    assert along.slide_m == pytest.approx(0.01)
    assert along.rotation_right_deg == pytest.approx(3)
    assert along.rotation_left_deg == alone.rotation_left_deg == pytest.approx(30)


def test_the_declared_ground_is_large_enough_to_show_something():
    declared = sizes()
    stills, filmed = declared["stills"], declared["recordings"]
    assert stills["fit"] + stills["held"] >= 3000
    assert min(filmed[part] for part in ("held", "final2")) >= 2 * SPOILT_EVERY
    assert declared["again"]["people"] >= 2
    assert declared["again"]["setups"] >= 3
