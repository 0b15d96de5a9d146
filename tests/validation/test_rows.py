"""From a recording with truth to rows, on a synthetic body and on the truth files of the clips."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from coxa.quantities import Direction, Side
from rig.scene import Camera
from tests.clip_poses import TRUTHS, clip
from tests.synthetic_body import Script, Sitter, film, repeats
from tests.validation.made_up import recording, row
from validation.ground import recordings_in
from validation.rows import NAIVE, NOT_NOTICED, read_well, rows_of, write_csv

RIGHT_IN = (Side.RIGHT, Direction.INTERNAL)
LEFT_OUT = (Side.LEFT, Direction.EXTERNAL)
STRAIGHT = Sitter(abduction_deg=0)


def test_naive_is_image_tilt_minus_neutral_whatever_the_calibration():
    """Landmarks of a synthetic body need no correction, so the naive reading of them is true."""
    poses = film(Script(right_deg=repeats(30)), sitter=STRAIGHT, model="blazepose-heavy")
    (found,) = rows_of(recording(truth_deg={RIGHT_IN: 30.0}), poses)
    assert found.naive_error_deg == pytest.approx(0, abs=0.3)
    (unknown,) = rows_of(recording(truth_deg={RIGHT_IN: 30.0}), replace(poses, model=NAIVE))
    assert unknown.value_deg == found.naive_deg


def test_a_movement_that_is_not_listed_is_refused_all_the_same():
    poses = film(Script(right_deg=repeats(30)))
    rows = rows_of(recording(truth_deg={RIGHT_IN: 30.0, LEFT_OUT: -30.0}), poses)
    missed = next(found for found in rows if found.side is Side.LEFT)
    assert (missed.readable, missed.accepted, missed.reasons) == (True, False, (NOT_NOTICED,))
    assert len(read_well(rows)) == 1


def test_a_reading_of_a_movement_that_was_not_made_is_kept():
    poses = film(Script(right_deg=repeats(30)))
    (found,) = rows_of(recording(truth_deg={}), poses)
    assert found.accepted
    assert found.truth_deg is None
    assert not found.readable
    with pytest.raises(ValueError, match="real movement"):
        _ = found.error_deg


def test_a_spoilt_recording_without_movement_leaves_its_refusals():
    still = film(Script(duration_s=6))
    rows = rows_of(recording(refusal="no_movement"), still)
    assert {found.reasons for found in rows} == {("no_movement",)}


def test_truth_files_are_read():
    front = clip("front")
    assert front.truth_deg[RIGHT_IN] == pytest.approx(34.021)
    assert front.refusal is None
    assert front.is_base
    assert abs(front.hike_deg[RIGHT_IN]) < 0.5
    assert 2.0 < front.shown_s < 4.5
    hike = clip("hike")
    assert hike.refusal == "pelvis_hike"
    assert max(abs(found) for found in hike.hike_deg.values()) > 4


def test_unfinished_recordings_are_left_out_and_a_missing_truth_is_reported(tmp_path):
    for name in ("a.mp4", "b.part.mp4"):
        (tmp_path / name).touch()
    truth = tmp_path / "a.truth.json"
    truth.write_text(TRUTHS["front"].read_text())
    assert [found.name for found in recordings_in(tmp_path)] == ["a"]
    truth.unlink()
    with pytest.raises(FileNotFoundError, match="truth"):
        recordings_in(tmp_path)
    with pytest.raises(FileNotFoundError, match="rig ground"):
        recordings_in(tmp_path / "nothing")


def test_the_table_of_readings_tells_every_figure(tmp_path):
    rows = [row(1.25, name="a", body=3), row(name="b", body=4, reasons=("pelvis_hike", "x"))]
    write_csv(rows, tmp_path / "readings.csv")
    with (tmp_path / "readings.csv").open() as file:
        first, second = csv.DictReader(file)
    assert float(first["value_deg"]) - float(first["truth_deg"]) == pytest.approx(1.25)
    assert first["body"] != second["body"]
    assert (second["value_deg"], second["reasons"]) == ("", "pelvis_hike x")


def test_a_mirrored_camera_is_told_to_the_reader(monkeypatch, tmp_path):
    told = {}

    def record(video, **how):
        told.update(how)
        return film(Script(duration_s=1))

    from validation import poses

    monkeypatch.setattr(poses, "record_video", record)
    mirrored = recording(camera=Camera(mirrored=True))
    poses.keep(mirrored, "heavy", tmp_path / "sub/x.npz", threads=1)
    assert told == {"model": "heavy", "mirrored": True, "threads": 1}
    assert (tmp_path / "sub/x.npz").is_file()
