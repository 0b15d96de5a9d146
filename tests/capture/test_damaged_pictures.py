"""Damaged videos through the decoder itself: our own fault or a sound recording, nothing else."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.capture import PoseRecording, record_video
from coxa.errors import UnusableFile
from coxa.wording import say_error
from tests.capture.fakes import FakePose

FILES = Path(__file__).parent / "files"
FLIPS = st.lists(st.tuples(st.floats(0, 0.9999), st.integers(1, 255)), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged") / "a.video"


def read(place: Path, content: bytes) -> PoseRecording | None:
    """The recording, whose clock runs; None when the file was refused with a sentence."""
    place.write_bytes(content)
    try:
        recording = record_video(place, pose=FakePose())
    except UnusableFile as fault:
        assert place.name in say_error(fault)  # noqa: PT017
        return None
    assert np.isfinite(recording.time_s).all()
    assert (np.diff(recording.time_s) > 0).all()
    assert len(recording.image_px) == recording.frame_count > 0
    return recording


@pytest.mark.parametrize("name", ["steady.mp4", "uneven.webm"])
@given(cut=st.floats(0.01, 0.999))
@settings(max_examples=15)
def test_a_cut_video_is_refused(place: Path, name: str, cut: float) -> None:
    content = (FILES / name).read_bytes()
    assert read(place, content[: int(cut * len(content))]) is None


@pytest.mark.parametrize("name", ["steady.mp4", "uneven.webm"])
@pytest.mark.parametrize("first_share", [0.1, 1.0])
@given(flips=FLIPS)
@settings(max_examples=20)
def test_flipped_bytes_in_the_head_or_anywhere(
    place: Path, name: str, first_share: float, flips: list[tuple[float, int]]
) -> None:
    content = bytearray((FILES / name).read_bytes())
    for at, bits in flips:
        content[int(at * first_share * len(content))] ^= bits
    read(place, bytes(content))


def patched(name: str, after: bytes, offset: int, value: bytes) -> bytes:
    content = bytearray((FILES / name).read_bytes())
    start = content.index(after) + len(after) + offset
    content[start : start + len(value)] = value
    return bytes(content)


MATRIX = 40  # bytes from the start of a track header to its matrix


@pytest.mark.parametrize(
    "tag",
    [
        (0, 0, 0, 0, 0, 0, 0, 0, 0),
        (0x7FFFFFFF,) * 9,
        (46341, 46341, 0, -46341, 46341, 0, 0, 0, 0x40000000),
        (-0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000),
    ],
    ids=["nothing", "too large", "a quarter of a right angle", "a mirror"],
)
def test_a_nonsense_rotation_tag_leaves_the_pictures_whole(
    place: Path, tag: tuple[int, ...]
) -> None:
    content = patched("steady.mp4", b"tkhd", MATRIX, struct.pack(">9i", *tag))
    recording = read(place, content)
    assert recording is not None
    assert {recording.width_px, recording.height_px} == {96, 64}
    assert recording.frame_count == 90


@pytest.mark.parametrize("turn", [(0, 1, -1, 0), (0, -1, 1, 0)])
def test_a_portrait_tag_makes_a_portrait_recording(
    place: Path, turn: tuple[int, int, int, int]
) -> None:
    a, b, c, d = (0x10000 * one for one in turn)
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 0x40000000)
    recording = read(place, patched("steady.mp4", b"tkhd", MATRIX, matrix))
    assert recording is not None
    assert (recording.width_px, recording.height_px) == (64, 96)


def test_a_gigantic_announced_picture_is_not_made(place: Path) -> None:
    """The sample entry says 65535 by 65535; the pictures themselves know better."""
    content = patched("steady.mp4", b"avc1", 24, struct.pack(">HH", 65535, 65535))
    recording = read(place, content)
    assert recording is None or (recording.width_px, recording.height_px) == (96, 64)


@pytest.mark.parametrize("units_per_s", [0, 1, 2**32 - 1])
def test_an_absurd_clock_is_refused(place: Path, units_per_s: int) -> None:
    """Time units of the track: none, one or four thousand million a second."""
    content = patched("steady.mp4", b"mdhd", 12, struct.pack(">I", units_per_s))
    assert read(place, content) is None
