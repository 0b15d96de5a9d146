"""Files that cannot be used are refused by name of the fault, and never read in part."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coxa.capture import record_video
from coxa.capture.container import read_promise
from coxa.capture.video import inspect
from coxa.errors import UnusableFile
from coxa.wording import say_error
from tests.capture.fakes import FakePose

FILES = Path(__file__).parent / "files"
INDEXED = ["steady.mp4", "moov_last.mp4", "uneven.mp4", "uneven.webm", "turned.mov", "fast.mp4"]
STREAMED = ["live.webm", "fragments.mp4"]


def fault_of(path: Path) -> UnusableFile:
    with pytest.raises(UnusableFile) as caught:
        record_video(path, pose=FakePose())
    sentence = say_error(caught.value)
    assert path.name in sentence
    return caught.value


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "nothing.mp4").message_id == "recording_missing"
    assert fault_of(tmp_path).message_id == "recording_missing"


def test_an_empty_file(tmp_path: Path) -> None:
    assert fault_of(written(tmp_path / "a.mp4", b"")).message_id == "recording_empty"


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"not a video at all, whatever its name says",
        b"#EXTM3U\nhttp://example.org/a.ts\n",
        b"ffconcat version 1.0\nfile '/etc/passwd'\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"RIFF\x00\x00\x00\x00AVI LIST",
    ],
)
def test_what_is_no_video_is_not_even_given_to_the_decoder(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(cv2, "VideoCapture")
    assert fault_of(written(tmp_path / "a.mp4", content)).message_id == "recording_not_video"


def test_sound_without_pictures() -> None:
    assert fault_of(FILES / "sound.m4a").message_id == "recording_no_picture"


def test_a_whole_container_with_nothing_to_decode(tmp_path: Path) -> None:
    content = bytearray((FILES / "steady.mp4").read_bytes())
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)
    fault = fault_of(written(tmp_path / "a.mp4", bytes(content)))
    assert fault.message_id == "recording_no_picture"


@pytest.mark.parametrize("name", INDEXED)
@given(share=st.floats(0.001, 0.999))
@example(share=1701 / 6269)  # steady.mp4: between its index and its pictures
@settings(max_examples=40)
def test_a_file_cut_anywhere_is_seen_to_be_cut(
    tmp_path_factory: pytest.TempPathFactory, name: str, share: float
) -> None:
    content = (FILES / name).read_bytes()
    path = tmp_path_factory.mktemp("cut") / name
    path.write_bytes(content[: max(1, int(share * len(content)))])
    with pytest.raises(UnusableFile, match=r"recording_(cut_off|not_video)"):
        inspect(path)


@pytest.mark.parametrize("name", STREAMED)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9])
def test_a_streamed_file_cut_inside_a_piece_is_seen_to_be_cut(
    tmp_path: Path, name: str, share: float
) -> None:
    content = (FILES / name).read_bytes()
    path = written(tmp_path / name, content[: int(share * len(content))])
    assert fault_of(path).message_id == "recording_cut_off"


@pytest.mark.parametrize("name", ["steady.mp4", "uneven.webm"])
def test_a_header_that_promises_more_than_there_is(tmp_path: Path, name: str) -> None:
    promise = read_promise(FILES / name)
    assert promise is not None
    assert promise.duration_s is not None
    content = doubled_duration(name, (FILES / name).read_bytes())
    fault = fault_of(written(tmp_path / name, content))
    assert fault.message_id == "recording_ends_early"
    assert fault.params["promised_s"] == pytest.approx(2 * promise.duration_s, abs=0.06)


def doubled_duration(name: str, content: bytes) -> bytes:
    """The same file, its header saying that it lasts twice as long."""
    changed = bytearray(content)
    if name.endswith(".mp4"):
        at = content.index(b"tkhd") + 4 + 20
        units = int.from_bytes(content[at : at + 4], "big")
        changed[at : at + 4] = (2 * units).to_bytes(4, "big")
    else:
        at = content.index(b"\x44\x89\x88") + 3
        length = np.frombuffer(content[at : at + 8], ">f8")[0]
        changed[at : at + 8] = np.array(2 * length, ">f8").tobytes()
    return bytes(changed)


def test_pictures_that_are_rubbish_in_the_middle_are_not_read_in_part(tmp_path: Path) -> None:
    content = bytearray((FILES.parents[1] / "clips/front.mp4").read_bytes())
    middle = len(content) // 2
    content[middle : middle + len(content) // 4] = np.random.default_rng(3).bytes(len(content) // 4)
    fault = fault_of(written(tmp_path / "a.mp4", bytes(content)))
    assert fault.message_id in {"recording_ends_early", "recording_gap"}


def video(path: Path, *, frames: int = 90, width: int = 96, height: int = 64) -> Path:
    fourcc = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), fourcc, 30, (width, height))
    for shade in range(frames):
        writer.write(np.full((height, width, 3), shade % 200, np.uint8))
    writer.release()
    return path


def test_a_recording_of_under_two_seconds(tmp_path: Path) -> None:
    fault = fault_of(video(tmp_path / "short.mov", frames=45))
    assert fault.message_id == "recording_too_short"


@pytest.mark.parametrize("size", [{"width": 48}, {"height": 48}, {"width": 8320, "frames": 2}])
def test_pictures_of_absurd_size(tmp_path: Path, size: dict[str, int]) -> None:
    assert fault_of(video(tmp_path / "a.mov", **size)).message_id == "recording_size"


def fragments_again() -> bytes:
    """Fragments whose times start again at zero."""
    content = (FILES / "fragments.mp4").read_bytes()
    pieces, start = [], 0
    while start < len(content):
        size = int.from_bytes(content[start : start + 4], "big")
        pieces.append((content[start + 4 : start + 8], content[start : start + size]))
        start += size
    head = b"".join(piece for kind, piece in pieces if kind in {b"ftyp", b"moov"})
    return head + 2 * b"".join(piece for kind, piece in pieces if kind in {b"moof", b"mdat"})


def webm_twice() -> bytes:
    return 2 * (FILES / "live.webm").read_bytes()


@pytest.mark.parametrize("content", [fragments_again, webm_twice])
def test_a_clock_that_runs_backwards(tmp_path: Path, content: Callable[[], bytes]) -> None:
    fault = fault_of(written(tmp_path / "a.mp4", content()))
    assert fault.message_id == "recording_clock_backwards"


@pytest.mark.parametrize("name", [*INDEXED, *STREAMED])
@given(seed=st.integers(0, 2**32 - 1), flips=st.integers(1, 40))
@settings(max_examples=60)
def test_rubbish_in_a_container_raises_nothing_but_our_own_fault(
    tmp_path_factory: pytest.TempPathFactory, name: str, seed: int, flips: int
) -> None:
    random = np.random.default_rng(seed)
    content = bytearray((FILES / name).read_bytes())
    for at in random.integers(0, len(content), flips):
        content[at] = random.integers(0, 256)
    path = tmp_path_factory.mktemp("flipped") / name
    path.write_bytes(content)
    with suppress(UnusableFile):
        inspect(path)


def test_what_a_whole_file_promises() -> None:
    lengths = {name: read_promise(FILES / name) for name in [*INDEXED, *STREAMED, "trimmed.mp4"]}
    assert all(promise is not None and promise.whole for promise in lengths.values())
    told = {name: promise.duration_s for name, promise in lengths.items() if promise}
    assert told["steady.mp4"] == pytest.approx(3.0)
    assert told["trimmed.mp4"] == pytest.approx(2.5, abs=0.1)
    assert told["uneven.webm"] == pytest.approx(3.0, abs=0.1)
    assert told["live.webm"] is None
