"""The lying and standing tests on landmarks of a stick figure: geometry only, no pose model."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from coxa.angles.bent_leg_calibration import bent_leg_calibration, read_by_camera
from coxa.assessment import assess
from coxa.assessment.bent_leg_rules import RULES
from coxa.assessment.error_model import held_error95_deg
from coxa.assessment.stillness import first_stillness
from coxa.capture import PoseRecording
from coxa.catalogue import load_catalogue
from coxa.errors import UsageFault
from coxa.quantities import Direction, Side, Test
from coxa.records import Landmark, Measurement
from coxa.wording import say
from tests.synthetic_body import Camera, Script, film, repeats
from tests.synthetic_positions import CAMERAS, OneLeg

HEAVY = "blazepose-heavy"
TESTS = [test for test in RULES if read_by_camera(test)]
MOST_DEG = 7.0
"""The calibration expects the pose model's own errors, which a stick figure does not make."""


def recorded(
    test: Test,
    side: Side = Side.RIGHT,
    end_deg: float = 30.0,
    *,
    camera: Camera | None = None,
    heading_deg: float = 0.0,
    **script: object,
) -> PoseRecording:
    curve = repeats(end_deg, count=2)
    turning = {"right_deg": curve} if side is Side.RIGHT else {"left_deg": curve}
    return film(
        Script(**{"duration_s": 14.0, **turning, **script}),  # type: ignore[arg-type]
        sitter=OneLeg(test, side, heading_deg=heading_deg),  # type: ignore[arg-type]
        camera=camera or CAMERAS[test],
        noise_px=0.3,
        model=HEAVY,
    )


def reasons(measurement: Measurement) -> set[str]:
    found = [reason for reading in measurement.readings for reason in reading.reasons]
    assert all(say(reason) for reason in found)
    return {reason.id for reason in found}


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("direction", list(Direction))
def test_each_side_and_direction_is_read_with_its_sign(
    test: Test, side: Side, direction: Direction
) -> None:
    measurement = assess(recorded(test, side, direction.sign * 30.0), test)
    (reading,) = measurement.readings
    assert (reading.side, reading.direction, reading.accepted) == (side, direction, True)
    assert reading.value_deg == pytest.approx(direction.sign * 30.0, abs=MOST_DEG)
    assert reading.error95_deg is not None
    assert len(reading.repeats_deg) == 2
    assert measurement.test is test
    assert [curve.side for curve in measurement.curves] == [side]


@pytest.mark.parametrize("test", TESTS)
def test_the_other_way_round_is_refused(test: Test) -> None:
    """Feet, or the back, towards the camera."""
    recording = recorded(test, heading_deg=180.0)
    assert reasons(assess(recording, test)) == {RULES[test].wrong_position}


@pytest.mark.parametrize(
    ("done", "asked"),
    [
        (Test.PRONE, Test.SUPINE_90_90),
        (Test.STANDING, Test.SUPINE_90_90),
        (Test.SUPINE_90_90, Test.STANDING),
        (Test.PRONE, Test.STANDING),
    ],
)
def test_one_test_is_not_taken_for_another(done: Test, asked: Test) -> None:
    assert reasons(assess(recorded(done), asked)) == {RULES[asked].wrong_position}


def test_somebody_sitting_is_not_standing() -> None:
    sitting = film(Script(right_deg=repeats(30, count=2), duration_s=14.0), model=HEAVY)
    assert reasons(assess(sitting, Test.STANDING)) == {"not_standing_test"}


@pytest.mark.parametrize(
    ("test", "pitch_deg", "height_m", "distance_m", "reason"),
    [
        (Test.SUPINE_90_90, 10, 0.6, 2.5, "camera_too_low"),
        (Test.SUPINE_90_90, 68, 2.6, 1.0, "camera_too_high"),
        (Test.STANDING, 45, 3.2, 2.3, "camera_too_high"),
    ],
)
def test_a_camera_too_low_or_too_high_is_refused(
    test: Test, pitch_deg: float, height_m: float, distance_m: float, reason: str
) -> None:
    camera = Camera(pitch_deg=pitch_deg, height_m=height_m, distance_m=distance_m)
    assert reasons(assess(recorded(test, camera=camera), test)) == {reason}


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("aside_deg", [-40, 40])
def test_a_camera_far_to_the_side_is_refused(test: Test, aside_deg: float) -> None:
    found = assess(recorded(test, heading_deg=aside_deg), test)
    assert reasons(found) == {"camera_aside"}


@pytest.mark.parametrize("test", TESTS)
def test_no_stillness_before_the_movement_is_refused(test: Test) -> None:
    moving = recorded(test, right_deg=lambda t: 25 * np.sin(2.2 * t))
    assert reasons(assess(moving, test)) == {"no_still_start"}


@pytest.mark.parametrize("test", TESTS)
def test_stillness_alone_is_no_test(test: Test) -> None:
    assert reasons(assess(recorded(test, end_deg=0.0), test)) == {"no_turning"}


def test_one_held_repeat_is_too_few() -> None:
    once = recorded(Test.SUPINE_90_90, right_deg=repeats(30.0, count=1))
    assert reasons(assess(once, Test.SUPINE_90_90)) == {"too_few_holds"}


def test_feet_outside_the_picture_are_refused() -> None:
    recording = recorded(Test.SUPINE_90_90)
    image_px = recording.image_px.copy()
    image_px[:, Landmark.RIGHT_ANKLE, 1] = -80
    gone = dataclasses.replace(recording, image_px=image_px)
    assert reasons(assess(gone, Test.SUPINE_90_90)) == {"leg_not_visible"}


def test_frames_in_which_the_knee_leapt_are_left_out() -> None:
    recording = recorded(Test.SUPINE_90_90)
    (clean,) = assess(recording, Test.SUPINE_90_90).readings
    image_px = recording.image_px.copy()
    image_px[::7, Landmark.RIGHT_KNEE] = image_px[::7, Landmark.LEFT_KNEE]
    leapt = dataclasses.replace(recording, image_px=image_px)
    (reading,) = assess(leapt, Test.SUPINE_90_90).readings
    assert clean.value_deg is not None
    assert reading.value_deg == pytest.approx(clean.value_deg, abs=1.0)


def test_nobody_is_refused_for_both_sides() -> None:
    recording = recorded(Test.SUPINE_90_90)
    empty = dataclasses.replace(recording, score=np.zeros_like(recording.score))
    measurement = assess(empty, Test.SUPINE_90_90)
    assert reasons(measurement) == {"no_person"}
    assert len(measurement.readings) == 4


def test_a_pose_model_without_a_calibration_gives_no_number() -> None:
    recording = dataclasses.replace(recorded(Test.SUPINE_90_90), model="blazepose-full")
    assert reasons(assess(recording, Test.SUPINE_90_90)) == {"model_not_for_this_test"}


@pytest.mark.parametrize("test", RULES)
def test_the_catalogue_offers_a_camera_where_one_is_read(test: Test) -> None:
    assert load_catalogue().tests[test].camera.reads_degrees == read_by_camera(test)


def test_a_test_that_no_camera_reads_well_enough_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("coxa.assessment.read_by_camera", lambda test: False)
    with pytest.raises(UsageFault, match="test_not_by_camera"):
        assess(recorded(Test.SUPINE_90_90), Test.SUPINE_90_90)


@pytest.mark.parametrize("test", TESTS)
def test_what_is_shipped_was_proven(test: Test) -> None:
    calibration = bent_leg_calibration(test, HEAVY)
    assert calibration is not None
    assert calibration.error_sd_deg <= 4.0


def test_the_error_grows_with_scatter_and_shrinks_with_repeats() -> None:
    steady = held_error95_deg((2.5,), (30.0, 30.5))
    assert held_error95_deg((2.5,), (26.0, 34.0)) > steady > 1.96 * 2.5
    assert held_error95_deg((2.5,), (30.0, 30.5, 30.2)) < steady


def still_start(time_s: np.ndarray, angle_deg: np.ndarray) -> np.ndarray | None:
    return first_stillness(time_s, [angle_deg], still_deg_s=5.0, swing_deg=10.0)


def test_the_first_stillness_is_before_the_movement_or_there_is_none() -> None:
    time_s = np.arange(0.0, 8.0, 0.1)
    angle_deg = np.interp(time_s, [0, 2, 3, 5, 6, 8], [0, 0, 30, 30, 0, 0])
    frames = still_start(time_s, angle_deg)
    assert frames is not None
    assert 1.0 < time_s[frames].max() <= 2.1
    assert still_start(time_s, angle_deg[::-1] + 20 * np.sin(time_s)) is None
    late = np.interp(time_s, [0, 1, 2, 3, 8], [0, 30, 30, 0, 0])
    assert still_start(time_s, np.where(time_s < 0.5, np.nan, late) * 1.0) is None
