"""From a video file to a recording: every picture through the pose model, none of them kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import numpy as np

from coxa.capture.ahead import work_ahead
from coxa.capture.recording import PoseRecording
from coxa.capture.spool import Spool
from coxa.capture.video import Frame, inspect, read_frames
from coxa.errors import UnusableFile
from coxa.pose import BlazePose, Model, PoseModel

FRAMES_AHEAD = 3
# Seconds between two counts of people: at first, and when the recording has gone on for a while.
COUNT_EVERY_S, COUNT_LATER_S = 1.0, 2.0
AT_FIRST_S = 10.0
PROGRESS_STEP = 0.005


def record_video(
    path: Path | str,
    *,
    model: Model = "heavy",
    mirrored: bool = False,
    threads: int = 2,
    progress: Callable[[float], None] | None = None,
    pose: PoseModel | None = None,
) -> PoseRecording:
    """Read a video file (mp4, mov, webm) into the landmarks of the one person in it.

    Rotation tags are obeyed and frames keep their own time stamps. Of recordings with more than
    about 40 frames a second, only every second (third, ...) one is read. People are counted at the
    start and once a second, after ten seconds every other second.

    Parameters
    ----------
    path
        The file.
    model
        Which of BlazePose's landmark nets; ``heavy`` is the more exact.
    mirrored
        The recording shows left and right exchanged, as front cameras do.
    threads
        Threads of the processor for the nets.
    progress
        Told the share read so far, 0 to 1. An exception that it raises ends the reading.
    pose
        Another pose model, in place of ``model`` and ``threads``.

    Raises
    ------
    UnusableFile
        As :func:`coxa.capture.video.read_frames`. Nothing read before the fault is returned.
    MissingPart
        When the weights of the pose model are not in place.
    """
    path = Path(path)
    duration_s = inspect(path).duration_s
    pose = pose or BlazePose(model, threads, both_ways=True)
    tell = _Progress(progress, duration_s)
    size: tuple[int, ...] | None = None
    count_at_s = 0.0
    with Spool() as spool, closing(_frames(path, mirrored)) as frames:
        for frame in frames:
            size = size or frame.picture.shape
            if frame.picture.shape != size:
                raise UnusableFile("recording_size_changes", file=path.name)
            found = pose.follow(frame.picture, frame.time_s)
            people = -1
            if frame.time_s >= count_at_s:
                people = pose.count_people(frame.picture, found)
                pause_s = COUNT_EVERY_S if frame.time_s < AT_FIRST_S else COUNT_LATER_S
                count_at_s = frame.time_s + pause_s
            spool.add(frame.time_s, found, people)
            tell(frame.time_s)
        rows = spool.rows()
    tell.done()
    assert size is not None  # read_frames raises when there is no frame
    return PoseRecording(
        time_s=rows["time_s"],
        image_px=rows["image_px"],
        world_m=rows["world_m"],
        visibility=rows["visibility"],
        shanks_px=rows["shanks_px"],
        score=rows["score"],
        people=rows["people"],
        by_mirror=rows["by_mirror"],
        width_px=size[1],
        height_px=size[0],
        model=pose.name,
        source=path.name,
        mirrored=mirrored,
    )


def _frames(path: Path, mirrored: bool) -> Generator[Frame]:
    """The frames, prepared ahead where a second core rests while the nets are not running."""
    frames = read_frames(path, mirrored=mirrored)
    return work_ahead(frames, FRAMES_AHEAD) if (os.cpu_count() or 1) > 1 else frames


class _Progress:
    """Tells the share read, in steps worth showing."""

    def __init__(self, told: Callable[[float], None] | None, duration_s: float | None) -> None:
        self._told = told
        self._duration_s = duration_s
        self._last = -np.inf

    def __call__(self, time_s: float) -> None:
        if self._told is None or not self._duration_s:
            return
        share = min(time_s / self._duration_s, 1.0)
        if share >= self._last + PROGRESS_STEP:
            self._last = share
            self._told(share)

    def done(self) -> None:
        if self._told is not None:
            self._told(1.0)
