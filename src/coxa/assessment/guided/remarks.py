"""What is wrong with how the person sits or where the camera stands, the worst first.

A little stricter than what refuses a reading afterwards (:mod:`coxa.assessment.checks`), since now
it is still easily put right.
"""

from __future__ import annotations

from math import asin, cos, degrees, hypot, radians, sin

from coxa.angles import FRAME_MARGIN
from coxa.assessment.checks import MAX_THIGH_TO_SHANK, MAX_TRUNK_LEAN_DEG
from coxa.assessment.guided.events import Remark
from coxa.assessment.guided.figure import Figure
from coxa.quantities import Side

Size = tuple[float, float]

MAX_YAW_DEG = 20.0
NEAR_SHANK_SHARE = 0.3
"""A body from head to feet is about four shanks; a longer shank than this does not fit."""
FAR_SHANK_SHARE = 0.1
SWING_ROOM = 0.6
"""So many shank lengths beside either ankle does a foot need for its swing."""
MAX_KNEES_BELOW_HIPS = 0.5
"""In shank lengths: a camera about 30 degrees from above, or thighs that slope."""
MAX_KNEES_ABOVE_HIPS = 0.4
MAX_ROLL_DEG = 10.0
MAX_ASIDE_DEG = 4.5
"""Both shanks off the body's upright; from 5 degrees on a reading is refused."""


def remark_on(figure: Figure, size_px: Size, yaw_gain: float) -> Remark | None:
    """The one thing to put right first; ``None`` when all is well."""
    return (
        _hidden(figure, size_px)
        or _not_seated(figure)
        or _size(figure, size_px)
        or _camera(figure, yaw_gain)
        or _upright(figure)
    )


def _hidden(figure: Figure, size_px: Size) -> Remark | None:
    for part, remark in (("knee", Remark.KNEES_HIDDEN), ("ankle", Remark.ANKLES_HIDDEN)):
        for side in Side:
            if not _inside(figure.at(side, part), size_px):
                near = figure.shank_px > NEAR_SHANK_SHARE * size_px[1]
                return Remark.TOO_NEAR if near else remark
            if not figure.sure(side, part):
                return remark
    return None


def _inside(point: tuple[float, float], size_px: Size) -> bool:
    across, down = FRAME_MARGIN * size_px[0], FRAME_MARGIN * size_px[1]
    return across <= point[0] <= size_px[0] - across and down <= point[1] <= size_px[1] - down


def _not_seated(figure: Figure) -> Remark | None:
    thigh_px = hypot(figure.knees[0] - figure.hips[0], figure.knees[1] - figure.hips[1])
    standing = thigh_px > MAX_THIGH_TO_SHANK * figure.shank_px
    lying = abs(figure.upright_deg) > MAX_TRUNK_LEAN_DEG
    return Remark.NOT_SEATED if standing or lying else None


def _size(figure: Figure, size_px: Size) -> Remark | None:
    if figure.shank_px < FAR_SHANK_SHARE * size_px[1]:
        return Remark.TOO_FAR
    if not _inside(figure.nose, size_px) or figure.shank_px > NEAR_SHANK_SHARE * size_px[1]:
        return Remark.TOO_NEAR
    room_px = SWING_ROOM * figure.shank_px
    left_x, right_x = (figure.at(side, "ankle")[0] for side in (Side.LEFT, Side.RIGHT))
    if max(left_x, right_x) + room_px > size_px[0] or min(left_x, right_x) < room_px:
        wide = abs(left_x - right_x) + 2 * room_px > size_px[0]
        return Remark.TOO_NEAR if wide else Remark.NOT_IN_THE_MIDDLE
    return None


def _camera(figure: Figure, yaw_gain: float) -> Remark | None:
    """By where the knees, which are nearer to it, stand against the hips."""
    turn = radians(figure.upright_deg)
    x = (figure.knees[0] - figure.hips[0]) / figure.shank_px
    y = (figure.knees[1] - figure.hips[1]) / figure.shank_px
    across, below = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    yaw_deg = -yaw_gain * degrees(asin(max(-1.0, min(1.0, across))))
    if abs(yaw_deg) > MAX_YAW_DEG:
        return Remark.CAMERA_LEFT if yaw_deg > 0 else Remark.CAMERA_RIGHT
    if below > MAX_KNEES_BELOW_HIPS:
        return Remark.CAMERA_HIGH
    return Remark.CAMERA_LOW if below < -MAX_KNEES_ABOVE_HIPS else None


def _upright(figure: Figure) -> Remark | None:
    """Trunk and both shanks askew together: the camera is; the trunk alone: the person is."""
    shanks_deg = (figure.lean_deg(Side.LEFT) + figure.lean_deg(Side.RIGHT)) / 2
    if abs(shanks_deg - figure.upright_deg) > MAX_ASIDE_DEG:
        return Remark.LEANING
    return Remark.CAMERA_ROLLED if abs(figure.upright_deg) > MAX_ROLL_DEG else None
