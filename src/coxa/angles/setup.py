"""How the person sits and where the camera stands, estimated from the landmarks themselves."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles.legs import Body

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Setup:
    """What the picture says about posture and camera while the person sits still.

    Attributes
    ----------
    thigh_to_shank : apparent length of the thigh over that of the shank. The thighs of a seated
        person point at the camera, so it is small; standing it is near 1.
    knee_shift : how far the knees stand to the right of the hips in the picture, in shank lengths:
        the sine of the camera's yaw where thigh and shank are of equal length.
    """

    thigh_to_shank: float
    knee_shift: float

    @property
    def yaw_deg(self) -> float:
        """Camera yaw about the person by geometry alone, positive towards the person's left."""
        angle_deg = np.degrees(np.arcsin(np.clip(-self.knee_shift, -1.0, 1.0)))
        return float(angle_deg)


def seated_setup(body: Body, frames: NDArray[np.bool_], upright_deg: float) -> Setup:
    """Posture and camera over some frames.

    Parameters
    ----------
    frames : (n,) which frames to use.
    upright_deg : lean of the body's own upright in the picture; taken out before lateral and
        vertical distances are told apart.
    """
    hip, knee, ankle = (
        _level(body.middle(part)[frames], upright_deg) for part in ("hip", "knee", "ankle")
    )
    shank_px = float(np.nanmedian(np.abs(ankle[:, 1] - knee[:, 1])))
    if not shank_px:
        return Setup(thigh_to_shank=math.inf, knee_shift=0.0)
    return Setup(
        thigh_to_shank=float(np.nanmedian(np.linalg.norm(knee - hip, axis=1)) / shank_px),
        knee_shift=float(np.nanmedian(knee[:, 0] - hip[:, 0]) / shank_px),
    )


def _level(points_px: Floats, upright_deg: float) -> Floats:
    """Points turned so that the body's own upright stands vertical in the picture."""
    turn = np.radians(upright_deg)
    x, y = points_px[:, 0], points_px[:, 1]
    return np.stack(
        [x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)], axis=1
    )
