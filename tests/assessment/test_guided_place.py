"""Before the test: one remark at a time, in plain words, until the person sits well."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from coxa.assessment.guided import (
    GuidedState,
    Phase,
    Press,
    Remark,
    Told,
    Watcher,
    plan_of,
    view,
)
from coxa.capture import LiveCapture
from coxa.quantities import Side
from coxa.records import Landmark
from coxa.wording import SENTENCES, say
from tests.live_sitter import Person, Pose, Wire, guided
from tests.synthetic_body import Camera, Sitter

RIGHT = plan_of(Side.RIGHT)


def remark_of(pose: Pose | None = None, camera: Camera | None = None) -> Remark | None:
    wire = Wire(camera=camera or Camera())
    capture = LiveCapture(*wire.camera.size_px)
    watcher = Watcher(*wire.camera.size_px, model="perfect")
    look = None
    for index in range(3):
        frame = capture.take(wire.packet(index / 10, pose or Pose(), counted=True))
        assert frame is not None
        look = watcher.look(frame)
    assert look is not None
    return look.remark


def remark_at(*frames_s: float) -> Remark | None:
    """What is said to somebody who sits well, after frames at these times."""
    wire = Wire()
    capture, watcher = LiveCapture(640, 640), Watcher(640, 640, model="perfect")
    look = None
    for time_s in frames_s:
        frame = capture.take(wire.packet(time_s, Pose(), counted=True))
        assert frame is not None
        look = watcher.look(frame)
    assert look is not None
    return look.remark


def every(between_s: float, until_s: float) -> tuple[float, ...]:
    return tuple(between_s * k for k in range(int(until_s / between_s)))


@pytest.mark.parametrize(
    ("between_s", "remark"), [(1 / 30, None), (0.1, None), (0.125, None), (0.33, Remark.TOO_SLOW)]
)
def test_too_few_frames_a_second_are_told(between_s: float, remark: Remark | None) -> None:
    assert remark_at(*every(between_s, 6)) is remark


def test_a_short_hitch_or_a_pause_is_not_taken_for_a_slow_device() -> None:
    quick = every(0.05, 4)
    assert remark_at(*quick, 4.4, 4.45) is None
    assert remark_at(*quick, 60.0, 60.05) is None


def test_who_sits_well_gets_no_remark() -> None:
    assert remark_of() is None
    for distance_m in (2.0, 2.5, 3.0, 4.0):
        assert remark_of(camera=Camera(distance_m=distance_m, height_m=0.8)) is None


@pytest.mark.parametrize(
    ("remark", "pose"),
    [
        (Remark.NOBODY, Pose(there=False)),
        (Remark.NOBODY, Pose(missing=(Landmark.RIGHT_HIP,))),
        (Remark.SEVERAL, Pose(people=2)),
        (Remark.KNEES_HIDDEN, Pose(hidden=(Landmark.LEFT_KNEE,))),
        (Remark.ANKLES_HIDDEN, Pose(hidden=(Landmark.RIGHT_ANKLE,))),
        (Remark.NOT_SEATED, Pose(standing=True)),
        (Remark.NOT_IN_THE_MIDDLE, Pose(shift_m=0.85)),
        (Remark.LEANING, Pose(left_deg=-9, right_deg=9)),
    ],
)
def test_what_is_wrong_with_the_person_is_seen(remark: Remark, pose: Pose) -> None:
    assert remark_of(pose) is remark


@pytest.mark.parametrize(
    ("remark", "camera"),
    [
        (Remark.TOO_FAR, Camera(distance_m=5.5)),
        (Remark.TOO_NEAR, Camera(distance_m=1.2)),
        (Remark.ANKLES_HIDDEN, Camera(height_m=0.95, pitch_deg=-18)),
        (Remark.CAMERA_LEFT, Camera(yaw_deg=26)),
        (Remark.CAMERA_RIGHT, Camera(yaw_deg=-26)),
        (Remark.CAMERA_HIGH, Camera(height_m=2.4, pitch_deg=35)),
        (Remark.CAMERA_ROLLED, Camera(roll_deg=14)),
        (Remark.CAMERA_ROLLED, Camera(roll_deg=-14)),
    ],
)
def test_where_the_camera_stands_wrong_is_seen(remark: Remark, camera: Camera) -> None:
    assert remark_of(camera=camera) is remark


def test_in_a_mirrored_picture_the_camera_stands_on_the_other_side() -> None:
    wire = Wire(camera=Camera(yaw_deg=26), mirrored=True)
    capture, watcher = LiveCapture(640, 640), Watcher(640, 640, model="perfect")
    frame = capture.take(wire.packet(0.0, Pose(), counted=True))
    assert frame is not None
    look = watcher.look(frame)
    assert look.remark is Remark.CAMERA_RIGHT
    assert look.exchanged().remark is Remark.CAMERA_LEFT
    assert look.exchanged().exchanged() == look


def test_every_remark_has_a_sentence() -> None:
    for remark in Remark:
        assert SENTENCES[f"live_{remark.value}"]


def arriving(t_s: float, person: Person, state: GuidedState) -> None:
    """Somebody walks in, sits down, and straightens up."""
    person.pose.there = t_s > 5
    person.pose.standing = t_s < 12
    person.pose.shift_m = max(0.0, 1.0 - t_s / 15)
    if t_s > 15:
        person.pose.shift_m = 0.0


def test_walking_in_and_sitting_down_is_led_and_nothing_of_it_is_counted() -> None:
    run = guided(RIGHT, fps=10, meddle=arriving)
    assert run.words[:3] == ["live_sit_down", "live_nobody", "live_not_seated"]
    assert run.state.phase is Phase.DONE
    assert run.state.takes[0].from_s > 14.5
    recording = run.capture.recording(takes=run.state.kept)
    assert recording.duration_s < run.capture.recording().duration_s - 14


def placed(pose_at: Callable[[float, Pose], None], most_s: float) -> list[tuple[float, str]]:
    def meddle(t_s: float, person: Person, state: GuidedState) -> None:
        pose_at(t_s, person.pose)

    return guided(RIGHT, fps=10, meddle=meddle, most_s=most_s).person.heard


def test_a_remark_is_said_again_only_after_a_while() -> None:
    def hidden(t_s: float, pose: Pose) -> None:
        pose.hidden = (Landmark.LEFT_ANKLE,)

    heard = placed(hidden, 24)
    times_s = [t_s for t_s, name in heard if name == "live_ankles_hidden"]
    assert len(times_s) == 3
    assert all(later - earlier > 7.9 for earlier, later in pairwise(times_s))


def test_remarks_that_flicker_are_not_said() -> None:
    def flicker(t_s: float, pose: Pose) -> None:
        pose.hidden = (Landmark.LEFT_ANKLE,) if int(t_s * 2) % 2 else (Landmark.LEFT_KNEE,)

    assert [name for _, name in placed(flicker, 20)] == ["live_sit_down"]


def test_the_screen_shows_the_one_remark_and_its_end() -> None:
    def far(t_s: float, person: Person, state: GuidedState) -> None:
        person.pose.standing = t_s < 8

    run = guided(RIGHT, fps=10, meddle=far, most_s=14)
    remarks = [view(state).remark for state in run.states]
    ids = [remark.id for remark in remarks if remark is not None]
    assert set(ids) == {"live_not_seated"}
    assert say(remarks[60]) == SENTENCES["live_not_seated"]  # type: ignore[arg-type]
    assert remarks[-1] is None


def test_a_remark_about_the_camera_can_be_overlooked_but_nobody_cannot() -> None:
    def skip(t_s: float, person: Person, state: GuidedState) -> Told | None:
        return Told(t_s, Press.SKIP) if state.remark is not None else None

    high = Wire(camera=Camera(roll_deg=14))
    run = guided(RIGHT, fps=10, wire=high, meddle=skip, most_s=12)
    assert run.state.overlooked == (Remark.CAMERA_ROLLED,)
    assert run.state.phase is not Phase.PLACE

    def gone(t_s: float, person: Person, state: GuidedState) -> Told | None:
        person.pose.there = False
        return skip(t_s, person, state)

    assert guided(RIGHT, fps=10, meddle=gone, most_s=12).state.phase is Phase.PLACE


def test_who_gets_up_before_raising_the_hand_is_placed_once_more() -> None:
    def up(t_s: float, person: Person, state: GuidedState) -> None:
        person.lowered_s = 0.0
        person.pose.right_hand = t_s > 12
        person.pose.standing = 4 < t_s < 9

    run = guided(RIGHT, fps=10, meddle=up, most_s=16)
    phases = [state.phase for state in run.states]
    first_hand = phases.index(Phase.RAISE_HAND)
    assert Phase.PLACE in phases[first_hand:]
    assert phases[-1] is Phase.NEUTRAL


@pytest.mark.parametrize(("side", "deg"), [("left", 8.0), ("right", 8.0)])
def test_a_leg_held_aside_is_asked_to_hang(side: str, deg: float) -> None:
    def aside(t_s: float, person: Person, state: GuidedState) -> None:
        person.target = None
        setattr(person.pose, f"{side}_deg", deg if t_s < 16 else 0.0)

    run = guided(RIGHT, fps=10, meddle=aside, most_s=22)
    assert f"live_not_hanging_{side}" in run.words
    assert len(run.state.takes) == 1
    assert run.state.takes[0].from_s > 15


def test_a_restless_leg_is_no_zero() -> None:
    def restless(t_s: float, person: Person, state: GuidedState) -> None:
        person.pose.left_deg = 4.0 if int(t_s) % 2 else 0.0

    run = guided(RIGHT, fps=10, meddle=restless, most_s=30)
    assert run.state.takes == ()
    assert run.words.count("live_hang_still") >= 2


def test_whoever_slides_about_on_the_seat_is_not_still() -> None:
    def sliding(t_s: float, person: Person, state: GuidedState) -> None:
        person.pose.shift_m = 0.1 * abs(t_s % 4 - 2)

    assert guided(RIGHT, fps=10, meddle=sliding, most_s=30).state.takes == ()


def test_thighs_that_slope_a_little_are_fine() -> None:
    wire = Wire(sitter=Sitter(abduction_deg=4), camera=Camera(height_m=0.8, pitch_deg=5))
    assert guided(RIGHT, fps=10, wire=wire, most_s=10).state.phase is not Phase.PLACE
