"""Furniture that stands about: named pieces, out of the way of the legs."""

from collections.abc import Callable

import numpy as np

from rig.body_data import Floats
from rig.mesh import PLAIN, Mesh, box, join, linear, quad

Piece = Callable[[float], Mesh]


def _boxes(wall_z: float) -> Mesh:
    card, tape = linear("#b08d5f"), linear("#cdb78c")
    return join(
        [
            box([-1.75, 0, wall_z + 0.2], [-1.15, 0.42, wall_z + 0.65], card),
            box([-1.48, 0.42, wall_z + 0.2], [-1.42, 0.425, wall_z + 0.65], tape),
            box([-1.65, 0.42, wall_z + 0.25], [-1.25, 0.74, wall_z + 0.55], card * 0.85),
            box([-0.95, 0, wall_z + 0.15], [-0.62, 0.3, wall_z + 0.45], card * 1.1),
        ]
    )


def _plant(wall_z: float) -> Mesh:
    x, z, random = 1.05, wall_z + 0.4, np.random.default_rng(7)
    leaf, parts = linear("#47703a"), [box([x - 0.14, 0, z - 0.14], [x + 0.14, 0.3, z + 0.14],
                                          linear("#9c5c3c"))]  # fmt: skip
    for turn in np.linspace(0, 2 * np.pi, 15, endpoint=False):
        out = np.array([np.cos(turn), 0, np.sin(turn)])
        rise, spread = random.uniform(0.45, 1.0), random.uniform(0.15, 0.42)
        root, tip = np.array([x, 0.28, z]), np.array([x, 0.28 + rise, z]) + spread * out
        middle = 0.5 * (root + tip) + 0.12 * out
        side = 0.055 * np.array([-out[2], 0, out[0]])
        tone = leaf * random.uniform(0.7, 1.2)
        corners = [list(root), list(middle + side), list(tip), list(middle - side)]
        parts.append(quad(corners[0], corners[1], corners[2], corners[3], tone, PLAIN))
    return join(parts)


def _chair(x: float, z: float, colour: Floats) -> Mesh:
    """A chair facing forward, its seat's middle at (x, z)."""
    w, parts = 0.2, [box([x - 0.22, 0.43, z - 0.22], [x + 0.22, 0.47, z + 0.22], colour)]
    parts.append(box([x - 0.22, 0.62, z - 0.24], [x + 0.22, 0.94, z - 0.21], colour))
    for a in (-w, w):
        for b in (-w, w):
            top = 0.94 if b < 0 else 0.43
            low, high = [x + a - 0.018, 0, z + b - 0.018], [x + a + 0.018, top, z + b + 0.018]
            parts.append(box(low, high, colour * 0.7))
    return join(parts)


def _stool(wall_z: float) -> Mesh:
    colour, x, z = linear("#4a4f57"), -0.95, wall_z + 1.3
    legs = [
        box([x + a - 0.02, 0, z + b - 0.02], [x + a + 0.02, 0.44, z + b + 0.02], colour * 0.6)
        for a in (-0.15, 0.15)
        for b in (-0.15, 0.15)
    ]
    return join([box([x - 0.18, 0.44, z - 0.18], [x + 0.18, 0.49, z + 0.18], colour), *legs])


def _shelf(wall_z: float) -> Mesh:
    wood, random = linear("#7d6246"), np.random.default_rng(11)
    parts = [box([-2.6, 0, wall_z], [-1.3, 1.9, wall_z + 0.03], wood * 0.6)]
    tones = [linear(c) for c in ("#7a2e2e", "#2f4f6f", "#c2a55a", "#3f6148", "#d8d3c6", "#57406a")]
    for level in (0.05, 0.5, 0.95, 1.4, 1.88):
        parts.append(box([-2.6, level - 0.02, wall_z], [-1.3, level + 0.02, wall_z + 0.3], wood))
        x = -2.55
        while level < 1.8 and x < -1.42:
            wide, tall = random.uniform(0.03, 0.08), random.uniform(0.2, 0.36)
            tone = tones[int(random.integers(len(tones)))]
            low, high = [x, level + 0.02, wall_z + 0.06], [x + wide, level + tall, wall_z + 0.26]
            parts.append(box(low, high, tone))
            x += wide + random.choice([0.004, 0.004, 0.12])
    return join(parts)


def _glass(wall_z: float) -> Mesh:
    """A dark framed pane with a soft gleam; it mirrors nothing (`Room.mirror` does)."""
    z = wall_z + 0.03
    pane = quad([-0.75, 0.25, z], [0.05, 0.25, z], [0.05, 1.95, z], [-0.75, 1.95, z],
                linear("#303c42"), PLAIN)  # fmt: skip
    pane.colour[2:] = linear("#9fb2b6")
    return join([box([-0.8, 0.2, wall_z], [0.1, 2.0, wall_z + 0.025], linear("#6b4f35")), pane])


def _table(wall_z: float) -> Mesh:
    wood, z = linear("#8a6f52"), wall_z + 0.35
    parts = [box([0.9, 0.7, z - 0.3], [2.1, 0.74, z + 0.3], wood)]
    for x in (0.94, 2.02):
        parts += [box([x, 0, z + d], [x + 0.05, 0.7, z + d + 0.05], wood) for d in (-0.28, 0.23)]
    parts.append(box([1.3, 0.74, z - 0.1], [1.75, 1.05, z - 0.07], linear("#1d1f22")))
    return join(parts)


def _stripes(wall_z: float) -> Mesh:
    """A curtain or wallpaper of upright stripes: edges beside the shanks."""
    dark, wide = linear("#6d7487"), 0.09
    return join(
        [
            box([x, 0.1, wall_z], [x + wide, 2.4, wall_z + 0.02], dark)
            for x in np.arange(-1.6, 1.6, 2 * wide)
        ]
    )


def _rug(_: float) -> Mesh:
    return box([-0.9, 0.0, -0.7], [0.9, 0.008, 1.1], linear("#7c3f3a"))


PIECES: dict[str, Piece] = {
    "boxes": _boxes,
    "plant": _plant,
    "chair_beside": lambda wall_z: _chair(0.98, -0.1, linear("#96764f")),
    "chair_behind": lambda wall_z: _chair(-0.5, wall_z + 0.55, linear("#3b4450")),
    "stool_beside": _stool,
    "shelf": _shelf,
    "glass": _glass,
    "table": _table,
    "stripes": _stripes,
    "rug": _rug,
}


def clutter(names: tuple[str, ...], wall_z: float) -> list[Mesh]:
    """The named pieces before a wall. KeyError for a name that does not exist."""
    return [PIECES[name](wall_z) for name in names]
