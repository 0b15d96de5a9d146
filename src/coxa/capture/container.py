"""What a video file announces about itself: whether it is all there, and how long it runs.

A decoder that meets the end of a cut file stops as if all were well. The containers know better:
an mp4 or mov is a row of boxes with their lengths, a webm a tree of elements with theirs.
"""

from __future__ import annotations

import struct
import sys
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


@dataclass(frozen=True)
class Promise:
    """What the container announces: ``whole`` when nothing of it is cut off; its video's length."""

    whole: bool
    duration_s: float | None = None


@dataclass(frozen=True)
class Part:
    """A box or an element: its content lies in ``start:end``; ``end`` may lie beyond the file."""

    kind: bytes | int
    start: int
    end: int
    open_ended: bool = False


def read_promise(path: Path) -> Promise | None:
    """The promise of an mp4, mov or webm (Matroska) file; None for anything else."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        if head[4:8] in FIRST_BOXES:
            return _read_mp4(file, size)
        if head[:4] == EBML.to_bytes(4, "big"):
            return _read_webm(file, size)
    return None


def _read_mp4(file: BinaryIO, size: int) -> Promise:
    top = list(_boxes(file, 0, size))
    movies = [box for box in top if box.kind == b"moov"]
    if not movies or any(box.end > size for box in top):
        return Promise(whole=False)
    return Promise(whole=True, duration_s=_mp4_duration_s(file, movies[0]))


def _mp4_duration_s(file: BinaryIO, movie: Part) -> float | None:
    """Length of the first video track, as it is to be shown (edit lists applied)."""
    parts = list(_boxes(file, movie.start, movie.end))
    header = next((box for box in parts if box.kind == b"mvhd"), None)
    if header is None:
        return None
    units_per_s = _versioned(file, header, at=(12, 20), wide=False)
    for track in (box for box in parts if box.kind == b"trak"):
        inner = {box.kind: box for box in _boxes(file, track.start, track.end)}
        if _is_video(file, inner.get(b"mdia")) and b"tkhd" in inner:
            units = _versioned(file, inner[b"tkhd"], at=(20, 28), wide=True)
            return units / units_per_s if units and units_per_s else None
    return None


def _is_video(file: BinaryIO, media: Part | None) -> bool:
    if media is None:
        return False
    for box in _boxes(file, media.start, media.end):
        if box.kind == b"hdlr":
            return _read_at(file, box.start + 8, 4) == b"vide"
    return False


def _versioned(file: BinaryIO, box: Part, *, at: tuple[int, int], wide: bool) -> int:
    """A number whose place, and if ``wide`` also width, depends on the version of the box."""
    version = _read_at(file, box.start, 1)[0] & 1
    width = 8 if wide and version else 4
    return int.from_bytes(_read_at(file, box.start + at[version], width), "big")


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[Part]:
    while start + 8 <= end:
        size, kind = struct.unpack(">I4s", _read_at(file, start, 8))
        header = 8
        if size == 1:
            size, header = int.from_bytes(_read_at(file, start + 8, 8), "big"), 16
        if size == 0:
            size = end - start
        if size < header or not kind.isascii():
            return
        yield Part(kind, start + header, start + size)
        start += size


def _read_webm(file: BinaryIO, size: int) -> Promise:
    whole, scale_ns, duration = True, DEFAULT_TIMESTAMP_SCALE_NS, 0.0
    for element in _segment_parts(file, size):
        whole = whole and element.end <= size
        if element.kind == INFO and element.end <= size:
            for field in _elements(file, element.start, element.end):
                content = _read_at(file, field.start, min(field.end - field.start, 8))
                if field.kind == TIMESTAMP_SCALE:
                    scale_ns = int.from_bytes(content, "big")
                elif field.kind == DURATION and len(content) in (4, 8):
                    duration = struct.unpack(">f" if len(content) == 4 else ">d", content)[0]
    duration_s = duration * scale_ns / 1e9
    return Promise(whole, duration_s if 0 < duration_s < inf else None)


def _segment_parts(file: BinaryIO, size: int) -> Iterator[Part]:
    """The segment and what lies in it, walking into clusters only when they are open-ended."""
    start = 0
    while start < size:
        element = next(_elements(file, start, size), None)
        if element is None:
            return
        yield element
        inside = element.kind == SEGMENT or (element.kind == CLUSTER and element.open_ended)
        start = element.start if inside else element.end


def _elements(file: BinaryIO, start: int, end: int) -> Iterator[Part]:
    while start < end:
        head = _read_at(file, start, 12)
        id_width, size_width = _width(head[0]), 0
        if id_width <= 4:
            size_width = _width(head[id_width])
        if not id_width or id_width > 4 or not size_width or size_width > 8:
            return
        kind = int.from_bytes(head[:id_width], "big")
        length = int.from_bytes(head[id_width : id_width + size_width], "big")
        length &= (1 << 7 * size_width) - 1
        content = start + id_width + size_width
        open_ended = length == (1 << 7 * size_width) - 1
        yield Part(kind, content, end if open_ended else content + length, open_ended)
        start = end if open_ended else content + length


def _width(first_byte: int) -> int:
    """Bytes of a number of variable width, told by the leading zeros of its first byte."""
    return 9 - first_byte.bit_length()


def _read_at(file: BinaryIO, start: int, count: int) -> bytes:
    """A few bytes; zeros beyond the end of the file, where a damaged length may point."""
    file.seek(min(start, sys.maxsize))
    return file.read(count).ljust(count, b"\0")
