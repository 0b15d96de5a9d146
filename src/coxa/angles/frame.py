"""The body's own frame in the picture: where its upright leads, and how long a shank is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from coxa.angles.image_angles import lean_deg
from coxa.quantities import Side

Floats = NDArray[np.float64]
Joints = Mapping[Side, Mapping[str, Floats]]
"""Side -> part -> (..., 2), in pixels.

Parts are joints (``"shoulder"``, ``"hip"``, ``"knee"``, ``"ankle"``, ``"foot_index"``), the ends of
the shank's midline by the body's outline (``"shank_top"``, ``"shank_low"``) and how wide the shank
looks at these ends (``"shank_width"``: top, low). The last three are NaN where not seen.
"""

OUTWARD = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
"""Which way outward is in the picture of a person seen from the front."""


class Frame:
    """The body's own upright and unit of length at rest."""

    def __init__(self, rest: Joints) -> None:
        self.upright_deg = trunk_lean_deg(rest)
        self.shank_px = (length_px(rest, Side.LEFT) + length_px(rest, Side.RIGHT)) / 2

    def along(self, way_px: Floats) -> tuple[Floats, Floats]:
        """A way in the picture, across and down the body, in shank lengths."""
        turn = np.radians(self.upright_deg)
        x, y = way_px[..., 0] / self.shank_px, way_px[..., 1] / self.shank_px
        return x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)


def length_px(joints: Joints, side: Side) -> Floats:
    """(...): how long the shank looks."""
    return np.asarray(np.linalg.norm(joints[side]["ankle"] - joints[side]["knee"], axis=-1))


def middle_px(joints: Joints, part: str) -> Floats:
    """(..., 2): midway between the left and the right joint."""
    return (joints[Side.LEFT][part] + joints[Side.RIGHT][part]) / 2


def trunk_lean_deg(joints: Joints) -> Floats:
    """(...): lean of mid-shoulders -> mid-hips."""
    return lean_deg(middle_px(joints, "shoulder"), middle_px(joints, "hip"))
