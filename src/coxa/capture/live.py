"""Landmarks that a page sends while its camera runs, taken in as a recording."""

from __future__ import annotations

import os
import struct
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, isnan

import numpy as np
from numpy.typing import NDArray

from coxa.capture.page_clock import PageClock
from coxa.capture.recording import PoseRecording
from coxa.errors import InvalidRecord
from coxa.records import LANDMARK_COUNT, OTHER_SIDE

FRAME = np.dtype(
    [
        ("number", "<u4"),
        ("people", "<i4"),
        ("time_s", "<f8"),
        ("score", "<f4"),
        ("by_mirror", "<u4"),
        ("image_px", "<f4", (LANDMARK_COUNT, 2)),
        ("visibility", "<f4", (LANDMARK_COUNT,)),
        ("world_m", "<f4", (LANDMARK_COUNT, 3)),
    ]
)
"""One frame on the wire, 816 bytes: its number, how many people are in view (-1: not counted), the
page's clock, 1 for somebody or 0 for nobody, 1 when the picture was looked at in a mirror (and what
was seen turned back) or 0, and the landmarks in the camera's picture."""

_PLAIN = struct.Struct(f"<IidfI{LANDMARK_COUNT * 2}f{LANDMARK_COUNT}f")
_TIME = struct.Struct("<d")
_TIME_AT = slice(8, 16)

KEPT_FRAMES = 15 * 60 * 30
"""Fifteen minutes at 30 frames a second, 22 MB; of a longer capture the last of them are kept."""
MAX_SIDE_PX = 8192
FARTHEST_PICTURES = 10.0
"""The pose model guesses joints outside the picture, but never that many pictures away."""
MAX_PEOPLE = 100
MAX_CLOCK_S = 1e11

Spans = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of the camera in plain numbers.

    Attributes
    ----------
    time_s : seconds since the first frame, always increasing.
    people : how many are in view; -1 where they were not counted.
    score : 1 where somebody was found, else 0.
    image_px : x and y of the 33 landmarks in turn (66 numbers), NaN where missing.
    visibility : (33), 0 to 1.
    by_mirror : the picture was looked at in a mirror, and what was seen turned back.
    """

    number: int
    time_s: float
    people: int
    score: float
    image_px: tuple[float, ...]
    visibility: tuple[float, ...]
    by_mirror: bool = False


class FrameReader:
    """Reads packets of ``FRAME`` in turn and keeps none.

    Attributes
    ----------
    dropped : packets that came twice, out of order or with a clock that ran backwards.

    Raises
    ------
    InvalidRecord
        For a picture of no possible size.
    """

    def __init__(self, width_px: int, height_px: int) -> None:
        if not (0 < width_px <= MAX_SIDE_PX and 0 < height_px <= MAX_SIDE_PX):
            raise _not_a_frame("size", f"{width_px} x {height_px} pixels")
        self.dropped = 0
        self._clock = PageClock()
        self._farthest_px = FARTHEST_PICTURES * max(width_px, height_px)

    def read(self, packet: bytes) -> Frame | None:
        """One frame; ``None`` for one that came twice or late.

        Raises
        ------
        InvalidRecord
            For bytes that are no frame: a wrong length, a clock that is no number, landmarks far
            outside the picture.
        """
        number, people, page_s, score, by_mirror, values = _read(packet, self._farthest_px)
        time_s = self._clock.read(number, page_s)
        if time_s is None:
            self.dropped += 1
            return None
        return Frame(
            number,
            time_s,
            people,
            score,
            values[: 2 * LANDMARK_COUNT],
            values[2 * LANDMARK_COUNT :],
            by_mirror,
        )


class LiveCapture:
    """Takes packets of ``FRAME`` and gives them back as one recording.

    The landmarks lie in a temporary file that the system removes by itself; memory does not grow.

    Attributes
    ----------
    mirrored : the page's camera sends a mirrored picture; may be set when it shows.
    frames : packets taken.

    Raises
    ------
    InvalidRecord
        For a picture of no possible size.
    """

    def __init__(
        self,
        width_px: int,
        height_px: int,
        *,
        mirrored: bool = False,
        source: str = "live camera",
        model: str = "blazepose-full",
    ) -> None:
        self._reader = FrameReader(width_px, height_px)
        self.width_px, self.height_px = width_px, height_px
        self.mirrored, self.source, self.model = mirrored, source, model
        self.frames = 0
        self._file = tempfile.TemporaryFile(prefix="coxa-")  # noqa: SIM115 - closed by close()

    @property
    def dropped(self) -> int:
        """Packets that came twice, out of order or with a clock that ran backwards."""
        return self._reader.dropped

    def take(self, packet: bytes) -> Frame | None:
        """Keep one frame; ``None`` for one that came twice or late.

        Raises
        ------
        InvalidRecord
            For bytes that are no frame, as :meth:`FrameReader.read`. Nothing of it is kept.
        """
        frame = self._reader.read(packet)
        if frame is None:
            return None
        place = self.frames % KEPT_FRAMES * FRAME.itemsize
        row = packet[: _TIME_AT.start] + _TIME.pack(frame.time_s) + packet[_TIME_AT.stop :]
        os.pwrite(self._file.fileno(), row, place)
        self.frames += 1
        return frame

    def recording(
        self, *, mirrored: bool | None = None, takes: Sequence[Spans] | None = None
    ) -> PoseRecording:
        """What was taken, as a recording of an unmirrored camera.

        Parameters
        ----------
        mirrored : left and right were exchanged in the picture; by default :attr:`mirrored`.
        takes : leave out all but these stretches of time, (from, to) in seconds, of one test after
            another, each beginning with its own stillness; by default all is one test.
        """
        rows = self._rows()
        mirrored = self.mirrored if mirrored is None else mirrored
        begins: tuple[int, ...] = ()
        if takes is not None:
            chosen = [np.flatnonzero(_within(rows["time_s"], spans)) for spans in takes]
            chosen = [frames for frames in chosen if len(frames)]
            begins = tuple(int(n) for n in np.cumsum([len(frames) for frames in chosen])[:-1])
            rows = rows[np.concatenate([np.zeros(0, np.intp), *chosen])]
        image_px, visibility = rows["image_px"].astype(np.float32), _floats(rows["visibility"])
        world_m, score = _floats(rows["world_m"]), _floats(rows["score"])
        world_m[~np.isfinite(world_m)] = np.nan
        for values in (image_px, visibility, world_m):
            values[score <= 0] = np.nan
        if mirrored:
            image_px, world_m = image_px[:, OTHER_SIDE], world_m[:, OTHER_SIDE]
            visibility = visibility[:, OTHER_SIDE]
            image_px[..., 0] = self.width_px - image_px[..., 0]
            world_m[..., 0] *= -1
        time_s = rows["time_s"].astype(np.float64)
        return PoseRecording(
            time_s=time_s - time_s[:1],
            image_px=image_px,
            world_m=world_m,
            visibility=visibility,
            score=score,
            people=rows["people"].astype(np.int8),
            width_px=self.width_px,
            height_px=self.height_px,
            model=self.model,
            source=self.source,
            mirrored=mirrored,
            by_mirror=rows["by_mirror"].astype(np.bool_),
            takes=begins,
        )

    def close(self) -> None:
        """Let go of the landmarks."""
        self._file.close()

    def _rows(self) -> NDArray[np.void]:
        kept = min(self.frames, KEPT_FRAMES)
        data = os.pread(self._file.fileno(), kept * FRAME.itemsize, 0)
        rows = np.frombuffer(data, FRAME)
        return np.roll(rows, -(self.frames % KEPT_FRAMES)) if self.frames > kept else rows


def _read(
    packet: bytes, farthest_px: float
) -> tuple[int, int, float, float, bool, tuple[float, ...]]:
    """Number, people, the page's clock, score, whether it was looked at in a mirror, and the places
    and visibilities in turn.
    """
    if len(packet) != FRAME.itemsize:
        raise _not_a_frame("length", f"{len(packet)} bytes instead of {FRAME.itemsize}")
    number, people, page_s, score, by_mirror, *values = _PLAIN.unpack_from(packet)
    if not isfinite(page_s) or abs(page_s) > MAX_CLOCK_S:
        raise _not_a_frame("time_s", "no time")
    if not 0 <= score <= 1:
        raise _not_a_frame("score", "not between 0 and 1")
    if by_mirror > 1:
        raise _not_a_frame("by_mirror", "neither 0 nor 1")
    if not -1 <= people <= MAX_PEOPLE:
        raise _not_a_frame("people", f"{people} people")
    if score and _too_far(values, farthest_px):
        raise _not_a_frame("image_px", "landmarks far outside the picture")
    return number, people, page_s, score, bool(by_mirror), tuple(values)


def _too_far(values: Sequence[float], farthest_px: float) -> bool:
    """Some landmark is nowhere near the picture; a missing one (NaN) is none of these."""
    if isnan(sum(values)):  # behind a NaN, max and min are blind
        return any(abs(value) > farthest_px for value in values)
    return max(values) > farthest_px or min(values) < -farthest_px


def _not_a_frame(where: str, problem: str) -> InvalidRecord:
    return InvalidRecord("invalid_record", record="Frame", where=where, problem=problem)


def _floats(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return values.astype(np.float32)


def _within(time_s: NDArray[np.float64], spans: Spans) -> NDArray[np.bool_]:
    inside = np.zeros(len(time_s), np.bool_)
    for from_s, to_s in spans:
        inside |= (time_s >= from_s) & (time_s <= to_s)
    return inside
