"""What a video file announces about itself: whether it is all there, and how long it runs.

A decoder that meets the end of a cut file stops as if all were well. The containers know better:
an mp4 or mov is a row of boxes with their lengths, a webm a tree of elements with theirs.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import BinaryIO

# ISO/IEC 14496-12 (mp4) and Apple's QuickTime File Format (mov): types a file may begin with.
FIRST_BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
# RFC 8794 (EBML), RFC 9559 (Matroska).
EBML = 0x1A45DFA3
SEGMENT, CLUSTER, INFO = 0x18538067, 0x1F43B675, 0x1549A966
TIMESTAMP_SCALE, DURATION = 0x2AD7B1, 0x4489
DEFAULT_TIMESTAMP_SCALE_NS = 1_000_000
# Hours of sixty pictures a second. A few bytes may announce more than any memory holds.
MOST_PICTURES = 4_000_000
# A file of crumbs would keep us looking for ever; an hour of webm needs some 400,000 looks.
MOST_LOOKS = 2_000_000


@dataclass(frozen=True)
class Promise:
    """What the container announces.

    Attributes
    ----------
    whole : nothing of it is cut off.
    duration_s : length of its video, where it is told.
    believable : it announces no more pictures than a recording can hold.
    """

    whole: bool
    duration_s: float | None = None
    believable: bool = True


@dataclass(frozen=True)
class Part:
    """A box or an element: its content lies in ``start:end``; ``end`` may lie beyond the file."""

    kind: bytes | int
    start: int
    end: int
    open_ended: bool = False


class _Crumbs(Exception):
    """More parts than any recording has."""


class _Content:
    """The bytes of a file by their place; zeros beyond its end, where a damaged length points."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._looks = 0
        self.size = size

    def at(self, start: int, count: int) -> bytes:
        self._looks += 1
        if self._looks > MOST_LOOKS:
            raise _Crumbs
        if start >= self.size:
            return bytes(count)
        self._file.seek(start)
        return self._file.read(count).ljust(count, b"\0")

    def number(self, start: int, width: int) -> int:
        return int.from_bytes(self.at(start, width), "big")


def read_promise(path: Path) -> Promise | None:
    """The promise of an mp4, mov or webm (Matroska) file; None for anything else."""
    with path.open("rb") as file:
        content = _Content(file, path.stat().st_size)
        head = content.at(0, 8)
        try:
            if head[4:8] in FIRST_BOXES:
                return _read_mp4(content)
            if head[:4] == EBML.to_bytes(4, "big"):
                return _read_webm(content)
        except _Crumbs:
            return None
    return None


def _read_mp4(content: _Content) -> Promise:
    movie, pictures, whole, fragment_pictures = None, False, True, 0
    for box in _boxes(content, 0, content.size):
        whole = whole and box.end <= content.size
        if box.kind == b"mdat":
            pictures = True
        elif box.kind == b"moov":
            movie = movie or box
        elif box.kind == b"moof":
            runs = _inside(content, box, b"traf", b"trun")
            fragment_pictures += sum(content.number(run.start + 4, 4) for run in runs)
    if movie is None or not whole:
        return Promise(whole=False)
    believable = fragment_pictures <= MOST_PICTURES and all(
        _is_believable(content, track) for track in _inside(content, movie, b"trak")
    )
    return Promise(pictures, _mp4_duration_s(content, movie), believable)


def _is_believable(content: _Content, track: Part) -> bool:
    """Sound may come in many samples, but each takes a byte at least."""
    most = MOST_PICTURES if _is_video(content, track) else max(MOST_PICTURES, content.size)
    sizes = _inside(content, track, b"mdia", b"minf", b"stbl", b"stsz")
    return all(content.number(box.start + 8, 4) <= most for box in sizes)


def _mp4_duration_s(content: _Content, movie: Part) -> float | None:
    """Length of the first video track, as it is to be shown (edit lists applied)."""
    header = next(_inside(content, movie, b"mvhd"), None)
    tracks = _inside(content, movie, b"trak")
    video = next((track for track in tracks if _is_video(content, track)), None)
    if header is None or video is None:
        return None
    shown = next(_inside(content, video, b"tkhd"), None)
    units_per_s = _versioned(content, header, at=(12, 20), wide=False)
    units = _versioned(content, shown, at=(20, 28), wide=True) if shown else None
    return units / units_per_s if units and units_per_s else None


def _is_video(content: _Content, track: Part) -> bool:
    handler = next(_inside(content, track, b"mdia", b"hdlr"), None)
    return handler is not None and content.at(handler.start + 8, 4) == b"vide"


def _versioned(content: _Content, box: Part, *, at: tuple[int, int], wide: bool) -> int | None:
    """A number whose place, and if ``wide`` also width, depends on the version of the box.

    None when all its bits are set, which stands for "unknown".
    """
    version = content.number(box.start, 1) & 1
    width = 8 if wide and version else 4
    number = content.number(box.start + at[version], width)
    return None if number == (1 << 8 * width) - 1 else number


def _inside(content: _Content, box: Part, *path: bytes) -> Iterator[Part]:
    """The boxes at the end of a path of kinds, none of them reaching out of its parent."""
    kind, *deeper = path
    for part in _boxes(content, box.start, box.end):
        if part.kind == kind:
            inner = Part(part.kind, part.start, min(part.end, box.end))
            yield from _inside(content, inner, *deeper) if deeper else (inner,)


def _boxes(content: _Content, start: int, end: int) -> Iterator[Part]:
    while start + 8 <= end:
        size, kind = struct.unpack(">I4s", content.at(start, 8))
        header = 8
        if size == 1:
            size, header = content.number(start + 8, 8), 16
        if size == 0:
            size = end - start
        if size < header or not kind.isascii():
            return
        yield Part(kind, start + header, start + size)
        start += size


def _read_webm(content: _Content) -> Promise:
    whole, scale_ns, duration = True, DEFAULT_TIMESTAMP_SCALE_NS, 0.0
    for element in _segment_parts(content):
        whole = whole and element.end <= content.size
        if element.kind == INFO and element.end <= content.size:
            for field in _elements(content, element.start, element.end):
                value = content.at(field.start, min(field.end - field.start, 8))
                if field.kind == TIMESTAMP_SCALE:
                    scale_ns = int.from_bytes(value, "big")
                elif field.kind == DURATION and len(value) in (4, 8):
                    duration = struct.unpack(">f" if len(value) == 4 else ">d", value)[0]
    duration_s = duration * scale_ns / 1e9
    return Promise(whole, duration_s if 0 < duration_s < inf else None)


def _segment_parts(content: _Content) -> Iterator[Part]:
    """The segment and what lies in it, walking into clusters only when they are open-ended."""
    start = 0
    while start < content.size:
        element = next(_elements(content, start, content.size), None)
        if element is None:
            return
        yield element
        inside = element.kind == SEGMENT or (element.kind == CLUSTER and element.open_ended)
        start = element.start if inside else element.end


def _elements(content: _Content, start: int, end: int) -> Iterator[Part]:
    while start < end:
        head = content.at(start, 12)
        id_width, size_width = _width(head[0]), 0
        if id_width <= 4:
            size_width = _width(head[id_width])
        if not id_width or id_width > 4 or not size_width or size_width > 8:
            return
        kind = int.from_bytes(head[:id_width], "big")
        length = int.from_bytes(head[id_width : id_width + size_width], "big")
        length &= (1 << 7 * size_width) - 1
        inner = start + id_width + size_width
        open_ended = length == (1 << 7 * size_width) - 1
        yield Part(kind, inner, end if open_ended else inner + length, open_ended)
        start = end if open_ended else inner + length


def _width(first_byte: int) -> int:
    """Bytes of a number of variable width, told by the leading zeros of its first byte."""
    return 9 - first_byte.bit_length()
