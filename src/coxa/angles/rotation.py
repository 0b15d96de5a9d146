"""From joints in the picture to hip rotation over time, for the seated test seen from the front."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles.calibration import Calibration
from coxa.angles.details import leg_features
from coxa.angles.frame import Joints
from coxa.angles.image_angles import lean_deg
from coxa.angles.legs import Body, Flags
from coxa.quantities import Side

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SeatedAngles:
    """Image angles of the seated body; what is not usable is NaN.

    All angles share one sense (see :func:`coxa.angles.image_angles.lean_deg`), so that a rolled
    camera adds the same number to every one of them.

    Attributes
    ----------
    time_s : (n,)
    shank_lean_deg : side -> (n,) lean of knee -> ankle.
    trunk_lean_deg : (n,) lean of mid-shoulders -> mid-hips.
    """

    time_s: Floats
    shank_lean_deg: dict[Side, Floats]
    trunk_lean_deg: Floats


def seated_angles(body: Body) -> SeatedAngles:
    """Angles of every frame of a seated person seen from the front."""
    shanks = {
        side: _where(
            lean_deg(body.joints[side]["knee"], body.joints[side]["ankle"]), body.usable[side]
        )
        for side in Side
    }
    return SeatedAngles(
        time_s=body.time_s,
        shank_lean_deg=shanks,
        trunk_lean_deg=_where(lean_deg(body.middle("shoulder"), body.middle("hip")), body.found),
    )


@dataclass(frozen=True)
class Rotation:
    """One leg since rest; what is not usable is NaN.

    Attributes
    ----------
    rotation_deg : (n,) of the hip, internal positive.
    hike_deg : (n,) how far the pelvis has tilted, positive when the leg's side rose.
    doubt_deg : (n,) how far the calibration is at odds with itself about the rotation.
    """

    rotation_deg: Floats
    hike_deg: Floats
    doubt_deg: Floats


def seated_rotation(body: Body, rest: Joints, side: Side, calibration: Calibration) -> Rotation:
    """How far the leg of ``side`` has turned since ``rest`` in every frame."""
    turns = [calibration.read(leg_features(rest, now, side)) for now in body.stretches()]
    return Rotation(
        rotation_deg=_where(_joined(turn.rotation_deg for turn in turns), body.usable[side]),
        hike_deg=_where(_joined(turn.hike_deg for turn in turns), body.found),
        doubt_deg=_where(_joined(turn.doubt_deg for turn in turns), body.usable[side]),
    )


def _joined(stretches: Iterable[Floats]) -> Floats:
    return np.concatenate(list(stretches))


def _where(values: Floats, usable: Flags) -> Floats:
    return np.where(usable, values, np.nan)
