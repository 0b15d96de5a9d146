"""One person is followed, and nobody else in their place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from coxa.pose import BlazePose, Landmarks
from coxa.pose.crop import Crop
from coxa.pose.detector import Detection

PICTURE = np.zeros((480, 640, 3), np.uint8)
RADIUS_PX = 100.0


class Scene:
    """Stands in for both nets: people at given places, each seen by whoever looks near them."""

    def __init__(self) -> None:
        self.people: list[tuple[float, float]] = [(200.0, 240.0)]
        self.searches = 0
        self.looks: list[Crop] = []
        self.score = 1.0
        self.captured: tuple[float, float] | None = None

    def find(self, *_: Any) -> list[Detection]:
        self.searches += 1
        return [Detection(0.9, np.zeros(4), circle(place)) for place in self.people]

    def read(self, _: Any, crop: Crop, *, by_mirror: bool = False) -> Landmarks:
        self.looks.append(crop)
        near = min(
            self.people,
            key=lambda place: np.hypot(*np.subtract(place, crop.centre_px)),
            default=(0.0, 0.0),
        )
        return Landmarks(
            image_px=np.zeros((33, 2), np.float32),
            world_m=np.zeros((33, 3), np.float32),
            visibility=np.ones(33, np.float32),
            score=self.score if self.people else 0.0,
            circle_px=circle(self.captured or near)[:2],
            shanks_px=np.full((2, 2, 3), np.nan, np.float32),
            by_mirror=by_mirror,
        )


def circle(place: tuple[float, float]) -> np.ndarray:
    above = (place[0], place[1] - RADIUS_PX)
    return np.array([place, above, place, above])


def place_of(found: Landmarks | None) -> tuple[float, float] | None:
    return None if found is None else found.crop.centre_px


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Scene:
    scene = Scene()
    monkeypatch.setattr("coxa.pose.blazepose.Detector", lambda *_: scene)
    monkeypatch.setattr("coxa.pose.blazepose.Landmarker", lambda *_: scene)
    return scene


def test_the_detector_is_asked_only_until_somebody_is_found(scene: Scene) -> None:
    pose = BlazePose()
    for index in range(10):
        assert pose.follow(PICTURE, index / 30) is not None
    assert scene.searches == 1


def test_when_the_presence_drops_the_detector_is_asked_again(scene: Scene) -> None:
    pose = BlazePose()
    pose.follow(PICTURE, 0.0)
    scene.score = 0.4
    assert pose.follow(PICTURE, 1 / 30) is None
    scene.score = 1.0
    assert pose.follow(PICTURE, 2 / 30) is not None
    assert scene.searches == 3


def test_a_skeleton_that_jumps_to_a_neighbour_is_dropped(scene: Scene) -> None:
    pose = BlazePose()
    pose.follow(PICTURE, 0.0)
    scene.people.append((290.0, 240.0))
    scene.captured = (290.0, 240.0)
    assert pose.follow(PICTURE, 1 / 30) is None
    scene.captured = None
    assert place_of(pose.follow(PICTURE, 2 / 30)) == (200.0, 240.0)


def test_somebody_far_away_is_not_taken_for_the_one_who_left(scene: Scene) -> None:
    pose = BlazePose()
    pose.follow(PICTURE, 0.0)
    scene.people = [(500.0, 240.0)]
    assert pose.follow(PICTURE, 0.5) is None
    assert place_of(pose.follow(PICTURE, 2.6)) == (500.0, 240.0)


def test_a_person_walking_by_is_followed(scene: Scene) -> None:
    pose = BlazePose()
    for index in range(60):
        scene.people = [(100.0 + 5 * index, 240.0)]
        assert place_of(pose.follow(PICTURE, index / 30)) == pytest.approx(scene.people[0])
    assert scene.searches == 1


def test_a_trembling_circle_gives_a_steady_crop(scene: Scene) -> None:
    pose, random = BlazePose(), np.random.default_rng(1)
    for index in range(200):
        tremble = random.normal(0, 0.5, 2)
        scene.people = [(200.0 + tremble[0], 240.0 + tremble[1])]
        pose.follow(PICTURE, index / 30)
    centres = np.array([crop.centre_px for crop in scene.looks[100:]])
    assert centres.std(axis=0).max() < 0.25


@pytest.mark.parametrize(
    ("both_ways", "mirrors"), [(False, [False] * 4), (True, [False, True] * 2)]
)
def test_every_other_picture_is_looked_at_in_a_mirror_if_asked(
    scene: Scene, both_ways: bool, mirrors: list[bool]
) -> None:
    pose = BlazePose(both_ways=both_ways)
    found = [pose.follow(PICTURE, k / 30) for k in range(4)]
    assert [look is not None and look.by_mirror for look in found] == mirrors


def test_asked_to_look_anew_the_whole_picture_is_searched_and_whoever_is_there_followed(
    scene: Scene,
) -> None:
    pose = BlazePose()
    pose.follow(PICTURE, 0.0)
    scene.people = [(450.0, 240.0)]
    pose.look_afresh()
    assert place_of(pose.follow(PICTURE, 0.1)) == (450.0, 240.0)
    assert scene.searches == 2
