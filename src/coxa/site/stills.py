"""The pictures of key poses and faults that the build draws: where they are, without Django."""

from __future__ import annotations

from pathlib import Path

from coxa.body import FigureView, best_view
from coxa.catalogue import CommonFault, Exercise, KeyPose

STATIC = Path(__file__).parent / "static"
STILLS = "built/figure/stills"


def still_name(exercise: Exercise, pose: KeyPose) -> str | None:
    """The picture's name among the static files; ``None`` when the build drew none."""
    name = f"{STILLS}/{exercise.id}-{pose.id}-{best_view(pose.orientation).value}.webp"
    return name if (STATIC / name).is_file() else None


def fault_names(exercise: Exercise, fault: CommonFault) -> tuple[str, str] | None:
    """The end pose and the same with a fault, seen from where the build drew it from."""
    for view in FigureView:
        right, wrong = (
            f"{STILLS}/{exercise.id}-{what}-{view.value}.webp"
            for what in ("end", f"fault-{fault.id}")
        )
        if (STATIC / right).is_file() and (STATIC / wrong).is_file():
            return right, wrong
    return None


def picture_names(exercise: Exercise) -> dict[str, str]:
    """The names of the pictures of an exercise, by key pose; without those never drawn."""
    names = {pose.id: still_name(exercise, pose) for pose in exercise.key_poses}
    return {pose: name for pose, name in names.items() if name}


def read_picture(name: str) -> bytes:
    """A picture by its name among the static files."""
    return (STATIC / name).read_bytes()
