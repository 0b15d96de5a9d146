"""Counting the people in a picture."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from coxa.pose import BlazePose
from coxa.pose.people import side_by_side

STILL = np.asarray(cv2.imread(str(Path(__file__).parent / "golden/seated_0.jpg")), np.uint8)


def count(picture: np.ndarray) -> int:
    pose = BlazePose("full")
    return pose.count_people(picture, pose.follow(picture, 0.0))


def test_one_person_counts_once() -> None:
    assert count(STILL) == 1


def test_an_empty_picture_holds_nobody() -> None:
    assert count(np.full_like(STILL, 120)) == 0


@pytest.mark.parametrize("scale", [1.0, 0.7])
@pytest.mark.parametrize("mirror", [False, True])
def test_two_people_side_by_side_are_two(scale: float, mirror: bool) -> None:
    other = cv2.resize(STILL, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    padded = np.full_like(STILL, 120)
    padded[-other.shape[0] :, : other.shape[1]] = other
    both = np.hstack([STILL, padded])
    assert count(np.ascontiguousarray(both[:, ::-1]) if mirror else both) == 2


@pytest.mark.parametrize("on_the_left", [False, True])
@pytest.mark.parametrize("share", [0.3, 0.5])
def test_somebody_small_beside_the_followed_one_counts(share: float, on_the_left: bool) -> None:
    pose = BlazePose("full")
    followed = pose.follow(STILL, 0.0)
    assert followed is not None
    low = np.clip(followed.image_px.min(axis=0) - 30, 0, None).astype(int)
    high = followed.image_px.max(axis=0).astype(int) + 25
    person = STILL[low[1] : high[1], low[0] : high[0]]
    scale = share * STILL.shape[0] / person.shape[0]
    other = cv2.resize(person, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = other.shape[:2]
    picture = STILL.copy()
    picture[-height:, slice(0, width) if on_the_left else slice(-width, None)] = other
    assert pose.count_people(picture, followed) == 2


def test_the_second_of_two_looks_aside_is_spared_where_it_shows_no_more() -> None:
    narrow, wide = (np.zeros((480, width, 3), np.uint8) for width in (200, 300))
    assert [strip.shape for strip in side_by_side([narrow, narrow])] == [(480, 424, 3)]
    assert len(side_by_side([narrow, wide])) == 2
    assert len(side_by_side([wide])) == 1


@pytest.mark.parametrize(
    ("score", "visibility", "on_the_head", "people"),
    [(0.99, 0.9, False, 2), (0.4, 0.9, False, 1), (0.99, 0.2, False, 1), (0.99, 0.9, True, 1)],
)
def test_what_the_landmark_net_does_not_see_is_no_person(
    monkeypatch: pytest.MonkeyPatch,
    score: float,
    visibility: float,
    on_the_head: bool,
    people: int,
) -> None:
    """The detector calls something in the covered picture a person; the landmark net decides, and
    whoever stands on their head is a shadow on the floor.
    """
    pose = BlazePose("full")
    followed = pose.follow(STILL, 0.0)
    assert followed is not None
    aside = dataclasses.replace(
        followed,
        score=score,
        visibility=np.full_like(followed.visibility, visibility),
        circle_px=followed.circle_px[::-1] if on_the_head else followed.circle_px,
    )
    seen = [SimpleNamespace(crop=followed.crop)]
    monkeypatch.setattr(pose._detector, "find", lambda picture: seen)
    monkeypatch.setattr(pose._landmarker, "read", lambda picture, crop: aside)
    monkeypatch.setattr("coxa.pose.people.side_by_side", lambda strips: [])
    assert pose.count_people(STILL, followed) == people
