"""The upright pictures of a video file with their own time stamps, one at a time."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.capture.container import Promise, read_promise
from coxa.errors import UnusableFile

Picture = NDArray[np.uint8]

MIN_SIDE_PX = 64
MAX_SIDE_PX = 8192
MIN_DURATION_S = 2.0
# A picture that comes sooner after the last one read is passed over: of 60 a second every second
# one is read, of 120 every third, of 30 or 25 each one.
MIN_INTERVAL_S = 0.024
# The last picture is shown until the end, and sound may run on a little longer.
END_TOLERANCE_S = 1.0
# No camera waits this long for its next picture; something is missing in between.
MAX_GAP_S = 1.0
# Jumps land on a picture that stands for itself, which may lie some way before.
SEEK_AHEAD_S = 1.0


@dataclass(frozen=True)
class Frame:
    """A picture (height, width, 3), BGR, and its time since the first one."""

    time_s: float
    picture: Picture


def inspect(path: Path) -> Promise:
    """What the file announces.

    Raises
    ------
    UnusableFile
        When it is missing, empty, not a video of a kind we read, cut off, or announces more
        pictures than a recording can hold.
    """
    if not path.is_file():
        raise UnusableFile("recording_missing", file=path.name)
    if not path.stat().st_size:
        raise UnusableFile("recording_empty", file=path.name)
    promise = read_promise(path)
    if promise is None:
        raise UnusableFile("recording_not_video", file=path.name)
    if not promise.whole:
        raise UnusableFile("recording_cut_off", file=path.name)
    if not promise.believable:
        raise UnusableFile("recording_absurd", file=path.name)
    return promise


def read_frames(path: Path, *, mirrored: bool = False) -> Generator[Frame]:
    """The frames of a recording from its first to its last, at most about 40 a second.

    Nothing is kept; when the file turns out to be unusable half-way, the error comes after the
    frames read until then, which are not to be used.

    Raises
    ------
    UnusableFile
        For a file that cannot be opened, holds no picture, has sides beyond 64 to 8192 px, whose
        clock runs backwards or halts, that ends before it should, or lasts less than 2 s.
    """
    promise = inspect(path)
    watch = _Watch(path.name)
    capture = _open(path)
    try:
        while capture.grab():
            time_s = watch.tick(capture.get(cv2.CAP_PROP_POS_MSEC) / 1000)
            if time_s is not None:
                yield Frame(time_s, _retrieve(capture, path.name, mirrored))
    finally:
        capture.release()
    watch.end(promise)


def read_frame(path: Path, time_s: float, *, mirrored: bool = False) -> Picture:
    """The first picture at or after ``time_s``, to the millisecond, of a recording read before.

    Raises
    ------
    UnusableFile
        When the file cannot be opened any more, or ends before.
    """
    for from_s in (time_s - SEEK_AHEAD_S, 0.0):
        capture = _open(path)
        try:
            picture = _seek_frame(capture, from_s, time_s)
        finally:
            capture.release()
        if picture is not None:
            return _turned_back(picture, mirrored)
    raise UnusableFile("recording_time_missing", file=path.name, time_s=round(time_s, 1))


def _seek_frame(capture: cv2.VideoCapture, from_s: float, time_s: float) -> Picture | None:
    """None when the jump to ``from_s`` went too far, as it may in webm, or the file has ended."""
    if not capture.grab():
        return None
    first_s = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
    if from_s > 0:
        capture.set(cv2.CAP_PROP_POS_MSEC, (first_s + from_s) * 1000)
        if not capture.grab() or capture.get(cv2.CAP_PROP_POS_MSEC) / 1000 - first_s > time_s:
            return None
    while capture.get(cv2.CAP_PROP_POS_MSEC) / 1000 - first_s < time_s - 0.0005:
        if not capture.grab():
            return None
    good, picture = capture.retrieve()
    return np.asarray(picture, np.uint8) if good else None


class _Watch:
    """Keeps time over a recording: picks the frames to be read, and notices a faulty clock."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._first_s: float | None = None
        self._last_s = 0.0
        self._read_s = float("-inf")

    def tick(self, stamp_s: float) -> float | None:
        """Time since the first frame if the frame is to be read, else None."""
        if self._first_s is None:
            self._first_s = stamp_s
        time_s = stamp_s - self._first_s
        if not time_s >= self._last_s:
            raise UnusableFile("recording_clock_backwards", file=self._file)
        if time_s > self._last_s + MAX_GAP_S:
            gap_s = round(time_s - self._last_s, 1)
            raise UnusableFile(
                "recording_gap", file=self._file, at_s=round(self._last_s, 1), gap_s=gap_s
            )
        self._last_s = time_s
        if time_s < self._read_s + MIN_INTERVAL_S:
            return None
        self._read_s = time_s
        return time_s

    def end(self, promise: Promise) -> None:
        """Compare what was read with what was promised."""
        if self._first_s is None:
            raise UnusableFile("recording_no_picture", file=self._file)
        if promise.duration_s and self._last_s < promise.duration_s - END_TOLERANCE_S:
            raise UnusableFile(
                "recording_ends_early",
                file=self._file,
                read_s=round(self._last_s, 1),
                promised_s=round(promise.duration_s, 1),
            )
        if self._last_s < MIN_DURATION_S:
            raise UnusableFile(
                "recording_too_short", file=self._file, seconds=round(self._last_s, 1)
            )


def _open(path: Path) -> cv2.VideoCapture:
    _silence_decoder()
    # An absolute path cannot be mistaken for a protocol such as "concat:" or "http:".
    capture = cv2.VideoCapture(str(path.resolve()), cv2.CAP_FFMPEG)
    if not capture.isOpened():
        raise UnusableFile("recording_no_picture", file=path.name)
    width = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH))
    height = int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
    if min(width, height) < MIN_SIDE_PX or max(width, height) > MAX_SIDE_PX:
        capture.release()
        raise UnusableFile(
            "recording_size",
            file=path.name,
            width_px=width,
            height_px=height,
            min_px=MIN_SIDE_PX,
            max_px=MAX_SIDE_PX,
        )
    return capture


def _silence_decoder() -> None:
    """Keep FFmpeg's and OpenCV's complaints from landing beside our one plain line."""
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


def _retrieve(capture: cv2.VideoCapture, file: str, mirrored: bool) -> Picture:
    good, picture = capture.retrieve()
    if not good:
        raise UnusableFile("recording_no_picture", file=file)
    return _turned_back(np.asarray(picture, np.uint8), mirrored)


def _turned_back(picture: Picture, mirrored: bool) -> Picture:
    return np.asarray(cv2.flip(picture, 1), np.uint8) if mirrored else picture
