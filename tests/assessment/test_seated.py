"""The seated test on landmarks of a synthetic body: geometry only, no pose model."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from coxa.assessment import assess
from coxa.capture import PoseRecording
from coxa.quantities import Direction, Side
from coxa.records import Landmark, Measurement, Reading
from coxa.wording import say
from tests.synthetic_body import Camera, Script, Sitter, film, repeats


def only_reading(measurement: Measurement) -> Reading:
    (reading,) = measurement.readings
    return reading


def reasons(measurement: Measurement) -> set[str]:
    for reading in measurement.readings:
        for reason in reading.reasons:
            assert say(reason)
    return {reason.id for reading in measurement.readings for reason in reading.reasons}


RIGHT_IN = Script(right_deg=repeats(34))
STRAIGHT = Sitter(abduction_deg=0)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("direction", list(Direction))
def test_each_side_and_direction_is_read_with_its_sign(side: Side, direction: Direction) -> None:
    end_deg = direction.sign * 31
    curve = repeats(end_deg)
    script = Script(right_deg=curve) if side is Side.RIGHT else Script(left_deg=curve)
    reading = only_reading(assess(film(script, sitter=STRAIGHT, noise_px=1.0)))
    assert (reading.side, reading.direction, reading.accepted) == (side, direction, True)
    assert reading.value_deg == pytest.approx(end_deg, abs=1.5)
    assert reading.error95_deg is not None
    assert len(reading.repeats_deg) == 3


@pytest.mark.parametrize("roll_deg", [-10, 10])
def test_a_rolled_camera_changes_nothing(roll_deg: float) -> None:
    level = only_reading(assess(film(RIGHT_IN))).value_deg
    rolled = only_reading(assess(film(RIGHT_IN, camera=Camera(roll_deg=roll_deg)))).value_deg
    assert level is not None
    assert rolled == pytest.approx(level, abs=0.5)


@pytest.mark.parametrize(
    "camera",
    [
        Camera(yaw_deg=20, height_m=0.95),
        Camera(yaw_deg=-20, height_m=0.95),
        Camera(height_m=1.2, pitch_deg=15),
        Camera(distance_m=4.0, roll_deg=5),
    ],
)
def test_a_camera_a_little_off_is_read_within_its_error(camera: Camera) -> None:
    reading = only_reading(assess(film(RIGHT_IN, sitter=STRAIGHT, camera=camera, noise_px=1.0)))
    assert reading.value_deg is not None
    assert reading.error95_deg is not None
    assert abs(reading.value_deg - 34) < reading.error95_deg


@pytest.mark.parametrize("yaw_deg", [-45, -32, 32, 45])
def test_a_camera_far_to_the_side_is_refused_and_the_side_named(yaw_deg: float) -> None:
    refused = assess(film(RIGHT_IN, camera=Camera(yaw_deg=yaw_deg)))
    side = "left" if yaw_deg > 0 else "right"
    assert reasons(refused) == {f"camera_to_the_{side}"}
    assert not refused.accepted


def test_a_hiking_pelvis_is_refused_for_the_side_that_moves() -> None:
    rise = repeats(8)
    refused = assess(film(Script(right_deg=repeats(30), right_hike_deg=rise)))
    assert "pelvis_hike" in reasons(refused)
    assert not any(reading.accepted for reading in refused.readings if reading.side == "right")


def test_no_stillness_at_the_start_is_refused() -> None:
    assert reasons(assess(film(Script(right_deg=repeats(34, start_s=0.0))))) == {"no_neutral"}


def test_a_leg_that_does_not_hang_is_refused() -> None:
    turn = repeats(34)
    propped = Script(right_deg=lambda t: max(turn(t), 9.0))
    assert reasons(assess(film(propped))) == {"leg_not_hanging"}


def test_both_legs_leaning_away_from_the_upright_are_refused() -> None:
    turn = repeats(34)
    leaning = Script(right_deg=lambda t: 9 + turn(t), left_deg=lambda _: -9.0)
    assert reasons(assess(film(leaning))) == {"body_not_upright"}


def test_stillness_alone_is_no_test() -> None:
    still = assess(film(Script()))
    assert reasons(still) == {"no_movement"}
    assert len(still.readings) == 4


def test_one_held_repeat_is_too_few_and_two_are_enough() -> None:
    assert reasons(assess(film(Script(right_deg=repeats(34, count=1))))) == {"too_few_holds"}
    assert only_reading(assess(film(Script(right_deg=repeats(34, count=2))))).accepted


def changed(recording: PoseRecording, **changes: object) -> PoseRecording:
    return dataclasses.replace(recording, **changes)  # type: ignore[arg-type]


def test_nobody_in_view_is_refused() -> None:
    recording = film(RIGHT_IN)
    nobody = changed(
        recording,
        image_px=np.full_like(recording.image_px, np.nan),
        score=np.zeros_like(recording.score),
    )
    assert reasons(assess(nobody)) == {"no_person"}


def test_an_empty_recording_is_refused() -> None:
    recording = film(dataclasses.replace(RIGHT_IN, duration_s=0.0))
    assert reasons(assess(recording)) == {"no_person"}


def test_a_second_person_is_refused() -> None:
    recording = film(RIGHT_IN)
    crowd = changed(recording, people=np.where(recording.people > 0, 2, -1).astype(np.int8))
    assert reasons(assess(crowd)) == {"several_people"}


def test_feet_outside_the_picture_are_refused() -> None:
    assert reasons(assess(film(RIGHT_IN, camera=Camera(pitch_deg=20)))) == {"legs_not_visible"}


def test_somebody_standing_is_refused() -> None:
    recording = film(RIGHT_IN)
    standing = recording.image_px.copy()
    for side in ("LEFT", "RIGHT"):
        hip, knee = standing[:, Landmark[f"{side}_HIP"]], standing[:, Landmark[f"{side}_KNEE"]]
        ankle = standing[:, Landmark[f"{side}_ANKLE"]]
        hip[:] = 2 * knee - ankle
        standing[:, Landmark[f"{side}_SHOULDER"]] = hip - (ankle - knee)
    assert reasons(assess(changed(recording, image_px=standing))) == {"not_seated_test"}


def test_frames_in_which_the_model_took_left_for_right_are_put_right() -> None:
    recording = film(RIGHT_IN)
    confused = recording.image_px.copy()
    left = [mark for mark in Landmark if "LEFT" in mark.name]
    right = [Landmark[mark.name.replace("LEFT", "RIGHT")] for mark in left]
    here, there = np.array([*left, *right]), np.array([*right, *left])
    frames = np.arange(0, len(confused), 9)
    confused[np.ix_(frames, here)] = recording.image_px[np.ix_(frames, there)]
    straight = only_reading(assess(recording)).value_deg
    assert straight is not None
    mended = only_reading(assess(changed(recording, image_px=confused)))
    assert mended.value_deg == pytest.approx(straight, abs=0.1)


def test_the_same_recording_gives_the_same_measurement() -> None:
    assert assess(film(RIGHT_IN, noise_px=1)) == assess(film(RIGHT_IN, noise_px=1))


def test_curves_are_thin_and_signed() -> None:
    curves = assess(film(RIGHT_IN, fps=60)).curves
    assert {curve.side for curve in curves} == set(Side)
    (right,) = (curve for curve in curves if curve.side is Side.RIGHT)
    assert len(right.time_s) == len(right.rotation_deg) <= 11 * 20
    assert max(value for value in right.rotation_deg if value is not None) > 30
