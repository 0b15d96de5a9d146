"""Random stills of the lying and standing tests with their truth; each set begins neutral."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from rig.ground.parts import PARTS, Part
from rig.ground.stills import JPEG_QUALITY, LINES, quick_studio
from rig.positions.draws import ViewDraw, other_setting, random_angles, random_scene
from rig.positions.scene import Position
from rig.positions.stage import PositionStage
from rig.sensor import Sensor


def render_position_stills(
    folder: Path,
    position: Position,
    view: ViewDraw,
    part: Part,
    count: int,
    per_set: int,
    seed: int,
    settings: int = 1,
) -> None:
    """Write `count` JPEGs and one `stills.jsonl`, a line per picture: file, set, scene, truth.

    A set is one body in one posture before one camera; `settings` sets share a body, its clothes
    and its room, which saves most of the time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng([seed, PARTS.index(part)])
    with quick_studio() as studio, (folder / LINES).open("w") as lines:
        for first in range(0, count, per_set * settings):
            name = f"{position}_{seed}_{first // per_set:04d}"
            scene = random_scene(random, name, position, view, part)
            with PositionStage(scene, studio) as stage:
                for k in range(min(settings, -(-(count - first) // per_set))):
                    if k:
                        number = first // per_set + k
                        name = f"{position}_{seed}_{number:04d}"
                        stage.recast(other_setting(random, scene, name, view))
                    for record in _render_set(stage, folder, per_set, random):
                        lines.write(json.dumps(record, separators=(",", ":")) + "\n")
                        lines.flush()


def _render_set(
    stage: PositionStage, folder: Path, count: int, random: np.random.Generator
) -> Iterator[dict[str, Any]]:
    scene, sensor = stage.scene, Sensor(stage.scene.camera, random)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(*JPEG_QUALITY))]
    for k in range(count):
        angles = random_angles(random, scene.position, scene.posture.tested, k == 0)
        posed = stage.pose(angles)
        picture = sensor.developed(stage.picture(posed))
        file = f"{scene.name}_{k:02d}.jpg"
        cv2.imwrite(str(folder / file), picture[:, :, ::-1], quality)
        yield {
            "file": file,
            "set": scene.name,
            "neutral": k == 0,
            "scene": scene.to_dict(),
            "truth": dataclasses.asdict(stage.truth(posed, angles)),
            "landmarks_px": stage.landmarks_px(posed),
        }
