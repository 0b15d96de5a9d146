"""From a video file to landmarks."""

from __future__ import annotations

import tracemalloc
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest

from coxa.capture import record_video
from coxa.capture.ahead import work_ahead
from coxa.capture.spool import FRAME, Spool
from coxa.errors import UnusableFile
from coxa.pose import BlazePose
from tests.capture.fakes import FakePose

FILES = Path(__file__).parent / "files"
CLIPS = FILES.parents[1] / "clips"


def test_landmarks_of_every_frame_in_the_order_of_time() -> None:
    pose = FakePose()
    recording = record_video(FILES / "uneven.mp4", pose=pose)
    assert recording.frame_count == len(pose.times_s) == 38
    np.testing.assert_array_equal(recording.time_s, pose.times_s)
    assert (np.diff(recording.time_s) > 0).all()
    np.testing.assert_allclose(recording.image_px[:, 4, 0], recording.time_s * 1000, atol=1e-3)
    np.testing.assert_array_equal(recording.image_px[:, 4, 1], 4)
    assert (recording.world_m == 1).all()
    assert (recording.visibility == 0.5).all()
    assert (recording.score == 0.75).all()
    assert (recording.width_px, recording.height_px) == (96, 64)
    assert (recording.model, recording.source, recording.mirrored) == ("fake", "uneven.mp4", False)


def test_without_a_person_landmarks_are_nan_and_the_score_is_zero() -> None:
    recording = record_video(FILES / "steady.mp4", pose=FakePose(away_s=(1.0, 2.0)))
    away = (recording.time_s >= 1.0) & (recording.time_s < 2.0)
    assert 28 <= away.sum() <= 31
    assert np.isnan(recording.image_px[away]).all()
    assert np.isnan(recording.world_m[away]).all()
    assert np.isnan(recording.visibility[away]).all()
    assert (recording.score[away] == 0).all()
    assert np.isfinite(recording.image_px[~away]).all()


def test_people_are_counted_at_the_start_and_once_a_second() -> None:
    pose = FakePose(people=2)
    recording = record_video(FILES / "steady.mp4", pose=pose)
    np.testing.assert_allclose(pose.counted_s, [0, 1, 2], atol=0.05)
    assert sorted(np.unique(recording.people)) == [-1, 2]
    assert (recording.people == 2).sum() == 3


def test_after_ten_seconds_people_are_counted_every_other_second() -> None:
    pose = FakePose()
    record_video(CLIPS / "front.mp4", pose=pose)
    assert pose.times_s[-1] > 28
    expected = [*range(11), *range(12, 29, 2)]
    np.testing.assert_allclose(pose.counted_s, expected, atol=0.5)
    np.testing.assert_allclose(np.diff(pose.counted_s), np.diff(expected), atol=0.07)


def test_a_turned_and_mirrored_recording_is_seen_upright() -> None:
    plain, mirrored = FakePose(), FakePose()
    recording = record_video(FILES / "turned.mov", pose=plain)
    assert plain.shapes == {(96, 64, 3)}
    assert (recording.width_px, recording.height_px) == (64, 96)
    assert record_video(FILES / "turned.mov", pose=mirrored, mirrored=True).mirrored
    assert plain.first_picture is not None
    assert mirrored.first_picture is not None
    np.testing.assert_array_equal(mirrored.first_picture, plain.first_picture[:, ::-1])


def test_progress_rises_to_one() -> None:
    told: list[float] = []
    record_video(FILES / "steady.mp4", pose=FakePose(), progress=told.append)
    assert told == sorted(told)
    assert told[0] < 0.1
    assert told[-1] == 1.0
    assert len(told) > 20


@pytest.mark.parametrize("cores", [1, 64])
def test_an_exception_of_progress_ends_the_reading(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr("coxa.capture.record.os.cpu_count", lambda: cores)
    pose = FakePose()

    def stop(share: float) -> None:
        if share > 0.3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record_video(FILES / "steady.mp4", pose=pose, progress=stop)
    assert pose.times_s[-1] < 1.1


@pytest.mark.parametrize("cores", [1, 64])
def test_frames_prepared_ahead_are_the_same_frames(
    monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr("coxa.capture.record.os.cpu_count", lambda: cores)
    assert record_video(FILES / "steady.mp4", pose=FakePose()).frame_count == 90


def test_work_ahead_keeps_order_errors_and_closes_its_source() -> None:
    closed: list[bool] = []
    made: list[int] = []

    def source(error: bool) -> Generator[int]:
        try:
            for index in range(10):
                made.append(index)
                yield index
            if error:
                raise UnusableFile("recording_gap")
        finally:
            closed.append(True)

    assert list(work_ahead(source(False), 3)) == list(range(10))
    seen: list[int] = []
    with pytest.raises(UnusableFile):
        seen.extend(work_ahead(source(True), 3))
    assert seen == list(range(10))
    made.clear()
    ahead = work_ahead(source(False), 3)
    next(ahead)
    ahead.close()
    assert len(made) <= 4
    assert len(closed) == 3


def test_an_hour_of_landmarks_stays_out_of_memory() -> None:
    found = FakePose().follow(np.zeros((2, 2, 3), np.uint8), 1.0)
    hour = 30 * 3600
    with Spool() as spool:
        spool.add(0.0, found, 1)
        tracemalloc.start()
        for index in range(1, hour):
            spool.add(index / 30, found, -1)
        rows = spool.rows()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 500_000
    assert len(rows) == hour
    assert FRAME.itemsize * hour < 95e6
    assert rows["time_s"][-1] == pytest.approx(3600, abs=0.1)
    assert rows["image_px"][-1, 3, 1] == 3


def test_a_clip_of_the_rig_is_followed_from_its_first_frame_to_its_last() -> None:
    recording = record_video(CLIPS / "left_internal_only.mp4", model="full")
    assert recording.model == "blazepose-full"
    assert (recording.score > 0.9).all()
    assert np.isfinite(recording.image_px).all()
    assert set(recording.people[recording.people >= 0]) == {1}
    hips_m = recording.world_m[:, [23, 24]].mean(axis=1)
    assert np.abs(hips_m).max() < 0.05


def test_the_model_names_itself() -> None:
    assert BlazePose("full").name == "blazepose-full"
