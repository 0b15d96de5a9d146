"""Rendered people on their stool, turned twice: by the body itself, and by cutting and pasting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coxa.pose import BlazePose
from coxa.quantities import Side
from rig.film import grained
from rig.pose import Angles
from rig.stage import Stage
from rig.stills import random_scene
from validation.turned.cutting import Picture
from validation.turned.seeing import TO_THE_RIGHT, TURNS_DEG, Pictures, cut_and_turned
from validation.turned.subjects import SEATED, Subject, looked_at, points_of, turnable

SEED, SIZE_PX, MOST_YAW_DEG = 61, 640, 10.0


@dataclass(frozen=True)
class Pair:
    """A leg turned by the same angles in the picture, by its own hip and by scissors."""

    name: str
    side: Side
    by_body: Pictures
    by_cutting: Pictures


def pairs(count: int, threads: int) -> Iterator[Pair]:
    """So many seated people, both legs of each, where the landmarks show them well enough."""
    random = np.random.default_rng(SEED)
    for number in range(count):
        scene = random_scene(random, f"seated-{number}", SIZE_PX, MOST_YAW_DEG)
        with Stage(scene) as stage:
            neutral = _picture(stage, Angles(), random)
            found = looked_at(neutral, BlazePose("heavy", threads))
            if found is None:
                continue
            sides = turnable(found, neutral)
            subject = Subject(scene.name, SEATED, neutral, points_of(found), sides)
            for side in sides:
                by_body = _by_body(stage, side, neutral, random)
                angles_deg: Sequence[float] = [known for known, _ in by_body[1:]]
                cut = tuple(cut_and_turned(subject, side, angles_deg))
                yield Pair(scene.name, side, by_body, cut)


def _by_body(stage: Stage, side: Side, neutral: Picture, random: np.random.Generator) -> Pictures:
    """The truth is the true turn of knee to ankle in the picture, as the scissors turn it."""
    at_rest_deg = _lean_deg(stage, Angles(), side)
    pictures = [(0.0, neutral)]
    for rotation_deg in TURNS_DEG:
        angles = Angles(**{f"rotation_{side}_deg": rotation_deg})
        turned_deg = TO_THE_RIGHT[side] * (_lean_deg(stage, angles, side) - at_rest_deg)
        pictures.append((turned_deg, _picture(stage, angles, random)))
    return pictures


def _lean_deg(stage: Stage, angles: Angles, side: Side) -> float:
    places = stage.landmarks_px(stage.pose(angles))
    x, y = np.subtract(places[f"{side}_ankle"], places[f"{side}_knee"])
    return float(np.degrees(np.arctan2(x, y)))


def _picture(stage: Stage, angles: Angles, random: np.random.Generator) -> Picture:
    drawn = grained(stage.picture(stage.pose(angles)), stage.scene.room.grain, random)
    return np.ascontiguousarray(drawn[:, :, ::-1])
