"""The slow step, done once: recordings through the pose model, kept as landmarks on disk.

A kept file is found by the content of its video, the pose model and the code that reads it, so a
run can be broken off and taken up again, and never uses what older code has read.
"""

from __future__ import annotations

import ast
import hashlib
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import coxa.capture
import coxa.pose
from coxa.capture import PoseRecording, load_recording, record_video, save_recording
from coxa.pose import Model
from validation.ground import Recording

KEY_LENGTH = 16
# What of the capture room reads a video; the rest of it keeps landmarks, or takes them elsewhere.
READERS = ("ahead.py", "container.py", "record.py", "spool.py", "video.py")


def posed(
    recordings: Sequence[Recording],
    model: Model,
    kept: Path,
    *,
    threads: int = 2,
    tell: bool = True,
) -> Iterator[tuple[Recording, PoseRecording]]:
    """Each recording with its landmarks, from the folder ``kept`` or read now and kept there."""
    files = [kept_file(recording, model, kept) for recording in recordings]
    missing = sum(not file.is_file() for file in files)
    began_s, read = time.monotonic(), 0
    for recording, file in zip(recordings, files, strict=True):
        if not file.is_file():
            keep(recording, model, file, threads)
            read += 1
            left_min = (time.monotonic() - began_s) / read * (missing - read) / 60
            if tell:
                print(f"{read}/{missing} {recording.name}, {left_min:.0f} min left", flush=True)
        yield recording, load_recording(file)


def keep(recording: Recording, model: Model, file: Path, threads: int) -> None:
    """Read a recording by the pose model and write its landmarks."""
    mirrored = recording.scene.camera.mirrored
    found = record_video(recording.video, model=model, mirrored=mirrored, threads=threads)
    file.parent.mkdir(parents=True, exist_ok=True)
    save_recording(found, file)


def kept_file(recording: Recording, model: Model, kept: Path) -> Path:
    """Where the landmarks of a recording are kept."""
    content = hashlib.sha256(recording.video.read_bytes())
    content.update(f"{model} {recording.scene.camera.mirrored} {pose_version()}".encode())
    return kept / f"{recording.name}.{model}.{content.hexdigest()[:KEY_LENGTH]}.npz"


@cache
def pose_version() -> str:
    """A fingerprint of the code and the weights that turn a video into landmarks."""
    pose, capture = (Path(room.__file__ or "").parent for room in (coxa.pose, coxa.capture))
    code = [*sorted(pose.glob("*.py")), *(capture / name for name in READERS)]
    digest = hashlib.sha256((pose / "weights/SHA256SUMS").read_bytes())
    for file in code:
        digest.update(what_it_does(file.read_text("utf-8")).encode())
    return digest.hexdigest()


def what_it_does(source: str) -> str:
    """Python source without its comments, docstrings and layout."""
    tree = ast.parse(source)
    for part in ast.walk(tree):
        body = getattr(part, "body", None)
        if isinstance(body, list):
            part.body = [line for line in body if not _is_text(line)]  # type: ignore[attr-defined]
    return ast.dump(tree)


def _is_text(line: ast.AST) -> bool:
    return (
        isinstance(line, ast.Expr)
        and isinstance(line.value, ast.Constant)
        and isinstance(line.value.value, str)
    )
