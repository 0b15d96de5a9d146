"""Stills of exercises from a grid of cameras, with their truth: to see what can be seen from where.

One JPEG and one line of ``stills.jsonl`` a picture. A still depends on part, seed, exercise and the
number of its body alone.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from coxa.catalogue import Exercise
from coxa.quantities import Side
from rig.exercises.spot import Spot
from rig.exercises.stage import SENSOR, Stage
from rig.exercises.way import shown_faults
from rig.ground.draws import pick, random_look, with_sensor
from rig.ground.parts import PARTS, Part, supply
from rig.ground.stills import quick_studio

LINES = "stills.jsonl"
QUALITY = 85
FOV_DEG = (44.0, 54.0)
ROLL_SD_DEG, AIM_SD_DEG = 2.0, 2.5


@dataclass(frozen=True)
class Grid:
    """Which pictures are wanted of every exercise.

    Faults are shown at the end of the way with amount 1, each alone, when ``faults`` is set.
    """

    part: Part = "fit"
    seed: int = 1
    bodies: int = 1
    azimuths_deg: tuple[float, ...] = tuple(range(0, 360, 30))
    elevations_deg: tuple[float, ...] = (10.0, 25.0, 40.0)
    distance_m: tuple[float, float] = (2.2, 2.9)
    shares: tuple[float, ...] = (0.0, 0.25, 0.5, 0.75, 1.0)
    faults: bool = True

    def doings(self, exercise: Exercise) -> list[tuple[float, str | None]]:
        """Share of the way, and the fault that is shown."""
        plain: list[tuple[float, str | None]] = [(share, None) for share in self.shares]
        return plain + [(1.0, name) for name in shown_faults(exercise) if self.faults]


def render_exercise_stills(folder: Path, exercises: Sequence[Exercise], grid: Grid) -> None:
    """Write every still of the grid."""
    folder.mkdir(parents=True, exist_ok=True)
    with quick_studio() as studio, (folder / LINES).open("w") as lines:
        for exercise, number in product(exercises, range(grid.bodies)):
            random = np.random.default_rng(
                [grid.seed, PARTS.index(grid.part), number, *exercise.id.encode()]
            )
            stock = supply(grid.part)
            body, room = pick(random, stock.bodies), pick(random, stock.rooms)
            side = Side.LEFT if random.integers(2) else Side.RIGHT
            look = random_look(random, stock, room)
            person = {"body": dataclasses.asdict(body), "look": dataclasses.asdict(look),
                      "room": room.name, "number": number}  # fmt: skip
            with Stage(exercise, side, body, look, room, studio) as stage:
                for record in _rendered(stage, folder, grid, number, random):
                    lines.write(json.dumps(record | person, separators=(",", ":")) + "\n")
            lines.flush()
            print(exercise.id, side.value, number, flush=True)


def _rendered(
    stage: Stage, folder: Path, grid: Grid, number: int, random: np.random.Generator
) -> Iterator[dict[str, Any]]:
    exercise, side = stage.exercise, stage.side
    sensor = with_sensor(random, SENSOR, stage.room)
    doings = grid.doings(exercise)
    poses = [stage.at(share, {fault: 1.0} if fault else None) for share, fault in doings]
    for azimuth_deg, elevation_deg in product(grid.azimuths_deg, grid.elevations_deg):
        spot = Spot(
            azimuth_deg,
            elevation_deg,
            distance_m=float(random.uniform(*grid.distance_m)),
            fov_deg=float(random.uniform(*FOV_DEG)),
            roll_deg=float(random.normal(0, ROLL_SD_DEG)),
            aim_up_deg=float(random.normal(0, AIM_SD_DEG)),
            aim_right_deg=float(random.normal(0, AIM_SD_DEG)),
        )
        for (share, fault), pose in zip(doings, poses, strict=True):
            picture, points = stage.picture(pose, spot, sensor=sensor, seed=number)
            doing = fault or f"{round(100 * share):03d}"
            file = (f"{exercise.id}_{side.value}_{number}_"
                    f"{azimuth_deg:.0f}_{elevation_deg:.0f}_{doing}.jpg")  # fmt: skip
            options = [cv2.IMWRITE_JPEG_QUALITY, QUALITY]
            cv2.imwrite(str(folder / file), picture[:, :, ::-1], options)
            yield {
                "file": file,
                "exercise": exercise.id,
                "side": side.value,
                "spot": dataclasses.asdict(spot),
                "share": share,
                "fault": fault,
                "landmarks_px": {mark.name.lower(): [round(v, 2) for v in at]
                                 for mark, at in points.items()},
            }  # fmt: skip
