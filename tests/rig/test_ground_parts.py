"""The parts of the proving ground share nothing, and draws repeat by seed."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from rig.body_data import CACHE, WHEEL
from rig.ground.draws import MOST_TURN_DEG, random_angles, random_look
from rig.ground.framing import in_view, random_camera, reach_of
from rig.ground.parts import PARTS, Supply, supply
from rig.ground.stills import Order, drawn_set
from rig.lens import place
from rig.mesh import linear
from rig.scene import Posture
from rig.skeleton import figure
from rig.stage import looked_at

LEAST_BODIES = {"fit": 24, "held": 10, "final": 10, "final2": 10}
PAIRS = list(itertools.combinations(PARTS, 2))
needs_body = pytest.mark.skipif(
    not (CACHE / WHEEL).exists(), reason="body data not fetched; run `python -m rig speed` once"
)


def room_colours(stock: Supply) -> set[str]:
    return {colour for room in stock.rooms for colour in (room.wall, room.floor, room.stool)}


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_body_colour_or_room_is_in_two_parts(one, other):
    a, b = supply(one), supply(other)
    assert not set(a.bodies) & set(b.bodies)
    assert not (a.wardrobe.colours | room_colours(a)) & (b.wardrobe.colours | room_colours(b))
    assert not {room.name for room in a.rooms} & {room.name for room in b.rooms}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_people_skins_and_rooms_of_all_kinds(part):
    stock = supply(part)
    assert len(set(stock.bodies)) >= LEAST_BODIES[part]
    assert len(stock.rooms) >= 6
    ages = [body.age_years for body in stock.bodies]
    assert min(ages) < 25
    assert max(ages) > 72
    assert {body.sex > 0.5 for body in stock.bodies} == {True, False}
    lightness = [linear(skin).mean() for skin in stock.wardrobe.skins]
    assert min(lightness) < 0.03
    assert max(lightness) > 0.65
    assert any(room.window for room in stock.rooms)
    assert any(room.ambient < 0.5 for room in stock.rooms)


def test_clothes_come_from_the_part_or_from_its_room():
    for part in PARTS:
        stock, random = supply(part), np.random.default_rng(3)
        for room in stock.rooms * 5:
            look = random_look(random, stock, room)
            allowed = set(stock.wardrobe.bottoms) | {room.wall, room.floor, room.stool}
            assert look.bottom in allowed
            assert look.top in stock.wardrobe.tops
            assert look.skin in stock.wardrobe.skins


@needs_body
def test_a_set_is_the_same_every_time_and_unlike_the_next():
    order = Order("held", 16, seed=4)
    scene, poses, _ = drawn_set(order, 1)
    again, poses_again, _ = drawn_set(Order("held", 800, seed=4), 1)
    assert (scene, poses) == (again, poses_again)
    other, *_ = drawn_set(order, 0)
    assert other.camera != scene.camera
    elsewhere, *_ = drawn_set(Order("final", 16, seed=4), 1)
    assert elsewhere.body != scene.body


def test_trunk_seat_and_pelvis_are_drawn_independently():
    """Otherwise a calibration would learn the pelvis from the trunk, as no real body allows."""
    random = np.random.default_rng(5)
    drawn = [random_angles(random) for _ in range(3000)]
    table = np.array([[a.hike_deg, a.lean_deg, a.sway_deg, a.slide_m] for a in drawn])
    tied = np.corrcoef(table.T) - np.eye(4)
    assert np.abs(tied).max() < 0.07
    turned = [max(abs(a.rotation_left_deg), abs(a.rotation_right_deg)) for a in drawn]
    assert max(turned) > MOST_TURN_DEG - 2
    large = np.mean(np.abs(table[:, 0]) > 4)
    assert 0.25 < large < 0.35  # half of the draws are uniform to 10 degrees


@needs_body
@pytest.mark.parametrize("part", PARTS)
def test_cameras_keep_the_whole_person_in_the_picture(part):
    body, random = supply(part).bodies[0], np.random.default_rng(6)
    posture = Posture(arms="seat")
    points = reach_of(body, posture)
    middle, knee_height_m = looked_at(figure(body), posture)
    for _ in range(5):
        camera = random_camera(random, body, posture, (0.0, 20.0))
        assert abs(camera.yaw_deg) <= 20
        assert in_view(points, place(camera, middle, knee_height_m), camera)
        aside = replace(camera, pan_deg=camera.pan_deg + camera.fov_deg)
        assert not in_view(points, place(aside, middle, knee_height_m), aside)
