"""From joints in the picture to hip rotation over time, for the seated test seen from the front."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles.image_angles import lean_deg, slope_deg
from coxa.angles.legs import Body, Flags
from coxa.quantities import ANKLE_SIGN, Side, Test, View

Floats = NDArray[np.float64]

HIKE_WEIGHTS = (0.41, 0.42)
"""Of the lines across hips and knees."""


@dataclass(frozen=True)
class SeatedAngles:
    """Image angles of the seated body; what is not usable is NaN.

    All angles share one sense (see :func:`coxa.angles.image_angles.lean_deg`), so that a rolled
    camera adds the same number to every one of them.

    Attributes
    ----------
    time_s : (n,)
    shank_lean_deg : side -> (n,) lean of knee -> ankle.
    hip_slope_deg, knee_slope_deg : (n,) the lines across these joints.
    trunk_lean_deg : (n,) lean of mid-shoulders -> mid-hips.
    """

    time_s: Floats
    shank_lean_deg: dict[Side, Floats]
    hip_slope_deg: Floats
    knee_slope_deg: Floats
    trunk_lean_deg: Floats

    def turned_deg(self, side: Side, neutral_lean_deg: float) -> Floats:
        """(n,) rotation of ``side``, internal positive, counted from the hanging shank."""
        sign = ANKLE_SIGN[Test.SEATED, View.FRONT, side]
        return sign * (self.shank_lean_deg[side] - neutral_lean_deg)

    def hike_deg(self, side: Side, neutral: NDArray[np.bool_]) -> Floats:
        """(n,) how far the pelvis has tilted since neutral, positive when ``side`` has risen.

        That is the sense in which a rising hip adds to the shank's internal lean one to one.
        The lines across hips and knees are weighted as fits rendered people best, whose trunk
        leans on its own: an RMSE of 1.9 degrees on others (hip line alone 2.7). The shoulder line
        adds nothing to these two.
        """
        sign = ANKLE_SIGN[Test.SEATED, View.FRONT, side]
        lines = (self.hip_slope_deg, self.knee_slope_deg)
        since = [line - np.nanmedian(line[neutral]) for line in lines]
        return np.asarray(sign * np.tensordot(HIKE_WEIGHTS, since, axes=1))


def seated_angles(body: Body) -> SeatedAngles:
    """Angles of every frame of a seated person seen from the front."""
    shanks = {
        side: _where(
            lean_deg(body.joints[side]["knee"], body.joints[side]["ankle"]), body.usable[side]
        )
        for side in Side
    }
    right, left = body.joints[Side.RIGHT], body.joints[Side.LEFT]
    return SeatedAngles(
        time_s=body.time_s,
        shank_lean_deg=shanks,
        hip_slope_deg=_where(slope_deg(right["hip"], left["hip"]), body.found),
        knee_slope_deg=_where(slope_deg(right["knee"], left["knee"]), body.found),
        trunk_lean_deg=_where(lean_deg(body.middle("shoulder"), body.middle("hip")), body.found),
    )


def _where(values: Floats, usable: Flags) -> Floats:
    return np.where(usable, values, np.nan)
