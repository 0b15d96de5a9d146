"""The guided test goes by what lies between a straight look and one in a mirror."""

from __future__ import annotations

import dataclasses

import pytest

from coxa.angles.both_ways import MAX_APART_S
from coxa.assessment.guided import Watcher
from coxa.capture import Frame, LiveCapture
from coxa.records import Landmark
from tests.live_sitter import Pose, Wire

ANKLE_X = 2 * Landmark.LEFT_ANKLE


@pytest.fixture(scope="module")
def frame() -> Frame:
    found = LiveCapture(640, 640, model="perfect").take(Wire().packet(0.0, Pose(), counted=True))
    assert found is not None
    return found


def lean_deg(frame: Frame, *looks: tuple[float, float, bool]) -> float:
    """The left shank's, after looks at times with the ankle so many pixels off."""
    watcher = Watcher(640, 640, model="perfect")
    seen = None
    for time_s, off_px, by_mirror in looks:
        places = list(frame.image_px)
        places[ANKLE_X] += off_px
        seen = watcher.look(
            dataclasses.replace(frame, time_s=time_s, image_px=tuple(places), by_mirror=by_mirror)
        )
    assert seen is not None
    assert seen.left_deg is not None
    return seen.left_deg


def test_what_errs_one_way_straight_and_the_other_in_a_mirror_is_not_seen(frame: Frame) -> None:
    true_deg = lean_deg(frame, (0.0, 0.0, False))
    assert lean_deg(frame, (0.0, 6.0, False), (0.1, -6.0, True)) == pytest.approx(
        true_deg, abs=0.01
    )
    assert abs(lean_deg(frame, (0.0, 6.0, False), (0.1, 6.0, True)) - true_deg) > 2


def test_looks_far_apart_or_both_straight_stand_alone(frame: Frame) -> None:
    alone_deg = lean_deg(frame, (0.0, -6.0, False))
    late_s = 1.1 * MAX_APART_S
    assert lean_deg(frame, (0.0, 6.0, False), (late_s, -6.0, True)) == alone_deg
    assert lean_deg(frame, (0.0, 6.0, False), (0.1, -6.0, False)) == alone_deg
