"""A few real pictures: not blank, the body where the truth says. Needs EGL and the body data."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("moderngl")

from rig.body_data import CACHE, WHEEL
from rig.pose import Angles
from rig.scene import Camera, Scene
from rig.stage import Stage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CACHE / WHEEL).exists(), reason="body data not fetched"),
]
ANGLES = Angles(rotation_right_deg=35.0)
INSIDE = ("knee", "ankle", "shoulder", "elbow")


@pytest.fixture(scope="module")
def pictures():
    """With the person, and the same room without: their difference is the silhouette."""
    scene = Scene(
        "t", camera=Camera(yaw_deg=15, pitch_deg=4, roll_deg=5, width_px=320, height_px=320)
    )
    try:
        with Stage(scene) as stage:
            posed = stage.pose(ANGLES)
            full, marks = stage.picture(posed).copy(), stage.landmarks_px(posed)
    except Exception as error:  # noqa: BLE001 - no EGL on this machine
        pytest.skip(f"cannot draw here: {error}")
    with Stage(replace(scene, person=False)) as stage:
        empty = stage.picture(stage.pose(ANGLES)).copy()
    return scene, full, empty, marks


def test_picture_is_not_blank(pictures):
    _, full, empty, _ = pictures
    assert full.shape == (320, 320, 3)
    assert full.std() > 15
    assert empty.std() > 10


def test_joint_centres_fall_inside_the_silhouette(pictures):
    _, full, empty, marks = pictures
    silhouette = np.abs(full.astype(int) - empty).max(axis=2) > 12
    assert 0.04 < silhouette.mean() < 0.5
    for name in INSIDE:
        for side in ("left", "right"):
            x, y = (round(v) for v in marks[f"{side}_{name}"])
            assert silhouette[y - 1 : y + 2, x - 1 : x + 2].all(), f"{side}_{name} at {x}, {y}"


def test_a_mirrored_camera_flips_picture_and_marks(pictures):
    scene, full, _, marks = pictures
    with Stage(replace(scene, camera=replace(scene.camera, mirrored=True))) as stage:
        posed = stage.pose(ANGLES)
        flipped, there = stage.picture(posed), stage.landmarks_px(posed)
    assert np.array_equal(flipped[:, ::-1], full)
    assert there["left_knee"][0] == pytest.approx(320 - marks["left_knee"][0], abs=0.05)
