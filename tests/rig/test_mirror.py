"""A mirror: its geometry, then real pictures of it (these need EGL and the body data)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rig.mirror import Pane
from rig.scene import Camera, Mirror, Room, Scene

mirrors = st.builds(Mirror, st.floats(-2, 2), st.floats(-2, 2), st.floats(-180, 180))
points = st.tuples(*[st.floats(-3, 3)] * 3).map(np.array)


@given(mirrors, points)
def test_an_image_is_as_far_behind_the_pane_and_its_own_image_is_the_point(mirror, point):
    pane = Pane.of(mirror)
    image = pane.reflected(point)
    before, behind = (pane.plane @ np.append(each, 1.0) for each in (point, image))
    assert behind == pytest.approx(-before, abs=1e-9)
    assert pane.reflected(image) == pytest.approx(point, abs=1e-9)
    assert np.cross(image - point, pane.normal) == pytest.approx(np.zeros(3), abs=1e-9)


@given(mirrors)
def test_the_pane_is_its_own_image_and_faces_as_it_was_turned(mirror):
    pane = Pane.of(mirror)
    for corner in pane.corners:
        assert pane.reflected(corner) == pytest.approx(corner, abs=1e-9)
    right, up = pane.corners[1] - pane.corners[0], pane.corners[3] - pane.corners[0]
    assert np.cross(right, up) == pytest.approx(mirror.width_m * mirror.height_m * pane.normal)
    turn = np.radians(mirror.turn_deg)
    assert pane.normal == pytest.approx([np.sin(turn), 0, np.cos(turn)])


BESIDE = Mirror(x_m=1.1, z_m=-0.5, turn_deg=-40.0, width_m=1.1)
# What a camera in front sees of somebody in a mirror at their left side, turned towards them.
SHOWN = ("LeftShoulder", "LeftForeArm", "LeftUpLeg", "LeftLeg", "Head")


@pytest.fixture(scope="module")
def drawn():
    """A stage with a mirror, its posed person, and pictures with the person and without."""
    pytest.importorskip("moderngl")
    from rig.body_data import CACHE, WHEEL
    from rig.pose import Angles
    from rig.stage import Stage

    if not (CACHE / WHEEL).exists():
        pytest.skip("body data not fetched")
    camera = Camera(yaw_deg=6, pitch_deg=4, roll_deg=3, fov_deg=50, width_px=480, height_px=360)
    scene = Scene("t", camera=camera, room=Room(mirror=BESIDE))
    pictures = {}
    try:
        for name, person, mirror in (
            ("full", True, BESIDE), ("empty", False, BESIDE), ("no mirror", True, None),
        ):  # fmt: skip
            room = replace(scene.room, mirror=mirror)
            with Stage(replace(scene, person=person, room=room)) as stage:
                posed = stage.pose(Angles(rotation_right_deg=30.0))
                pictures[name] = stage.picture(posed).astype(int)
    except Exception as error:  # noqa: BLE001 - no EGL on this machine
        pytest.skip(f"cannot draw here: {error}")
    return stage.lens, posed, pictures


def inside_pane(lens, shape):
    """Pixels that the pane covers, if nothing stands before it."""
    corners = lens.pixels(Pane.of(BESIDE).corners)
    y, x = np.mgrid[: shape[0], : shape[1]]
    ahead = np.roll(corners, -1, axis=0) - corners
    cross = [
        way[0] * (y + 0.5 - at[1]) - way[1] * (x + 0.5 - at[0])
        for at, way in zip(corners, ahead, strict=True)
    ]
    return np.all(np.array(cross) <= 0, axis=0) | np.all(np.array(cross) >= 0, axis=0)


@pytest.mark.slow
def test_the_person_appears_in_the_mirror_where_their_joints_are_reflected(drawn):
    lens, posed, pictures = drawn
    pane = Pane.of(BESIDE)
    changed = np.abs(pictures["full"] - pictures["empty"]).max(axis=2) > 12
    inside = inside_pane(lens, changed.shape)
    for joint in SHOWN:
        x, y = lens.pixels(pane.reflected(posed.joints[joint])[None])[0].astype(int)
        assert inside[y, x], joint
        assert changed[y - 1 : y + 2, x - 1 : x + 2].all(), joint


@pytest.mark.slow
def test_the_reflection_ends_at_the_frame(drawn):
    """Without person, mirror and frame change nothing outside themselves and their shadow; with
    the person, the pane shows somebody, and everything right of it is as in the empty room.
    """
    lens, _, pictures = drawn
    changed = np.abs(pictures["full"] - pictures["empty"]).max(axis=2) > 12
    inside = inside_pane(lens, changed.shape)
    assert changed[inside].mean() > 0.1
    beyond = int(np.flatnonzero(inside.any(axis=0)).max()) + 3
    assert not changed[:, beyond:].any()


@pytest.mark.slow
def test_the_person_before_the_mirror_looks_as_without_it(drawn):
    lens, posed, pictures = drawn
    hips = lens.pixels(np.array([posed.joints["Hips"], posed.joints["Head"]])).astype(int)
    for x, y in hips:
        here = np.s_[y - 3 : y + 4, x - 3 : x + 4]
        assert np.array_equal(pictures["full"][here], pictures["no mirror"][here])
