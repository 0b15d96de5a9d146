"""Whatever bytes a file holds, the container room answers: soon, in little memory, no exception."""

from __future__ import annotations

import math
import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.capture import container
from coxa.capture.container import FIRST_BOXES, Promise, read_promise
from coxa.capture.video import inspect
from coxa.errors import UnusableFile
from coxa.wording import say_error

FILES = Path(__file__).parent / "files"
KINDS = [*sorted(FIRST_BOXES), b"moof", b"trak", b"mdia", b"hdlr", b"tkhd", b"mvhd", b"minf"]
KINDS += [b"stbl", b"stsz", b"traf", b"trun", b"\0\0\0\0", b"\xff\xff\xff\xff"]
ELEMENTS = [b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67", b"\x1f\x43\xb6\x75", b"\x15\x49\xa9\x66"]
ELEMENTS += [b"\x2a\xd7\xb1", b"\x44\x89", b"\xec", b"\xa3", b"\x00", b"\xff"]
LENGTHS = [
    b"\x80",
    b"\x84",
    b"\x88",
    b"\xff",
    b"\x01" + b"\xff" * 7,
    b"\x01" + b"\xff" * 6 + b"\xfe",
]


def box(kind: bytes, content: bytes, announced: int | None = None) -> bytes:
    size = len(content) + 8 if announced is None else announced
    if size < 1 << 32:
        return struct.pack(">I", size) + kind + content
    return struct.pack(">I", 1) + kind + struct.pack(">Q", size) + content


SIZES = st.none() | st.sampled_from([0, 1, 7, 8, 16, 2**31, 2**32 - 1, 2**63, 2**64 - 1])
LEAVES = st.builds(box, st.sampled_from(KINDS), st.binary(max_size=120), SIZES)
BOXES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        box, st.sampled_from(KINDS), st.lists(inner, max_size=4).map(b"".join), SIZES
    ),
    max_leaves=20,
)
MP4 = st.builds(
    lambda first, rest: first + b"".join(rest),
    st.sampled_from([box(kind, b"") for kind in sorted(FIRST_BOXES)]),
    st.lists(BOXES, max_size=6),
)
ELEMENT = st.builds(
    lambda kind, length, content: kind + length + content,
    st.sampled_from(ELEMENTS),
    st.sampled_from(LENGTHS),
    st.binary(max_size=12),
)
WEBM = st.lists(ELEMENT, max_size=30).map(lambda found: ELEMENTS[0] + b"".join(found))
ANY = st.binary(max_size=400) | MP4 | WEBM


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "a.mp4"


def promise_of(place: Path, content: bytes) -> Promise | None:
    place.write_bytes(content)
    return read_promise(place)


@given(content=ANY)
@settings(max_examples=400)
def test_any_bytes_make_a_promise_or_none(place: Path, content: bytes) -> None:
    promise = promise_of(place, content)
    assert promise is None or isinstance(promise.whole, bool)
    if promise is not None and promise.duration_s is not None:
        assert 0 < promise.duration_s < math.inf


@given(content=ANY, cut=st.floats(0, 1))
def test_inspecting_any_bytes_gives_a_promise_or_a_sentence(
    place: Path, content: bytes, cut: float
) -> None:
    place.write_bytes(content[: int(cut * len(content))])
    sentence = ""
    try:
        inspect(place)
    except UnusableFile as fault:
        sentence = say_error(fault)
    promise = read_promise(place) if content[: int(cut * len(content))] else None
    fine = promise is not None and promise.whole and promise.believable
    assert fine != (place.name in sentence)


CRUMBS = {
    "empty boxes": box(b"free", b"") * 50_000,
    "empty boxes in a movie": box(b"moov", box(b"trak", b"") * 50_000),
    "tracks that reach to the end": box(b"moov", box(b"trak", box(b"mdia", b"", 2**31)) * 50_000),
    "empty elements": ELEMENTS[0] + b"\x80" + b"\xec\x80" * 50_000,
    "fragments without pictures": box(b"moof", box(b"traf", b"")) * 50_000,
}


@pytest.mark.parametrize("name", CRUMBS)
def test_of_a_file_made_of_crumbs_only_so_many_are_looked_at(
    place: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "MOST_LOOKS", 20_000)
    place.write_bytes(box(b"ftyp", b"") * (name != "empty elements") + CRUMBS[name])
    tracemalloc.start()
    assert read_promise(place) is None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 500_000


def test_a_movie_longer_than_the_file_is_cut_off_whatever_it_announces(place: Path) -> None:
    for announced in (2**31, 2**63 - 1, 2**64 - 1):
        assert promise_of(place, box(b"ftyp", b"") + box(b"moov", b"", announced)) == Promise(False)


def with_pictures(kind: bytes, at: int, count: int) -> bytes:
    """A good file whose table of that kind announces ``count`` pictures of a byte each."""
    name = "fragments.mp4" if kind == b"trun" else "steady.mp4"
    content = bytearray((FILES / name).read_bytes())
    start = content.index(kind) + 4 + at
    size = b"" if kind == b"trun" else struct.pack(">I", 1)
    content[start : start + len(size) + 4] = size + struct.pack(">I", count)
    return bytes(content)


@pytest.mark.parametrize(("kind", "at"), [(b"stsz", 4), (b"trun", 4)])
def test_more_pictures_than_any_recording_has_are_not_given_to_the_decoder(
    place: Path, kind: bytes, at: int
) -> None:
    """Six thousand bytes that announce 80 million pictures took FFmpeg 5 GB and 40 s."""
    place.write_bytes(with_pictures(kind, at, 80_000_000))
    with pytest.raises(UnusableFile, match="recording_absurd"):
        inspect(place)
    place.write_bytes(with_pictures(kind, at, 3_000_000))
    assert inspect(place).whole


def test_a_length_of_all_ones_stands_for_unknown(place: Path) -> None:
    content = bytearray((FILES / "steady.mp4").read_bytes())
    start = content.index(b"tkhd") + 4 + 20
    content[start : start + 4] = b"\xff" * 4
    assert promise_of(place, bytes(content)) == Promise(True, None)
