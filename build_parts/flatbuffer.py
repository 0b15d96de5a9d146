"""Reading and writing just enough of the FlatBuffers format: tables, vectors, strings.

A table begins with the distance back to its vtable, which tells where each field lies in it (0:
absent). What a field refers to lies further on, at a distance counted from the field itself
(https://flatbuffers.dev/internals). So a file can be given a new beginning that refers into it,
while not one of its own bytes changes.

A part to be written is a function that appends itself and gives the position where it begins.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence

Part = Callable[[bytearray], int]
Scalar = tuple[str, int]
"""The struct format of one number (``B``, ``I``), and the number."""

REFERENCE = struct.calcsize("<I")


def table(fields: Mapping[int, Part | Scalar]) -> Part:
    """A table with some fields: numbers lie in it, everything else is referred to."""
    offsets, size = _places(fields)
    count = max(offsets) + 1
    inside = (offsets.get(number, 0) for number in range(count))
    vtable = struct.pack(f"<HH{count}H", 4 + 2 * count, size, *inside)

    def append(out: bytearray) -> int:
        _align(out, 4, ahead=len(vtable))
        out += vtable
        begin = len(out)
        out += struct.pack("<i", len(vtable)) + bytes(size - 4)
        for number, content in fields.items():
            at = begin + offsets[number]
            if callable(content):
                _refer(out, at, content(out))
            else:
                struct.pack_into(f"<{content[0]}", out, at, content[1])
        return begin

    return append


def vector(parts: Sequence[Part]) -> Part:
    """A vector of tables."""

    def append(out: bytearray) -> int:
        _align(out, 4)
        begin = len(out)
        out += struct.pack("<I", len(parts)) + bytes(REFERENCE * len(parts))
        for index, part in enumerate(parts, start=1):
            _refer(out, begin + REFERENCE * index, part(out))
        return begin

    return append


def octets(content: bytes, alignment: int = 4) -> Part:
    """A vector of bytes, the first of which is aligned."""

    def append(out: bytearray) -> int:
        _align(out, alignment, ahead=REFERENCE)
        begin = len(out)
        out += struct.pack("<I", len(content)) + content
        return begin

    return append


def floats(values: Sequence[float]) -> Part:
    """A vector of single precision numbers."""

    def append(out: bytearray) -> int:
        _align(out, 4)
        begin = len(out)
        out += struct.pack(f"<I{len(values)}f", len(values), *values)
        return begin

    return append


def string(text: str) -> Part:
    """A text, ended by a zero that its length does not count."""

    def append(out: bytearray) -> int:
        begin = octets(text.encode())(out)
        out += b"\0"
        return begin

    return append


def there(position: int) -> Part:
    """A part that is written already, further on."""
    return lambda _: position


def whole(root: Part, identifier: bytes) -> bytes:
    """A whole buffer: the reference to its root table, four identifying bytes, the parts."""
    out = bytearray(REFERENCE) + identifier
    _refer(out, 0, root(out))
    return bytes(out)


def field(data: bytes, at_table: int, number: int) -> int | None:
    """Position of a field in a table, None where it is absent."""
    (back,) = struct.unpack_from("<i", data, at_table)
    vtable, entry = at_table - back, 4 + 2 * number
    if entry >= struct.unpack_from("<H", data, vtable)[0]:
        return None
    (offset,) = struct.unpack_from("<H", data, vtable + entry)
    return at_table + int(offset) if offset else None


def follow(data: bytes, at: int) -> int:
    """Position of what the reference at ``at`` refers to."""
    return at + int(struct.unpack_from("<I", data, at)[0])


def targets(data: bytes, at_vector: int) -> list[int]:
    """Positions of the tables of a vector."""
    (count,) = struct.unpack_from("<I", data, at_vector)
    return [follow(data, at_vector + REFERENCE * index) for index in range(1, count + 1)]


def _places(fields: Mapping[int, Part | Scalar]) -> tuple[dict[int, int], int]:
    """Offset of each field in its table, the wider ones first so that all are aligned; its size."""
    width = {
        number: REFERENCE if callable(content) else struct.calcsize(f"<{content[0]}")
        for number, content in fields.items()
    }
    offsets, size = {}, 4
    for number in sorted(width, key=lambda number: -width[number]):
        offsets[number] = size
        size += width[number]
    return offsets, size


def _refer(out: bytearray, at: int, to: int) -> None:
    struct.pack_into("<I", out, at, to - at)


def _align(out: bytearray, alignment: int, ahead: int = 0) -> None:
    """Pad so that what comes ``ahead`` bytes from here is aligned."""
    out += bytes(-(len(out) + ahead) % alignment)
