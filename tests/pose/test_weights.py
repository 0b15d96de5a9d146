"""Weights that are missing or damaged are named, not run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coxa.errors import MissingPart
from coxa.pose.weights_file import CHECKSUMS, DETECTOR, FOLDER, weights_path
from coxa.wording import say_error


def test_the_packaged_weights_are_found() -> None:
    assert weights_path(DETECTOR).is_file()


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="pose_weights_missing") as fault:
        weights_path(DETECTOR, tmp_path)
    assert DETECTOR in say_error(fault.value)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    shutil.copy(FOLDER / CHECKSUMS, tmp_path)
    content = bytearray((FOLDER / DETECTOR).read_bytes())
    content[1000] ^= 1
    (tmp_path / DETECTOR).write_bytes(content)
    with pytest.raises(MissingPart, match="pose_weights_damaged"):
        weights_path(DETECTOR, tmp_path)
