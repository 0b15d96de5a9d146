"""Pictures of the proving ground: sensor, phone, a few real stills and one tiny recording."""

import json

import cv2
import numpy as np
import pytest

pytest.importorskip("moderngl")

from rig.body_data import CACHE, WHEEL
from rig.ground.recordings import Take, render_recordings
from rig.ground.stills import LINES, Order, quick_studio, render_stills
from rig.phone import strapped_phone
from rig.pose import Angles, sit
from rig.scene import Body, Camera, Movement, Posture, Protocol, Scene
from rig.sensor import Sensor, tone_curves
from rig.skeleton import along_segment, figure
from rig.skin import bend, skin

GREY = np.full((60, 80, 3), 120, np.uint8)
needs_body = pytest.mark.skipif(not (CACHE / WHEEL).exists(), reason="body data not fetched")


@pytest.fixture(scope="module")
def _drawing():
    try:
        quick_studio().__exit__()
    except Exception as error:  # noqa: BLE001 - no EGL on this machine
        pytest.skip(f"cannot draw here: {error}")


def sensed(camera: Camera, picture: np.ndarray = GREY) -> np.ndarray:
    return Sensor(camera, np.random.default_rng(1)).developed(picture)


def test_a_plain_sensor_changes_nothing():
    picture = np.random.default_rng(2).integers(0, 256, (60, 80, 3)).astype(np.uint8)
    assert np.array_equal(sensed(Camera(width_px=80, height_px=60), picture), picture)


def test_exposure_balance_and_haze_do_what_their_names_say():
    assert tone_curves(Camera(gain=1.4)).mean() > tone_curves(Camera()).mean() + 5
    warm = sensed(Camera(width_px=80, height_px=60, warmth=1.0))[0, 0]
    assert warm[0] > 120 > warm[2]
    assert tone_curves(Camera(haze=0.1))[0, 0].tolist() == [26, 26, 26]


def test_noise_has_the_size_asked_for_and_does_not_stand_still():
    sensor = Sensor(Camera(width_px=80, height_px=60, noise=5.0), np.random.default_rng(1))
    one, two = (sensor.developed(GREY).astype(float) for _ in range(2))
    assert one.std() == pytest.approx(5.0, rel=0.1)
    assert np.abs(one - two).mean() > 3


@needs_body
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_strapped_phone_stays_on_its_shin(side):
    shape, name = figure(Body()), side.title()
    phone = strapped_phone(shape, side, 0.0)
    turned = Angles(rotation_left_deg=35, rotation_right_deg=-30)
    for angles in (Angles(), turned):
        posed = sit(shape, Posture(), angles)
        motion = bend(posed.rotations, shape.joints, posed.joints)
        points, _ = skin(phone.points, phone.normals, phone.weights, motion)
        knee, ankle = posed.joints[f"{name}Leg"], posed.joints[f"{name}Foot"]
        along = along_segment(points, knee, ankle)
        away_m = np.linalg.norm(points - knee - along[:, None] * (ankle - knee), axis=1)
        assert 0.1 < along.min() < along.max() < 0.75
        assert away_m.max() < 0.15


@pytest.mark.slow
@needs_body
@pytest.mark.usefixtures("_drawing")
def test_stills_are_written_once_and_a_broken_set_is_made_again(tmp_path):
    order = Order("final", count=4, seed=2, per_set=2)
    render_stills(tmp_path, order)
    lines = (tmp_path / LINES).read_text().splitlines()
    records = [json.loads(line) for line in lines]
    assert [r["neutral"] for r in records] == [True, False, True, False]
    assert {(r["part"], r["kind"]) for r in records} == {("final", "seated")}
    for record in records:
        picture = cv2.imread(str(tmp_path / record["file"]))
        camera = record["scene"]["camera"]
        assert picture is not None
        assert picture.shape == (camera["height_px"], camera["width_px"], 3)
        assert picture.std() > 8
    (tmp_path / LINES).write_text("\n".join(lines[:3]) + "\n" + lines[3][:50])
    render_stills(tmp_path, order)
    assert (tmp_path / LINES).read_text().splitlines() == lines


@pytest.mark.slow
@needs_body
@pytest.mark.usefixtures("_drawing")
def test_a_recording_and_its_derivatives_carry_their_truth(tmp_path):
    protocol = Protocol((Movement("left", "internal", (20.0,)),), 0.5, 0.6, 0.2, 60.0)
    camera = Camera(width_px=320, height_px=240, fps=15, blur_px=0.6, noise=3)
    take = Take(Scene("held_t", protocol=protocol, camera=camera), "held", 24)
    render_recordings(tmp_path, [take])
    names = {path.name for path in tmp_path.iterdir()}
    assert {"held_t.mp4", "held_t.truth.json", "held_t_a.mp4", "held_t_a.truth.json"} <= names
    for video in tmp_path.glob("*.mp4"):
        truth = json.loads(video.with_name(f"{video.stem}.truth.json").read_text())
        reader = cv2.VideoCapture(str(video))
        assert int(reader.get(cv2.CAP_PROP_FRAME_COUNT)) == len(truth["frames"]["time_s"])
        assert reader.get(cv2.CAP_PROP_FPS) == truth["scene"]["camera"]["fps"]
        assert truth["base"] == "held_t"
        assert truth["expected"][0]["value_deg"] == pytest.approx(20, abs=1)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    render_recordings(tmp_path, [take])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
