"""The parts of the proving ground and what belongs to each: people, clothes, rooms."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from rig.scene import Body, Room

Part = Literal["fit", "held", "final", "final2"]
PARTS: tuple[Part, ...] = get_args(Part)
FOLDER = Path(__file__).parent

# Within these the mesh keeps its shape when seated.
AGE_YEARS = (18.0, 80.0)
MUSCLE, WEIGHT, HEIGHT = (0.15, 0.85), (0.2, 0.92), (0.44, 0.60)


@dataclass(frozen=True)
class Wardrobe:
    """Colours (sRGB hex) that a part's people wear, their skin and hair included."""

    skins: tuple[str, ...]
    hairs: tuple[str, ...]
    tops: tuple[str, ...]
    bottoms: tuple[str, ...]
    feet: tuple[str, ...]

    @property
    def colours(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self.skins + self.hairs + self.tops + self.bottoms + self.feet)


@dataclass(frozen=True)
class Supply:
    """Everything that scenes of one part are made of; nothing of it is in another part."""

    part: Part
    seed: int
    bodies: tuple[Body, ...]
    wardrobe: Wardrobe
    rooms: tuple[Room, ...]


@functools.cache
def supply(part: Part) -> Supply:
    """What a part has, from its declaration `<part>.toml`."""
    data = tomllib.loads((FOLDER / f"{part}.toml").read_text("utf-8"))
    rooms = tuple(Room(**{**r, "clutter": tuple(r.get("clutter", ()))}) for r in data["rooms"])
    colours = (tuple(data[name]) for name in Wardrobe.__dataclass_fields__)
    return Supply(
        part, data["seed"], _bodies(data["seed"], data["bodies"]), Wardrobe(*colours), rooms
    )


def _bodies(seed: int, count: int) -> tuple[Body, ...]:
    """People who fill the range of every trait evenly (a Latin hypercube), half of them women."""
    random = np.random.default_rng(seed)

    def spread(low: float, high: float) -> list[float]:
        cells = (random.permutation(count) + random.random(count)) / count
        return [round(float(low + (high - low) * c), 4) for c in cells]

    ages, muscle, weight = spread(*AGE_YEARS), spread(*MUSCLE), spread(*WEIGHT)
    height, leaning = spread(*HEIGHT), spread(0.0, 0.2)
    faces = random.dirichlet([0.6, 0.6, 0.6], count).round(3)
    return tuple(
        Body(
            round(leaning[k] if k % 2 else 1.0 - leaning[k], 4), ages[k], muscle[k], weight[k],
            height[k], *(float(f) for f in faces[k]),
        )
        for k in range(count)
    )  # fmt: skip
