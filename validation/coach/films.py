"""The films of a part with their truth, and what the pose net saw in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from coxa.capture import Frame, PoseRecording, load_recording
from coxa.quantities import Side


@dataclass(frozen=True)
class FilmedRep:
    """One repetition as it was filmed; times are the film's. The moments that a body which goes no
    further than half-way never reaches are ``None``.
    """

    kind: str
    starts_s: float
    ends_s: float
    at_end_s: float | None
    left_end_s: float | None
    over_s: float
    hold_s: float
    faults: dict[str, tuple[float, float]]
    """By fault: from when to when it shows at least half of a plain case."""

    @property
    def full(self) -> bool:
        """To the end of the range and held."""
        return self.kind in ("right", "fault")


@dataclass(frozen=True)
class Film:
    """One film: who does what before which camera, and what truly happens."""

    name: str
    exercise_id: str
    side: Side
    story: str
    person: int
    place: str
    reps: tuple[FilmedRep, ...]
    path: Path

    @cached_property
    def recording(self) -> PoseRecording:
        return load_recording(self.path.with_suffix(".npz"))

    def frames(self) -> Iterator[Frame]:
        """What a watcher would have been given live."""
        yield from frames_of(self.recording)


def frames_of(found: PoseRecording) -> Iterator[Frame]:
    """A recording's landmarks, frame by frame, as a live camera delivers them."""
    for k, time_s in enumerate(found.time_s):
        yield Frame(
            number=k,
            time_s=float(time_s),
            people=int(found.people[k]),
            score=float(found.score[k] > 0),
            image_px=tuple(found.image_px[k].ravel().tolist()),
            visibility=tuple(np.nan_to_num(found.visibility[k]).tolist()),
        )


def films_in(folder: Path, part: str) -> list[Film]:
    """All films of a part that have been read by the pose net, by name."""
    kept = sorted(folder.glob(f"*_{part}_*.truth.json"))
    films = [film_of(path) for path in kept]
    return [film for film in films if film.path.with_suffix(".npz").exists()]


def film_of(path: Path) -> Film:
    """A film by its truth file."""
    truth = json.loads(path.read_text("utf-8"))
    plan = truth["plan"]
    return Film(
        name=plan["name"],
        exercise_id=plan["exercise"],
        side=Side(plan["side"]),
        story=plan["story"],
        person=plan["person"],
        place=plan["place"],
        reps=tuple(_rep(rep) for rep in truth["expected"]["reps"]),
        path=path.with_name(path.name.removesuffix(".truth.json") + ".mp4"),
    )


def _rep(rep: dict[str, Any]) -> FilmedRep:
    return FilmedRep(
        kind=rep["kind"],
        starts_s=rep["starts_s"],
        ends_s=rep["ends_s"],
        at_end_s=rep["at_end_s"],
        left_end_s=rep["left_end_s"],
        over_s=rep["over_s"],
        hold_s=rep["hold_s"],
        faults={
            name: (fault["from_s"], fault["to_s"])
            for name, fault in rep["faults"].items()
            if fault["from_s"] is not None
        },
    )
