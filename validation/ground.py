"""The proving ground as files: recordings of rendered people with the truth of every movement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from coxa.quantities import Direction, Side
from rig.scene import Scene

TRUTH = ".truth.json"
UNFINISHED = ".part"
Movement = tuple[Side, Direction]


@dataclass(frozen=True)
class Recording:
    """One recording and what is true in it.

    Attributes
    ----------
    base : the rendered recording that this one was derived from, or its own name.
    derived : what was changed since (``crf``, ``blur_px``, ``noise``, ``smear``, ...); empty for a
        rendered one. The scene's frame rate and picture size are those of this recording.
    person : names who is set up several times anew, in the same clothes and room; else ``None``.
    refusal : what is wrong with the recording; ``None`` when every movement should be read.
    truth_deg : rotation relative to the pelvis, the mean over the scripted holds.
    hike_deg : how far the pelvis tilts in those holds from where it was at neutral.
    shown_s : a moment worth showing: amid the first hold, else half way through.
    """

    name: str
    video: Path
    scene: Scene
    base: str
    derived: Mapping[str, float]
    person: str | None
    refusal: str | None
    truth_deg: Mapping[Movement, float]
    hike_deg: Mapping[Movement, float]
    shown_s: float

    @property
    def is_base(self) -> bool:
        return not self.derived

    @cached_property
    def body(self) -> str:
        """The same for all recordings of one body."""
        return repr(self.scene.body)


def recordings_in(folder: Path) -> list[Recording]:
    """All finished recordings of a part, by name.

    Raises
    ------
    FileNotFoundError
        When the folder holds none, or one without its truth.
    """
    videos = [video for video in sorted(folder.glob("*.mp4")) if UNFINISHED not in video.suffixes]
    if not videos:
        raise FileNotFoundError(f"no recordings in {folder}; make them: python -m rig ground")
    return [read_recording(video.with_name(video.stem + TRUTH), video) for video in videos]


def read_recording(truth_file: Path, video: Path) -> Recording:
    """A recording and what its truth file says of it."""
    name = truth_file.name.removesuffix(TRUTH)
    truth = json.loads(truth_file.read_text("utf-8"))
    expected = {
        (Side(reading["side"]), Direction(reading["direction"])): float(reading["value_deg"])
        for reading in truth["expected"]
    }
    return Recording(
        name=name,
        video=video,
        scene=Scene.from_dict(truth["scene"]),
        base=truth.get("base", name),
        derived=truth.get("derived") or {},
        person=truth.get("person"),
        refusal=truth["refusal"],
        truth_deg=expected,
        hike_deg={movement: _hike_deg(truth["frames"], movement) for movement in expected},
        shown_s=_shown_s(truth["frames"]),
    )


def _shown_s(frames: Mapping[str, list[Any]]) -> float:
    all_s = frames["time_s"]
    holds = zip(all_s, frames["phase"], frames["repeat"], strict=True)
    held_s = [time_s for time_s, phase, repeat in holds if phase == "hold" and repeat == 1]
    # Of a first repeat there is one hold per movement: the first of them.
    first_s = [time_s for time_s in held_s if time_s - held_s[0] < 2.0] or all_s
    return float(first_s[len(first_s) // 2])


def _hike_deg(frames: Mapping[str, list[Any]], movement: Movement) -> float:
    side, direction = movement
    phase = np.array(frames["phase"])
    held = (phase == "hold") & (np.array(frames["side"]) == side)
    held &= np.array(frames["direction"]) == direction
    hike_deg = np.array(frames["pelvis_hike_deg"], dtype=float)
    neutral = phase == "neutral"
    rest_deg = float(hike_deg[neutral].mean()) if neutral.any() else 0.0
    return float(hike_deg[held].mean()) - rest_deg
