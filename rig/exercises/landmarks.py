"""What the pose net sees in films, kept beside them: the slow step, done once.

As in the app, whoever watches the exercise asks the net to look anew when it follows something
that is not the whole person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coxa.capture import Frame, record_video, save_recording
from coxa.catalogue import load_shipped
from coxa.pose import BlazePose, Landmarks, Model
from coxa.quantities import Side
from coxa.watching import Watcher

Pixels = NDArray[np.uint8]


def keep_landmarks(folder: Path, model: Model, threads: int) -> Iterator[str]:
    """Read every film that has not been read; the names, one after another."""
    for video in sorted(folder.glob("*.mp4")):
        kept = video.with_suffix(".npz")
        if ".part" in video.name or kept.exists():
            continue
        save_recording(record_video(video, pose=WatchedPose(video, model, threads)), kept)
        yield video.stem


class WatchedPose:
    """A pose net that the watcher of the film's exercise asks to look anew (a ``PoseModel``)."""

    def __init__(self, video: Path, model: Model, threads: int) -> None:
        self._pose = BlazePose(model, threads, both_ways=True)
        self.name = self._pose.name
        self._plan = json.loads(video.with_suffix(".truth.json").read_text("utf-8"))["plan"]
        self._watcher: Watcher | None = None
        self._number = 0

    def follow(self, picture_bgr: Pixels, time_s: float) -> Landmarks | None:
        found = self._pose.follow(picture_bgr, time_s)
        watcher = self._watcher = self._watcher or self._watcher_of(picture_bgr)
        watcher.take(self._frame(found, time_s))
        if watcher.look_afresh:
            self._pose.look_afresh()
        return found

    def count_people(self, picture_bgr: Pixels, followed: Landmarks | None) -> int:
        return self._pose.count_people(picture_bgr, followed)

    def _watcher_of(self, picture_bgr: Pixels) -> Watcher:
        exercise = load_shipped().exercises[self._plan["exercise"]]
        height_px, width_px = picture_bgr.shape[:2]
        return Watcher(exercise, Side(self._plan["side"]), width_px, height_px)

    def _frame(self, found: Landmarks | None, time_s: float) -> Frame:
        self._number += 1
        seen_px = np.full((33, 2), np.nan) if found is None else found.image_px
        visibility = np.zeros(33) if found is None else found.visibility
        return Frame(
            number=self._number,
            time_s=time_s,
            people=-1,
            score=float(found is not None),
            image_px=tuple(seen_px.ravel().tolist()),
            visibility=tuple(visibility.tolist()),
        )
