"""Random stills with their truth, in sets of one person, clothes, room and camera; the first of a
set is its neutral pose. A set depends on part, seed and its number alone, so that what exists is
kept and a longer run begins like a shorter one.
"""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from rig.ground.draws import random_angles, random_scene
from rig.ground.parts import PARTS, Part, supply
from rig.pose import Angles
from rig.scene import Scene
from rig.sensor import Sensor
from rig.stage import Stage
from rig.studio import Studio
from rig.truth import truth_of

LINES = "stills.jsonl"
KIND = "seated"
JPEG_QUALITY = (40, 96)
SOME_SETS = 30


@dataclasses.dataclass(frozen=True)
class Order:
    """Which stills are wanted: `count` of one part in sets of `per_set`, from cameras turned by
    `yaw_deg` (least, most) to either side.
    """

    part: Part
    count: int
    seed: int
    per_set: int = 8
    yaw_deg: tuple[float, float] = (0.0, 20.0)

    @property
    def sets(self) -> int:
        """How many sets that is; the last one is always whole."""
        return -(-self.count // self.per_set)


def render_stills(folder: Path, order: Order) -> None:
    """Write what is missing of an order: JPEGs, and a line for each in `stills.jsonl`."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = folder / LINES
    done = _kept(lines, order.per_set)
    studio = quick_studio()
    with studio, lines.open("a") as out:
        for k in range(order.sets):
            if set_name(order, k) in done:
                continue
            out.writelines(_line(record) for record in _rendered(folder, order, k, studio))
            out.flush()
            if (k + 1) % SOME_SETS == 0 or k + 1 == order.sets:
                print(f"{order.part} stills: {k + 1} of {order.sets} sets", flush=True)


def quick_studio() -> Studio:
    """A studio without multisampling: lens blur and the detector's own shrinking hide the stairs,
    and it draws twice as fast.
    """
    return Studio(640, 480, samples=0, shadow_px=512)


def set_name(order: Order, number: int) -> str:
    """The name of a set, part and seed included."""
    return f"{order.part}_{order.seed}_{number:04d}"


def drawn_set(order: Order, number: int) -> tuple[Scene, list[Angles], np.random.Generator]:
    """The scene of a set, its poses, and the randomness left over for the pictures' grain."""
    random = np.random.default_rng([order.seed, PARTS.index(order.part), number])
    stock = supply(order.part)
    scene = random_scene(random, stock, set_name(order, number), order.yaw_deg)
    poses = [Angles(), *(random_angles(random) for _ in range(order.per_set - 1))]
    return scene, poses, random


def _rendered(folder: Path, order: Order, number: int, studio: Studio) -> Iterator[dict[str, Any]]:
    scene, poses, random = drawn_set(order, number)
    sensor = Sensor(scene.camera, random)
    quality = int(random.integers(*JPEG_QUALITY))
    with Stage(scene, studio) as stage:
        for k, angles in enumerate(poses):
            posed = stage.pose(angles)
            name = f"{scene.name}_{k:02d}.jpg"
            picture = sensor.developed(stage.picture(posed))
            options = [cv2.IMWRITE_JPEG_QUALITY, quality]
            cv2.imwrite(str(folder / name), picture[:, :, ::-1], options)
            yield {
                "file": name,
                "set": scene.name,
                "part": order.part,
                "kind": KIND,
                "neutral": k == 0,
                "jpeg_quality": quality,
                "scene": scene.to_dict(),
                "angles": dataclasses.asdict(angles),
                "truth": dataclasses.asdict(truth_of(posed)),
                "landmarks_px": stage.landmarks_px(posed),
            }


def _kept(lines: Path, per_set: int) -> set[str]:
    """Sets that are whole; a set that an interruption cut short is dropped from the file."""
    if not lines.exists():
        return set()
    texts = [t for t in lines.read_text().splitlines(keepends=True) if t.endswith("}\n")]
    names = [json.loads(text)["set"] for text in texts]
    whole = {name for name in set(names) if names.count(name) == per_set}
    lines.write_text("".join(t for t, n in zip(texts, names, strict=True) if n in whole))
    return whole


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, separators=(",", ":")) + "\n"
