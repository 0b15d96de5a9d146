"""From a frame of landmarks to the few numbers that a guided test goes by.

Its angles are what the picture shows, uncalibrated: they guide the person. The reading is made of
the whole recording afterwards.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coxa.angles import MAX_APART_S, calibration_for, leg_features, read_body
from coxa.assessment.guided.events import Look, Remark
from coxa.assessment.guided.figure import Figure
from coxa.assessment.guided.remarks import remark_on
from coxa.capture import Frame, PoseRecording
from coxa.quantities import Side
from coxa.records import LANDMARK_COUNT

SEVERAL_COUNTS = 2
"""People seen in so many counts in a row are there; one count may err."""
SHANK_TOLERANCE = 0.3
"""A shank that has changed its length by more is a lost landmark (coxa.angles.legs)."""
USUAL_SHANK_S = 3.0
SLOWEST_FRAMES_PER_S = 7.0
"""Tested at 10, where readings are as good as at 25; at 3 a person's stillness is not seen."""
USUAL_FRAMES_S, LONGEST_S = 3.0, 2.0
HANG_EVERY_S = 1.0
"""The calibrated look at whether the legs hang costs more than all else, so it is rare."""


class Watcher:
    """Looks at the frames of one camera, and remembers what a single frame does not tell.

    That is how many people were counted last, how long the shanks usually look, how far from
    hanging they were a moment ago, and what was seen the other way round.
    """

    def __init__(self, width_px: int, height_px: int, *, model: str = "blazepose-full") -> None:
        self._size_px = (float(width_px), float(height_px))
        self._model = model
        self._calibration = calibration_for(model)
        self._counts_of_several = 0
        self._usual_px: dict[Side, float] = {}
        self._last_s = 0.0
        self._hang_s = -HANG_EVERY_S
        self._off_deg: dict[Side, float] = {}
        self._before: Frame | None = None
        self._between_s = 1 / SLOWEST_FRAMES_PER_S

    def look(self, frame: Frame) -> Look:
        """What one frame shows."""
        if frame.people >= 0:
            self._counts_of_several = self._counts_of_several + 1 if frame.people > 1 else 0
        several = Remark.SEVERAL if self._counts_of_several >= SEVERAL_COUNTS else None
        passed_s, self._last_s = frame.time_s - self._last_s, frame.time_s
        slow = Remark.TOO_SLOW if self._is_slow(passed_s) else None
        frame, self._before = _seen_both_ways(frame, self._before), frame
        figure = Figure(frame)
        if not figure.there:
            return Look(frame.time_s, several or Remark.NOBODY)
        remark = remark_on(figure, self._size_px, self._calibration.yaw_gain)
        if remark is None:
            self._look_how_they_hang(frame)
        left, right = (
            self._seen(figure, Side.LEFT, passed_s),
            self._seen(figure, Side.RIGHT, passed_s),
        )
        return Look(
            time_s=frame.time_s,
            remark=several or remark or slow,
            left_deg=figure.lean_deg(Side.LEFT) if left else None,
            right_deg=-figure.lean_deg(Side.RIGHT) if right else None,
            left_hand=figure.raised(Side.LEFT),
            right_hand=figure.raised(Side.RIGHT),
            left_off_deg=self._off_deg.get(Side.LEFT),
            right_off_deg=self._off_deg.get(Side.RIGHT),
            place=figure.place,
        )

    def _seen(self, figure: Figure, side: Side, passed_s: float) -> bool:
        """The shank is visible, and about as long as it usually is."""
        length_px = figure.shank_of_px(side)
        usual_px = self._usual_px.get(side, length_px)
        share = min(1.0, max(0.0, passed_s) / USUAL_SHANK_S)
        self._usual_px[side] = usual_px + share * (length_px - usual_px)
        keeps = abs(length_px - usual_px) <= SHANK_TOLERANCE * usual_px
        return keeps and figure.sure(side, "knee") and figure.sure(side, "ankle")

    def _is_slow(self, passed_s: float) -> bool:
        """Frames have come too rarely for some seconds; a pause is none of them."""
        if 0 < passed_s <= LONGEST_S:
            self._between_s += passed_s / USUAL_FRAMES_S * (passed_s - self._between_s)
        return self._between_s > 1 / SLOWEST_FRAMES_PER_S

    def _look_how_they_hang(self, frame: Frame) -> None:
        if frame.time_s < self._hang_s + HANG_EVERY_S:
            return
        self._hang_s = frame.time_s
        body = read_body(_one_frame(frame, self._size_px, self._model))
        rest = body.rest(body.found)
        self._off_deg = {
            side: float(self._calibration.rest_off_deg(leg_features(rest, rest, side)))
            for side in Side
        }


def _seen_both_ways(frame: Frame, before: Frame | None) -> Frame:
    """The joints between this frame's and the last one's, if only one was looked at in a mirror."""
    if (
        before is None
        or frame.by_mirror == before.by_mirror
        or not frame.score
        or not before.score
        or frame.time_s - before.time_s > MAX_APART_S
    ):
        return frame
    pairs = zip(frame.image_px, before.image_px, strict=True)
    return replace(frame, image_px=tuple((now + then) / 2 for now, then in pairs))


def _one_frame(frame: Frame, size_px: tuple[float, float], model: str) -> PoseRecording:
    """A recording of a single moment, so that it is judged by the code that judges all of it."""
    return PoseRecording(
        time_s=np.array([frame.time_s]),
        image_px=np.array(frame.image_px, np.float32).reshape(1, LANDMARK_COUNT, 2),
        world_m=np.zeros((1, LANDMARK_COUNT, 3), np.float32),
        visibility=np.array(frame.visibility, np.float32).reshape(1, LANDMARK_COUNT),
        score=np.array([frame.score], np.float32),
        people=np.array([frame.people], np.int8),
        width_px=round(size_px[0]),
        height_px=round(size_px[1]),
        model=model,
        source="",
    )
