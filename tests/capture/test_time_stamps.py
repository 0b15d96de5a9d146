"""Frames keep their own time stamps, as ffprobe tells them, and come upright."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coxa.capture import grab_frame
from coxa.capture.video import MIN_INTERVAL_S, Frame, _Watch, read_frames
from coxa.errors import UnusableFile

FILES = Path(__file__).parent / "files"
STAMPS: dict[str, list[float]] = json.loads((FILES / "stamps.json").read_text())


def read(name: str, *, mirrored: bool = False) -> list[Frame]:
    return list(read_frames(FILES / name, mirrored=mirrored))


@pytest.mark.parametrize("name", sorted(STAMPS.keys() - {"fast.mp4"}))
def test_every_frame_has_the_time_stamp_that_ffprobe_tells(name: str) -> None:
    expected_s = np.array(STAMPS[name]) - STAMPS[name][0]
    np.testing.assert_allclose([frame.time_s for frame in read(name)], expected_s, atol=1e-6)


def test_of_sixty_pictures_a_second_every_second_one_is_read() -> None:
    times_s = [frame.time_s for frame in read("fast.mp4")]
    np.testing.assert_allclose(times_s, STAMPS["fast.mp4"][::2], atol=1e-6)


@pytest.mark.parametrize(
    ("fps", "every"), [(5, 1), (15, 1), (25, 1), (30, 1), (50, 2), (60, 2), (120, 3), (240, 6)]
)
def test_which_frames_are_read_of_how_many(fps: int, every: int) -> None:
    watch = _Watch("any.mp4")
    read_at = [index for index in range(2 * fps) if watch.tick(index / fps) is not None]
    assert read_at == list(range(0, 2 * fps, every))


@given(st.lists(st.floats(0, 0.9), min_size=1, max_size=60), st.floats(0, 1e5))
def test_read_frames_are_never_closer_than_the_shortest_interval(
    steps_s: list[float], start_s: float
) -> None:
    watch = _Watch("any.mp4")
    ticks = [watch.tick(float(stamp_s)) for stamp_s in start_s + np.cumsum(steps_s)]
    read_s = [tick for tick in ticks if tick is not None]
    assert read_s[0] == 0
    assert all(b - a >= MIN_INTERVAL_S - 1e-9 for a, b in pairwise(read_s))


@given(st.floats(0.001, 100), st.floats(0.001, 0.9))
def test_a_clock_that_runs_backwards_is_noticed(start_s: float, back_s: float) -> None:
    watch = _Watch("any.mp4")
    watch.tick(start_s)
    watch.tick(start_s + 0.95)
    with pytest.raises(UnusableFile, match="recording_clock_backwards"):
        watch.tick(start_s + 0.95 - back_s)


def test_a_rotation_tag_is_obeyed() -> None:
    turned, plain = read("turned.mov")[0].picture, read("steady.mp4")[0].picture
    assert turned.shape == (96, 64, 3)
    upright = cv2.rotate(plain, cv2.ROTATE_90_COUNTERCLOCKWISE)
    assert np.abs(turned.astype(int) - upright).mean() < 6
    assert np.abs(turned.astype(int) - upright[::-1, ::-1]).mean() > 20


def test_a_mirrored_recording_is_turned_back() -> None:
    mirrored, plain = read("steady.mp4", mirrored=True)[5], read("steady.mp4")[5]
    np.testing.assert_array_equal(mirrored.picture, plain.picture[:, ::-1])


@pytest.mark.parametrize("name", sorted(STAMPS))
@pytest.mark.parametrize("mirrored", [False, True])
def test_one_frame_grabbed_is_the_very_frame_that_was_read(name: str, mirrored: bool) -> None:
    frames = read(name, mirrored=mirrored)
    for frame in [frames[0], frames[7], frames[len(frames) // 2], frames[-1]]:
        grabbed = grab_frame(FILES / name, frame.time_s, mirrored=mirrored)
        np.testing.assert_array_equal(grabbed, frame.picture)


def test_a_time_beyond_the_end_has_no_frame() -> None:
    with pytest.raises(UnusableFile, match="recording_time_missing"):
        grab_frame(FILES / "steady.mp4", 30.0)
