"""Which leg is which, and which frames can be believed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles.both_ways import both_ways
from coxa.angles.frame import Joints
from coxa.capture import PoseRecording
from coxa.quantities import Side
from coxa.records import Landmark, landmark

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LEFT = np.array([mark.value for mark in Landmark if "LEFT" in mark.name])
RIGHT = np.array(
    [Landmark[mark.name.replace("LEFT", "RIGHT")].value for mark in Landmark if "LEFT" in mark.name]
)

MIN_SCORE = 0.5
MIN_VISIBILITY = 0.5
FRAME_MARGIN = 0.03
"""Within this share of the picture from its edge no joint is believed: what the edge cuts off the
pose model guesses just there, and says that it sees it."""
SHANK_LENGTH_TOLERANCE = 0.3
"""A swinging shank keeps its length in a front view; a larger change is a lost landmark."""
STRETCH_FRAMES = 4096
"""All that is told of an hour's joints at once would take several times their memory."""


@dataclass(frozen=True)
class Body:
    """The joints that the seated test needs, in pixels, with sides made consistent.

    Attributes
    ----------
    time_s : (n,)
    joints : side -> part (``"hip"``, ``"knee"``, ...; :data:`coxa.angles.frame.Joints`) -> (n, 2)
    found : (n,) a person was found in the frame.
    legs_seen : side -> (n,) knee and ankle are inside the picture and visible.
    usable : side -> (n,) ``legs_seen`` and the shank has kept its length.
    swapped_share : share of found frames in which the model had taken left for right.
    """

    time_s: Floats
    joints: dict[Side, dict[str, Floats]]
    nose: Floats
    found: Flags
    legs_seen: dict[Side, Flags]
    usable: dict[Side, Flags]
    swapped_share: float

    def rest(self, frames: Flags) -> Joints:
        """Each joint's median place (2,) over some frames, (n,) of bool."""
        return {
            side: {part: _median(at[frames]) for part, at in parts.items()}
            for side, parts in self.joints.items()
        }

    def stretches(self) -> Iterator[Joints]:
        """The joints of some thousand frames at a time, in order; at least one stretch."""
        for first in range(0, max(1, len(self.time_s)), STRETCH_FRAMES):
            frames = slice(first, first + STRETCH_FRAMES)
            yield {
                side: {part: at[frames] for part, at in parts.items()}
                for side, parts in self.joints.items()
            }

    def middle(self, part: str) -> Floats:
        """(n, 2): the point midway between the left and the right joint."""
        return (self.joints[Side.LEFT][part] + self.joints[Side.RIGHT][part]) / 2

    def across(self, part: str) -> Floats:
        """(n, 2): from the right joint to the left one (to the right in a front view)."""
        return self.joints[Side.LEFT][part] - self.joints[Side.RIGHT][part]


def _median(places: Floats) -> Floats:
    """(2,) over (n, 2), NaN where nothing was seen at all."""
    seen = places[np.isfinite(places).all(axis=1)]
    return np.median(seen, axis=0) if len(seen) else np.full(2, np.nan)


PARTS = ("shoulder", "hip", "knee", "ankle", "heel", "foot_index")


def read_body(recording: PoseRecording) -> Body:
    """Joints by side, left-right confusions of the pose model put right, seen both ways."""
    image_px = recording.image_px.astype(np.float64)
    visibility = recording.visibility.astype(np.float64)
    found = (recording.score >= MIN_SCORE) & np.isfinite(image_px).all(axis=(1, 2))
    image_px[~found] = np.nan
    swapped = _swapped_legs(image_px) & found
    here, there = np.concatenate([LEFT, RIGHT]), np.concatenate([RIGHT, LEFT])
    for values in (image_px, visibility):
        values[np.ix_(swapped, here)] = values[np.ix_(swapped, there)]
    image_px = both_ways(image_px, recording.by_mirror, recording.time_s)
    visibility = both_ways(visibility, recording.by_mirror, recording.time_s)
    image_px[~found] = np.nan
    # Copies, so that the many other landmarks need not be kept.
    joints = {
        side: {part: image_px[:, landmark(side, part)].copy() for part in PARTS} for side in Side
    }
    for side, ends in zip(Side, _shanks_px(recording, swapped), strict=True):
        joints[side] |= {
            "shank_top": ends[:, 0, :2],
            "shank_low": ends[:, 1, :2],
            "shank_width": ends[:, :, 2],
        }
    size_px = np.array([recording.width_px, recording.height_px], dtype=np.float64)
    seen = {
        side: found
        & _inside(joints[side]["knee"], size_px)
        & _inside(joints[side]["ankle"], size_px)
        & (visibility[:, landmark(side, "knee")] >= MIN_VISIBILITY)
        & (visibility[:, landmark(side, "ankle")] >= MIN_VISIBILITY)
        for side in Side
    }
    return Body(
        time_s=recording.time_s,
        joints=joints,
        nose=image_px[:, Landmark.NOSE].copy(),
        found=found,
        legs_seen=seen,
        usable={side: seen[side] & _keeps_length(joints[side], seen[side]) for side in Side},
        swapped_share=float(swapped.sum() / max(1, found.sum())),
    )


def _shanks_px(recording: PoseRecording, swapped: Flags) -> Floats:
    """(2, n, 2, 3): left and right shank by the body's outline, NaN where not seen."""
    if recording.shanks_px is None:
        return np.full((len(Side), recording.frame_count, 2, 3), np.nan)
    shanks_px = recording.shanks_px.astype(np.float64)
    shanks_px[swapped] = shanks_px[swapped][:, ::-1]
    shanks_px[~np.isfinite(shanks_px).all(axis=(2, 3))] = np.nan
    shanks_px = both_ways(shanks_px, recording.by_mirror, recording.time_s)
    return np.moveaxis(shanks_px, 1, 0)


def _swapped_legs(image_px: Floats) -> Flags:
    """Frames in which both hips and knees stand the other way round than most of the time."""
    order = np.stack([np.sign(_across_px(image_px, part)) for part in ("hip", "knee")])
    usual = np.sign(np.nansum(order, axis=1, keepdims=True))
    return np.asarray((order == -usual).all(axis=0))


def _across_px(image_px: Floats, part: str) -> Floats:
    left, right = landmark(Side.LEFT, part), landmark(Side.RIGHT, part)
    return np.asarray(image_px[:, left, 0] - image_px[:, right, 0])


def _inside(point_px: Floats, size_px: Floats) -> Flags:
    margin = FRAME_MARGIN * size_px
    return np.asarray(((point_px >= margin) & (point_px <= size_px - margin)).all(axis=1))


def _keeps_length(joints: dict[str, Floats], seen: Flags) -> Flags:
    length_px = np.linalg.norm(joints["ankle"] - joints["knee"], axis=1)
    if not seen.any():
        return np.zeros_like(seen)
    usual_px = float(np.median(length_px[seen]))
    if not usual_px:
        return np.zeros_like(seen)
    return np.asarray(np.abs(length_px / usual_px - 1) <= SHANK_LENGTH_TOLERANCE)
