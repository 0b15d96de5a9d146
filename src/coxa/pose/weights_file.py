"""Finds the packaged weights of the pose nets and makes sure that they are the right ones."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from coxa.errors import MissingPart

Model = Literal["heavy", "full"]
MODELS: tuple[Model, ...] = get_args(Model)

FOLDER = Path(__file__).parent / "weights"
CHECKSUMS = "SHA256SUMS"
DETECTOR = "pose_detection.tflite"


def landmark_weights(model: Model) -> str:
    """File name of the weights of the landmark net ``model``."""
    return f"pose_landmark_{model}.tflite"


def weights_path(name: str, folder: Path = FOLDER) -> Path:
    """Path of a weights file whose checksum is the one that the build was given.

    Raises
    ------
    MissingPart
        ``pose_weights_missing`` when the file is not there, ``pose_weights_damaged`` when its
        content is another one.
    """
    path = folder / name
    if not path.is_file():
        raise MissingPart("pose_weights_missing", file=name)
    if _sha256(path, path.stat().st_mtime_ns) != _expected(folder)[name]:
        raise MissingPart("pose_weights_damaged", file=name)
    return path


def _expected(folder: Path) -> dict[str, str]:
    lines = (folder / CHECKSUMS).read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


@cache
def _sha256(path: Path, _mtime_ns: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
