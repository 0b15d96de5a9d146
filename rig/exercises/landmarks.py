"""What the pose net sees in films, kept beside them: the slow step, done once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coxa.capture import record_video, save_recording
from coxa.pose import Model


def keep_landmarks(folder: Path, model: Model, threads: int) -> Iterator[str]:
    """Read every film that has not been read; the names, one after another."""
    for video in sorted(folder.glob("*.mp4")):
        kept = video.with_suffix(".npz")
        if ".part" in video.name or kept.exists():
            continue
        found = record_video(video, model=model, threads=threads)
        save_recording(found, kept)
        yield video.stem
