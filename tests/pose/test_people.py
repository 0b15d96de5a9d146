"""Counting the people in a picture."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from coxa.pose import BlazePose

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
