"""Makes the whole proving ground as `sizes.toml` declares it; what exists is kept."""

import math
import tomllib
from pathlib import Path
from typing import Any

from rig.ground.parts import PARTS, Part
from rig.ground.recordings import render_recordings, takes, takes_anew
from rig.ground.stills import Order, render_stills

SIZES = Path(__file__).parent / "sizes.toml"


def sizes() -> dict[str, Any]:
    """The declared sizes and seeds."""
    return tomllib.loads(SIZES.read_text("utf-8"))


def make(folder: Path, scale: float = 1.0) -> None:
    """Stills of all parts, then recordings, then people set up anew; `scale` shrinks all counts."""
    declared = sizes()
    stills, filmed, again = (declared[name] for name in ("stills", "recordings", "again"))
    for part in PARTS:
        order = Order(part, _scaled(stills[part], scale), stills["seed"], stills["per_set"])
        render_stills(folder / "stills" / part, order)
    for part in PARTS:
        chosen = takes(part, _scaled(filmed[part], scale), filmed["seed"])
        render_recordings(folder / "recordings" / part, chosen)
    part_again: Part = again["part"]
    anew = takes_anew(part_again, _scaled(again["people"], scale), again["setups"], again["seed"])
    render_recordings(folder / "recordings" / part_again, list(anew), derived=False)


def _scaled(count: int, scale: float) -> int:
    return math.ceil(count * scale)
