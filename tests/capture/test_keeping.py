"""Landmarks kept and read again, and pictures of moments."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import cv2
import numpy as np
import pytest

from coxa.capture import PoseRecording, load_recording, save_recording
from coxa.capture.picture import COLOUR, draw_moment
from coxa.errors import UnusableFile
from coxa.quantities import Side
from tests.synthetic_body import Script, film, repeats

RECORDING = film(Script(right_deg=repeats(30), duration_s=5), noise_px=1)


def test_landmarks_come_back_exactly(tmp_path: Path) -> None:
    save_recording(RECORDING, tmp_path / "a.npz")
    again = load_recording(tmp_path / "a.npz")
    for field in dataclasses.fields(RECORDING):
        np.testing.assert_array_equal(getattr(again, field.name), getattr(RECORDING, field.name))
    assert list(tmp_path.iterdir()) == [tmp_path / "a.npz"]


def outlined(recording: PoseRecording) -> PoseRecording:
    shanks_px = np.arange(recording.frame_count * 12, dtype=np.float32)
    return dataclasses.replace(recording, shanks_px=shanks_px.reshape(-1, 2, 2, 3))


def test_outlines_come_back_exactly_and_are_none_where_there_were_none(tmp_path: Path) -> None:
    save_recording(outlined(RECORDING), tmp_path / "a.npz")
    again = load_recording(tmp_path / "a.npz").shanks_px
    assert again is not None
    np.testing.assert_array_equal(again, outlined(RECORDING).shanks_px)
    save_recording(RECORDING, tmp_path / "b.npz")
    assert load_recording(tmp_path / "b.npz").shanks_px is None


def test_a_file_of_the_first_format_is_still_read(tmp_path: Path) -> None:
    save_recording(RECORDING, tmp_path / "a.npz")
    with np.load(tmp_path / "a.npz") as kept:
        content = dict(kept)
    np.savez_compressed(tmp_path / "old.npz", **(content | {"format": np.int64(1)}))
    old = load_recording(tmp_path / "old.npz")
    np.testing.assert_array_equal(old.image_px, RECORDING.image_px)
    assert old.shanks_px is None


def test_outlines_of_another_number_of_frames_are_refused(tmp_path: Path) -> None:
    shanks_px = np.zeros((RECORDING.frame_count - 1, 2, 2, 3), np.float32)
    save_recording(dataclasses.replace(RECORDING, shanks_px=shanks_px), tmp_path / "a.npz")
    with pytest.raises(UnusableFile, match="landmarks_damaged"):
        load_recording(tmp_path / "a.npz")


@pytest.mark.parametrize("keep", [0, 10, 500])
def test_a_damaged_file_is_refused_plainly(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "a.npz"
    save_recording(RECORDING, path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(UnusableFile, match="landmarks_damaged"):
        load_recording(path)


def test_arrays_that_do_not_fit_together_are_refused(tmp_path: Path) -> None:
    broken = dataclasses.replace(RECORDING, score=RECORDING.score[:-1])
    save_recording(broken, tmp_path / "a.npz")
    with pytest.raises(UnusableFile, match="landmarks_damaged"):
        load_recording(tmp_path / "a.npz")


def test_a_failed_save_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.npz"
    save_recording(RECORDING, path)
    before = path.read_bytes()

    def full_disk(_: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr("coxa.capture.keeping.os.fsync", full_disk)
    with pytest.raises(OSError, match="no space"):
        save_recording(dataclasses.replace(RECORDING, source="other.mp4"), path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("side", list(Side))
def test_the_measured_shank_is_drawn_in_its_sides_colour_and_the_face_is_covered(
    side: Side,
) -> None:
    picture = np.zeros((640, 640, 3), np.uint8)
    picture[:, :, 1] = np.arange(640) % 2 * 255
    points_px = RECORDING.image_px[60].copy()
    points_px[1:11] = points_px[0] + np.random.default_rng(0).normal(0, 6, (10, 2))
    drawn = draw_moment(picture, points_px, side)
    own = cv2.inRange(drawn, np.array(COLOUR[side]), np.array(COLOUR[side]))
    other = cv2.inRange(drawn, np.array(COLOUR[side.other]), np.array(COLOUR[side.other]))
    assert own.sum() > 0
    assert other.sum() == 0
    x, y = points_px[0].round().astype(int)
    assert (drawn[y, x] == 150).all()
