"""Random stills of the lying and standing tests with their truth; each set begins neutral."""

import dataclasses
import json
from pathlib import Path

import cv2
import numpy as np

from rig.film import grained
from rig.positions.draws import Part, ViewDraw, random_angles, random_scene
from rig.positions.scene import Position
from rig.positions.stage import PositionStage

JPEG_QUALITY = 85


def render_position_stills(
    folder: Path,
    position: Position,
    view: ViewDraw,
    part: Part,
    count: int,
    per_set: int,
    seed: int,
) -> None:
    """Write `count` JPEGs and one `stills.jsonl`, a line per picture: file, set, scene, truth."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    with (folder / "stills.jsonl").open("w") as lines:
        for first in range(0, count, per_set):
            name = f"{position}_{seed}_{first // per_set:04d}"
            scene = random_scene(random, name, position, view, part)
            with PositionStage(scene) as stage:
                for k in range(min(per_set, count - first)):
                    angles = random_angles(random, position, scene.posture.tested, k == 0)
                    posed = stage.pose(angles)
                    picture = grained(stage.picture(posed), scene.room.grain, random)
                    file = f"{name}_{k:02d}.jpg"
                    quality = [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
                    cv2.imwrite(str(folder / file), picture[:, :, ::-1], quality)
                    record = {
                        "file": file,
                        "set": name,
                        "neutral": k == 0,
                        "scene": scene.to_dict(),
                        "truth": dataclasses.asdict(stage.truth(posed, angles)),
                        "landmarks_px": stage.landmarks_px(posed),
                    }
                    lines.write(json.dumps(record, separators=(",", ":")) + "\n")
