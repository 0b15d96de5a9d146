"""Landmarks are read once per video, model and code, and a broken-off run goes on."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from rig.scene import Camera
from tests.synthetic_body import Script, film
from tests.validation.made_up import recording
from validation import poses


@pytest.fixture
def read(monkeypatch, tmp_path):
    """Two recordings, and the list of videos that the pose model was asked to read."""
    asked = []

    def record(video, **_):
        asked.append(video.name)
        return film(Script(duration_s=1), seed=len(asked))

    monkeypatch.setattr(poses, "record_video", record)
    found = []
    for name in ("a", "b"):
        (tmp_path / f"{name}.mp4").write_text(name)
        found.append(dataclasses.replace(recording(name), video=tmp_path / f"{name}.mp4"))
    return found, asked, tmp_path / "poses"


def test_nothing_is_read_twice(read):
    recordings, asked, kept = read
    first = [pose for _, pose in poses.posed(recordings[:1], "heavy", kept)]
    both = [pose for _, pose in poses.posed(recordings, "heavy", kept)]
    assert asked == ["a.mp4", "b.mp4"]
    assert np.array_equal(first[0].image_px, both[0].image_px)


def test_another_content_model_mirror_or_code_is_read_anew(read, monkeypatch):
    recordings, _, kept = read
    one = recordings[0]
    files = {poses.kept_file(one, "heavy", kept), poses.kept_file(one, "full", kept)}
    mirrored = dataclasses.replace(one.scene, camera=Camera(mirrored=True))
    files.add(poses.kept_file(dataclasses.replace(one, scene=mirrored), "heavy", kept))
    one.video.write_text("other pictures")
    files.add(poses.kept_file(one, "heavy", kept))
    monkeypatch.setattr(poses, "pose_version", lambda: "another")
    files.add(poses.kept_file(one, "heavy", kept))
    assert len(files) == 5


def test_comments_do_not_make_another_code_but_a_threshold_does():
    before = '"""Doc."""\nLIMIT = 0.5  # half\ndef f(x):\n    """What."""\n    return x > LIMIT\n'
    reworded = before.replace("Doc", "Words").replace("# half", "# of all").replace("What", "How")
    assert poses.what_it_does(before) == poses.what_it_does(reworded)
    assert poses.what_it_does(before) != poses.what_it_does(before.replace("0.5", "0.6"))
