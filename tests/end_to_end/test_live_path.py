"""The same landmarks as a film's file and as a page's packets: the same degrees and errors."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from coxa.assessment import assess
from coxa.capture import LiveCapture, PoseRecording, load_recording, save_recording
from tests.capture.test_live import rows_of
from tests.clip_poses import poses_of

CLIPS = ("front", "yaw_minus_15_roll_8", "dark_trousers", "hike")
"""Three that are read, one that is refused."""


def as_seen_live(name: str) -> PoseRecording:
    """What the pose model found, without what a page does not send: outlines."""
    return dataclasses.replace(poses_of(name), shanks_px=None, model="blazepose-full")


def through_packets(recording: PoseRecording) -> PoseRecording:
    capture = LiveCapture(recording.width_px, recording.height_px)
    for row in rows_of(recording):
        assert capture.take(row.tobytes()) is not None
    return capture.recording()


@pytest.mark.slow
@pytest.mark.parametrize("name", CLIPS)
def test_landmarks_of_a_film_give_the_same_degrees_live(name: str, tmp_path: Path) -> None:
    filmed = as_seen_live(name)
    live = through_packets(filmed)
    # The page's clock counts from another beginning, which rounds the last digit of each time.
    assert abs(live.time_s - filmed.time_s).max() < 1e-9
    save_recording(dataclasses.replace(filmed, time_s=live.time_s), tmp_path / "film.npz")
    by_file, by_packets = assess(load_recording(tmp_path / "film.npz")), assess(live)
    assert by_packets.readings == by_file.readings
    assert bool(by_file.accepted) == (name != "hike")
