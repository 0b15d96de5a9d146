"""Cuts one shank with its foot out of a picture and pastes it back, turned about the knee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.quantities import Side

Picture = NDArray[np.uint8]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Points = Mapping[Side, Mapping[str, Floats]]
"""Side -> ``"hip"``, ``"knee"``, ``"ankle"``, ``"heel"``, ``"foot_index"`` -> (2,) pixels."""

Bones = tuple[tuple[str, str], ...]

THIGH: Bones = (("hip", "knee"),)
BELOW: Bones = (("knee", "ankle"), ("ankle", "heel"), ("ankle", "foot_index"))
# In shank lengths, about the bones: surely the leg, perhaps the leg, and how far to look at all.
CORE, LIKELY, REACH = 0.05, 0.13, 0.34
KNEE_SPAN, MOST_KNEE = (0.05, 0.25), 0.2
GRAB_ROUNDS = 5
EDGE_PX = 1.0
INPAINT_PX = 5
NO_BOX = (0, 0, 1, 1)  # not read: the marks say where to begin


@dataclass(frozen=True)
class Cutout:
    """A leg ready to be turned.

    Attributes
    ----------
    picture, plate : (rows, columns, 3) BGR; the plate shows the background where the legs were.
    lower : (rows, columns) 0 to 1, the shank and foot below the knee.
    moving : the same with the round of the knee, which turns into itself and so closes the gap.
    knee_px : (2,) what everything turns about.
    """

    picture: Picture
    plate: Picture
    lower: Floats
    moving: Floats
    knee_px: Floats

    def turned(self, lean_deg: float) -> Picture:
        """The picture with the shank leaning further by so much, positive to the right."""
        x, y = (float(value) for value in self.knee_px)
        matrix = cv2.getRotationMatrix2D((x, y), lean_deg, 1.0)
        size = self.picture.shape[1], self.picture.shape[0]
        flags = cv2.INTER_CUBIC
        pasted = cv2.warpAffine(
            self.picture, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        share = cv2.warpAffine(self.moving, matrix, size, flags=cv2.INTER_LINEAR)[..., None]
        hole = self.lower[..., None]
        emptied = self.picture * (1 - hole) + self.plate * hole
        return np.asarray(np.rint(emptied * (1 - share) + pasted * share), np.uint8)


def cut_out(picture: Picture, points: Points, side: Side) -> Cutout:
    """The leg of ``side``, outlined by GrabCut from the landmarks of both legs."""
    knee, ankle = points[side]["knee"], points[side]["ankle"]
    length = float(np.linalg.norm(ankle - knee))
    legs = _outlined(picture, points, length)
    own = _distance(picture, points, side, BELOW)
    near = legs & (own < _distance(picture, points, side.other, THIGH + BELOW))
    near &= own <= _distance(picture, points, side, THIGH)
    rows, columns = np.mgrid[: picture.shape[0], : picture.shape[1]]
    axis = (ankle - knee) / length
    along = (columns - knee[0]) * axis[0] + (rows - knee[1]) * axis[1]
    across = np.abs((rows - knee[1]) * axis[0] - (columns - knee[0]) * axis[1])
    lower = near & (along > 0)
    about_knee = lower & (along > KNEE_SPAN[0] * length) & (along < KNEE_SPAN[1] * length)
    wide = float(np.percentile(across[about_knee], 95)) if about_knee.any() else CORE * length
    disc = legs & (np.hypot(along, across) <= min(wide, MOST_KNEE * length))
    plate = cv2.inpaint(picture, _grown(legs, 3).astype(np.uint8), INPAINT_PX, cv2.INPAINT_TELEA)
    keep = legs & ~near
    return Cutout(
        picture=picture,
        plate=np.asarray(plate, np.uint8),
        lower=_soft(_grown(lower, 2) & ~keep),
        moving=_soft(lower | disc),
        knee_px=knee,
    )


def _outlined(picture: Picture, points: Points, length: float) -> Flags:
    """Where the two legs are: GrabCut (Rother et al. 2004), told by the bones where to begin."""
    distance = np.min([_distance(picture, points, side, THIGH + BELOW) for side in Side], axis=0)
    marks = np.full(picture.shape[:2], cv2.GC_BGD, np.uint8)
    marks[distance < REACH * length] = cv2.GC_PR_BGD
    marks[distance < LIKELY * length] = cv2.GC_PR_FGD
    marks[distance < CORE * length] = cv2.GC_FGD
    left, top, right, bottom = _box(distance < 2 * REACH * length)
    inside = np.ascontiguousarray(marks[top:bottom, left:right])
    part = np.ascontiguousarray(picture[top:bottom, left:right])
    behind, before = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)
    cv2.grabCut(part, inside, NO_BOX, behind, before, GRAB_ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = np.zeros(picture.shape[:2], np.bool_)
    found[top:bottom, left:right] = (inside == cv2.GC_FGD) | (inside == cv2.GC_PR_FGD)
    return found


def _distance(picture: Picture, points: Points, side: Side, some: Bones) -> Floats:
    """(rows, columns): pixels from some bones of a leg."""
    bones = np.full(picture.shape[:2], 255, np.uint8)
    for upper, lower in some:
        ends = [tuple(round(v) for v in points[side][name]) for name in (upper, lower)]
        cv2.line(bones, ends[0], ends[1], 0, 1)
    return np.asarray(cv2.distanceTransform(bones, cv2.DIST_L2, 5), np.float64)


def _box(flags: Flags) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(flags.any(axis=1)), np.flatnonzero(flags.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _grown(flags: Flags, by_px: int) -> Flags:
    kernel = np.ones((2 * by_px + 1, 2 * by_px + 1), np.uint8)
    return np.asarray(cv2.dilate(flags.astype(np.uint8), kernel) > 0)


def _soft(flags: Flags) -> Floats:
    return np.asarray(cv2.GaussianBlur(flags.astype(np.float64), (0, 0), EDGE_PX))
