"""The pictures of key poses that the build draws: where they are, without Django."""

from __future__ import annotations

from pathlib import Path

from coxa.body import best_view
from coxa.catalogue import Exercise, KeyPose

STATIC = Path(__file__).parent / "static"
STILLS = "built/figure/stills"


def still_name(exercise: Exercise, pose: KeyPose) -> str | None:
    """The picture's name among the static files; ``None`` when the build drew none."""
    name = f"{STILLS}/{exercise.id}-{pose.id}-{best_view(pose.orientation).value}.webp"
    return name if (STATIC / name).is_file() else None


def picture_names(exercise: Exercise) -> dict[str, str]:
    """The names of the pictures of an exercise, by key pose; without those never drawn."""
    names = {pose.id: still_name(exercise, pose) for pose in exercise.key_poses}
    return {pose: name for pose, name in names.items() if name}


def read_picture(name: str) -> bytes:
    """A picture by its name among the static files."""
    return (STATIC / name).read_bytes()
