"""People who do something else while an exercise is awaited: nothing may be counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coxa.capture import PoseRecording, load_recording, record_video, save_recording
from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import SeenWhat
from validation.coach.films import frames_of
from validation.coach.led import led


@dataclass(frozen=True)
class Stranger:
    """One recording of somebody before one exercise that is awaited."""

    video: str
    exercise_id: str
    side: Side
    recognised: bool
    """The start pose was seen."""
    counted: int
    """Repetitions of any kind."""
    faults: int


def strangers(
    videos: Path, kept: Path, exercises: Sequence[Exercise], *, every_fault: bool
) -> Iterator[Stranger]:
    """Every video of a folder before every exercise, on either side."""
    for video in sorted(videos.glob("*.mp4")):
        found = _seen(video, kept)
        size_px = found.width_px, found.height_px
        for exercise in exercises:
            for side in Side:
                made = led(exercise, side, frames_of(found), size_px, every_fault=every_fault)
                yield Stranger(
                    video.name,
                    exercise.id,
                    side,
                    recognised=any(one.what is SeenWhat.IN_POSITION for one in made.seen),
                    counted=made.last.full + made.last.half + made.last.fast,
                    faults=sum(one.what is SeenWhat.FAULT for one in made.seen),
                )


def _seen(video: Path, kept: Path) -> PoseRecording:
    """What the pose net sees, read once."""
    file = kept / f"{video.stem}.stranger.npz"
    if not file.exists():
        kept.mkdir(parents=True, exist_ok=True)
        save_recording(record_video(video, model="full"), file)
    return load_recording(file)
