"""Kept landmarks that were damaged are refused in one plain way, or read as they were."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coxa.capture import load_recording, save_recording
from coxa.capture.keeping import FORMAT
from coxa.errors import UnusableFile
from tests.synthetic_body import Script, film, repeats

RECORDING = film(Script(right_deg=repeats(30), duration_s=3), fps=10, noise_px=1)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("landmarks") / "a.npz"
    save_recording(RECORDING, path)
    return path


def read_or_refused(path: Path) -> None:
    """Only our own fault, and what is read has the shape that the rest relies on."""
    try:
        recording = load_recording(path)
    except UnusableFile as fault:
        assert fault.message_id in {"landmarks_damaged", "landmarks_too_new"}  # noqa: PT017
        return
    assert recording.image_px.shape == (recording.frame_count, 33, 2)
    assert recording.time_s.dtype == np.float64


@given(cut=st.floats(0.5, 1), flips=st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255))))
@settings(max_examples=150)
def test_cut_and_flipped_bytes(good: Path, cut: float, flips: list[tuple[float, int]]) -> None:
    content = bytearray(good.read_bytes())
    for place, value in flips:
        content[int(place * len(content))] = value
    path = good.with_name("damaged.npz")
    path.write_bytes(content[: int(cut * len(content))] if cut < 0.9 else content)
    read_or_refused(path)


def with_array(good: Path, name: str, content: bytes) -> Path:
    """The same file with other bytes for one of its arrays."""
    path = good.with_name("exchanged.npz")
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.namelist():
            new.writestr(item, content if item == f"{name}.npy" else old.read(item))
    return path


def npy(values: object) -> bytes:
    file = io.BytesIO()
    np.save(file, np.asarray(values))
    return file.getvalue()


COUNT = RECORDING.frame_count
WRONG: dict[str, tuple[str, bytes]] = {
    "a number for a row": ("time_s", npy(3.0)),
    "words for times": ("time_s", npy(["x"] * COUNT)),
    "whole numbers for times": ("time_s", npy(np.arange(COUNT))),
    "complex places": ("image_px", npy(np.zeros((COUNT, 33, 2), np.complex64))),
    "a clock that runs backwards": ("time_s", npy(np.arange(COUNT)[::-1] / 10)),
    "a clock that stands": ("time_s", npy(np.zeros(COUNT))),
    "times that are no numbers": ("time_s", npy(np.full(COUNT, np.nan))),
    "a width in words": ("width_px", npy("wide")),
    "a model of numbers": ("model", npy(7)),
    "two widths": ("width_px", npy([640, 480])),
    "a version in words": ("format", npy("one")),
    "a gigantic array": (
        "time_s",
        npy(np.zeros(1)).replace(b"(1,)", b"(9999999999999,)").replace(b" " * 13, b"", 1),
    ),
    "a header of rubbish": ("time_s", npy(np.zeros(1))[:10] + b"[" * 60),
    "pickled things": ("time_s", b"\x80\x04N."),
    "nothing": ("time_s", b""),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_array_of_another_kind_is_refused(good: Path, name: str) -> None:
    with pytest.raises(UnusableFile, match="landmarks_damaged"):
        load_recording(with_array(good, *WRONG[name]))


def test_a_later_version_is_told_apart_from_damage(good: Path) -> None:
    with pytest.raises(UnusableFile, match="landmarks_too_new"):
        load_recording(with_array(good, "format", npy(FORMAT + 1)))
