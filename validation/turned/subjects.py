"""Whose legs are turned: frames of clips of real people, and rendered people on their stool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from coxa.pose import BlazePose, Landmarks
from coxa.quantities import Side
from coxa.records import landmark
from validation.turned.cutting import Floats, Picture

ENDINGS = (".mp4", ".mov", ".webm", ".avi")
PARTS = ("shoulder", "hip", "knee", "ankle", "heel", "foot_index")
LOOKED_AT = 24
"""Frames of a clip that are looked at, evenly spread; of the suitable ones some are used."""
LEVEL_THIGH = 0.5
"""Knees no further below the hips than this, in shank lengths, are those of a deep squat."""
SQUATTING, STANDING, SEATED = "squatting", "standing", "seated"
MIN_VISIBILITY = 0.5
# In trunk lengths: facing the camera, upright, and a shank seen at nearly its full length.
MIN_SHOULDERS, MIN_UPRIGHT, MIN_SHANK = 0.45, 0.8, 0.5
MOST_LEAN_DEG = 35.0


@dataclass(frozen=True)
class Subject:
    """One picture, the landmarks in it, and the legs of it that can be turned."""

    name: str
    posture: str
    picture: Picture
    points: dict[Side, dict[str, Floats]]
    sides: tuple[Side, ...]


def looked_at(picture: Picture, model: BlazePose) -> Landmarks | None:
    """The landmarks of a picture, by a second look where the first has shown the person to be."""
    model.follow(picture, 0.0)
    return model.follow(picture, 0.04)


def points_of(found: Landmarks) -> dict[Side, dict[str, Floats]]:
    """Side -> part -> (2,) pixels."""
    places = found.image_px.astype(np.float64)
    return {side: {part: places[landmark(side, part)] for part in PARTS} for side in Side}


def of_clip(clip: Path, most: int, threads: int) -> list[Subject]:
    """Frames of a clip with a leg that can be turned, of each posture at most so many, evenly
    spread.
    """
    subjects = []
    for number, picture in _frames(clip):
        found = looked_at(picture, BlazePose("heavy", threads))
        sides = () if found is None else turnable(found, picture)
        if found is not None and sides:
            points = points_of(found)
            name, posture = f"{clip.stem}-{number}", _posture(points)
            subjects.append(Subject(name, posture, picture, points, sides))
    chosen = []
    for posture in (SQUATTING, STANDING):
        alike = [subject for subject in subjects if subject.posture == posture]
        spread = np.linspace(0, len(alike) - 1, min(most, len(alike))).round().astype(int)
        chosen += [alike[number] for number in spread]
    return chosen


def _posture(points: dict[Side, dict[str, Floats]]) -> str:
    """By the lower knee: somebody who stands on one leg stands."""
    below = max(
        (own["knee"] - own["hip"])[1] / float(np.linalg.norm(own["ankle"] - own["knee"]))
        for own in points.values()
    )
    return SQUATTING if below <= LEVEL_THIGH else STANDING


def turnable(found: Landmarks, picture: Picture) -> tuple[Side, ...]:
    """The legs whose knee and foot are in sight, of somebody upright who faces the camera."""
    points = points_of(found)
    left, right = points[Side.LEFT], points[Side.RIGHT]
    trunk = (left["hip"] + right["hip"] - left["shoulder"] - right["shoulder"]) / 2
    length = float(np.linalg.norm(trunk))
    facing = left["shoulder"][0] - right["shoulder"][0] >= MIN_SHOULDERS * length
    if not facing or trunk[1] < MIN_UPRIGHT * length:
        return ()
    return tuple(side for side in Side if _leg_turnable(found, points, side, length, picture))


def _leg_turnable(
    found: Landmarks,
    points: dict[Side, dict[str, Floats]],
    side: Side,
    trunk_px: float,
    picture: Picture,
) -> bool:
    own, parts = points[side], ("knee", "ankle", "foot_index")
    size = np.array([picture.shape[1], picture.shape[0]])
    shank = own["ankle"] - own["knee"]
    seen = all(found.visibility[landmark(side, part)] >= MIN_VISIBILITY for part in parts)
    inside = all((own[part] >= 0).all() and (own[part] < size).all() for part in parts)
    upright = abs(np.degrees(np.arctan2(shank[0], shank[1]))) <= MOST_LEAN_DEG
    return bool(seen and inside and upright and np.linalg.norm(shank) >= MIN_SHANK * trunk_px)


def _frames(clip: Path) -> Iterator[tuple[int, Picture]]:
    video = cv2.VideoCapture(str(clip))
    count = int(video.get(cv2.CAP_PROP_FRAME_COUNT))
    wanted = set(np.linspace(0, max(count - 1, 0), LOOKED_AT).round().astype(int).tolist())
    number = 0
    while True:
        read, picture = video.read()
        if not read:
            return
        if number in wanted:
            yield number, np.asarray(picture, np.uint8)
        number += 1
