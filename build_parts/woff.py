"""A font as printing needs it: the TrueType file inside a WOFF one.

WOFF 1.0 (W3C, 2012) is TrueType with each table packed by zlib, so unpacking needs no font library.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

WOFF = struct.Struct(">4s4sIHHIHHIIIII")
ENTRY = struct.Struct(">4sIIII")
TRUETYPE = b"\x00\x01\x00\x00"


class Table(NamedTuple):
    """One unpacked table of a font."""

    tag: bytes
    checksum: int
    content: bytes


def truetype(woff: bytes) -> bytes:
    """The TrueType font that a WOFF file holds.

    Raises
    ------
    ValueError
        When it is no WOFF file of a TrueType font, or a table does not unpack to its size.
    """
    signature, flavor, _, count, *_ = WOFF.unpack_from(woff)
    if signature != b"wOFF" or flavor != TRUETYPE:
        raise ValueError("not a WOFF file of a TrueType font")
    return _joined([_unpacked(woff, WOFF.size + ENTRY.size * n) for n in range(count)])


def _unpacked(woff: bytes, entry_at: int) -> Table:
    tag, start, packed_bytes, full_bytes, checksum = ENTRY.unpack_from(woff, entry_at)
    content = woff[start : start + packed_bytes]
    if packed_bytes < full_bytes:
        content = zlib.decompress(content)
    if len(content) != full_bytes:
        raise ValueError(f"font table {tag!r} has {len(content)} bytes, not {full_bytes}")
    return Table(tag, checksum, content)


def _joined(tables: list[Table]) -> bytes:
    """Header, directory, and every table from a multiple of four on."""
    doublings = len(tables).bit_length() - 1
    search_range = 16 << doublings
    shift = 16 * len(tables) - search_range
    head = TRUETYPE + struct.pack(">HHHH", len(tables), search_range, doublings, shift)
    directory, body = b"", b""
    start = len(head) + 16 * len(tables)
    for tag, checksum, content in tables:
        at = start + len(body)
        directory += struct.pack(">4sIII", tag, checksum, at, len(content))
        body += content + bytes(-len(content) % 4)
    return head + directory + body
