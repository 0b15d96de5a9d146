"""Watches one exercise of one side: frames in, moments out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Protocol

import numpy as np

from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Glimpse, Seen, SeenWhat, SetUp
from coxa.watching.belief import Belief
from coxa.watching.moments import REACHES_END, Look, Moments
from coxa.watching.points import MARKS, SWAPPED, Floats
from coxa.watching.reach import Reach
from coxa.watching.stance import OWN_SD_DEG, STRANGE, Finder
from coxa.watching.template import OWN_WAYS, template

STILL_M_S, STILL_S = 0.25, 0.6
"""In the start pose means: no landmark of the legs faster than this on average, for so long."""
TRACKED_MISFIT_M, STRAYED_DEG = 0.09, 12.0
"""A frame is of the exercise when landmarks fit so well and joints have strayed no further (root
mean square) from where they were in the start pose."""
SWAPPED_FROM_M = 0.045
"""From this misfit on it is tried whether the net has confused left and right."""
STRAYED_S = 0.7
"""The body has looked like no moment of the exercise for so long: it was left."""
GONE_S = 0.5
MOST_DOUBTS = 1
"""Looks in a row that may say otherwise: the net errs now and then."""
ALIKE, ALIKE_ANYHOW = 1.6, 0.6
BETTER, BETTER_FROM = 0.75, 0.6
"""A start pose that is so much less strange takes the place of one that was rather strange."""
SMALLEST_SHARE = 0.25
"""Of the picture's longer side: a body that reaches less far is too small to be read."""
LOOK_EVERY_S = 0.12
"""How often single frames are searched for the start pose."""
LEGS = [k for k, mark in enumerate(MARKS) if "HIP" not in mark.name and k > 2]

SHARE_DRIFT, FAULT_DRIFT, OWN_DRIFT_DEG = 0.63, 0.5, 0.6
TURN_DRIFT, SHIFT_DRIFT_M = np.radians(0.4), 0.02
"""Random walks: standard deviations after one second."""
FAULT_FADES_S, FORGOTTEN_S = 3.0, 0.5
"""How long a fault is remembered that is not seen on, on the way and at the start, where none can
be seen."""
AT_START = 0.2
TOLD_SD = 0.6
"""A fault is spoken of when its amount is known as well as this."""


class Frame(Protocol):
    """What the watcher needs of a frame (``coxa.capture.Frame``)."""

    @property
    def time_s(self) -> float: ...
    @property
    def score(self) -> float: ...
    @property
    def image_px(self) -> tuple[float, ...]: ...
    @property
    def visibility(self) -> tuple[float, ...]: ...


class Watcher:
    """Sees whether, how far and how well an exercise is done.

    Parameters
    ----------
    exercise, side
        What is to be done, and which side gets the effect.
    width_px, height_px
        Of the camera's picture.
    range_share
        How much of the way is asked for (an easier way may ask for less than all).
    own_end_deg
        The person's own measured end of range, in the place of the catalogue's.
    faults
        Which faults to look for; by default those that the catalogue's camera sees.
    """

    def __init__(
        self,
        exercise: Exercise,
        side: Side,
        width_px: int,
        height_px: int,
        range_share: float = 1.0,
        own_end_deg: float | None = None,
        faults: Collection[str] | None = None,
    ) -> None:
        self._template = template(exercise, side, own_end_deg)
        self._size_px = np.array([width_px, height_px])
        self._finder = Finder(self._template, width_px, height_px)
        self._faults = frozenset(exercise.camera.faults if faults is None else faults)
        self._reach = Reach(range_share, exercise.camera.reach)
        self._moments = Moments()
        self._belief: Belief | None = None
        self._starts: list[tuple[float, Floats, Belief]] = []
        self._own_deg: Floats = np.zeros(len(OWN_WAYS))
        self._last: tuple[float, Floats] | None = None
        self._missing_s = self._strayed_s = 0.0
        self._lost = False
        self._looked_s = -np.inf
        self._strange = np.inf
        self._doubts = 0
        self._glimpse = Glimpse(share=None, seen=False, set_up=SetUp.NOBODY)

    @property
    def glimpse(self) -> Glimpse:
        """What the last frame shows."""
        return self._glimpse

    def take(self, frame: Frame) -> tuple[Seen, ...]:
        """The moments that a frame shows, in order."""
        seen_px = np.array(frame.image_px).reshape(-1, 2)[list(MARKS)]
        visibility = np.array(frame.visibility)[list(MARKS)]
        before_s = self._last[0] if self._last else frame.time_s
        step_s = max(frame.time_s - before_s, 0.0)
        found = tuple(self._look(frame, seen_px, visibility, step_s))
        self._last = (frame.time_s, seen_px)
        return found

    def _look(
        self, frame: Frame, seen_px: Floats, visibility: Floats, step_s: float
    ) -> Iterator[Seen]:
        there = frame.score > 0 and bool(np.isfinite(seen_px).all(axis=1).sum() > len(MARKS) / 2)
        yield from self._presence(frame.time_s, there, step_s)
        if not there:
            self._glimpse = Glimpse(share=None, seen=False, set_up=SetUp.NOBODY)
            return
        if self._belief is None or self._waits_for_better():
            yield from self._search(frame.time_s, seen_px, visibility)
        if self._belief is not None:
            yield from self._follow(frame.time_s, seen_px, visibility, step_s)

    def _presence(self, at_s: float, there: bool, step_s: float) -> Iterator[Seen]:
        self._missing_s = 0.0 if there else self._missing_s + step_s
        if there and self._lost:
            self._lost = False
            yield Seen(what=SeenWhat.FOUND, at_s=at_s)
        if not self._lost and self._missing_s > GONE_S:
            self._lost = True
            yield from self._forget(at_s)
            yield Seen(what=SeenWhat.LOST, at_s=at_s)

    def _search(self, at_s: float, seen_px: Floats, visibility: Floats) -> Iterator[Seen]:
        if at_s - self._looked_s < LOOK_EVERY_S:
            return
        self._looked_s = at_s
        found, strange = self._finder.find(seen_px, visibility)
        missing = SetUp.STILL if strange < self._acceptable() else self._missing(seen_px)
        self._glimpse = Glimpse(share=None, set_up=missing)
        if missing is not SetUp.STILL or self._stirs(at_s, seen_px, found):
            self._doubts += 1
            if self._doubts > MOST_DOUBTS:
                self._starts.clear()
            return
        self._doubts = 0
        self._starts.append((at_s, seen_px, found))
        if at_s - self._starts[0][0] >= STILL_S:
            again = self._belief is not None
            self._begin(found, strange)
            if not again:
                yield Seen(what=SeenWhat.IN_POSITION, at_s=at_s, share=0.0)

    def _begin(self, found: Belief, strange: float) -> None:
        self._belief = _begun(found, [pixels for _, pixels, _ in self._starts])
        self._starts.clear()
        self._strange = strange
        self._moments = Moments()
        self._own_deg = self._belief.own_deg
        self._reach.begin()
        self._strayed_s = 0.0
        self._glimpse = Glimpse(share=0.0, in_position=True)

    def _acceptable(self) -> float:
        """How strange a start pose may be: less when this person's was seen already, for the end
        of an exercise may look like the start of somebody else's.
        """
        if self._belief is not None:
            return BETTER * self._strange
        return min(STRANGE, max(ALIKE * self._strange, ALIKE_ANYHOW))

    def _waits_for_better(self) -> bool:
        """Whether the start pose may have been taken too early: a plainer one takes its place."""
        return not self._moments.moving and self._strange > BETTER_FROM

    def _missing(self, seen_px: Floats) -> SetUp:
        if ((seen_px < 0) | (seen_px > self._size_px)).any():
            return SetUp.CUT_OFF
        reach_px = np.ptp(seen_px, axis=0).max()
        small = reach_px < SMALLEST_SHARE * self._size_px.max()
        return SetUp.TOO_SMALL if small else SetUp.POSE

    def _stirs(self, at_s: float, seen_px: Floats, found: Belief) -> bool:
        if not self._starts:
            return False
        before_s, before_px, _ = self._starts[-1]
        moved_px = np.linalg.norm(seen_px[LEGS] - before_px[LEGS], axis=1)
        speed_m_s = np.median(moved_px) / found.lens.scale_px_m / max(at_s - before_s, 1e-3)
        return bool(speed_m_s > STILL_M_S)

    def _follow(
        self, at_s: float, seen_px: Floats, visibility: Floats, step_s: float
    ) -> Iterator[Seen]:
        assert self._belief is not None
        prior = _later(self._belief, min(step_s, 0.5))
        straight = prior.updated(seen_px, visibility, 3)
        if straight.misfit > SWAPPED_FROM_M:
            other = list(SWAPPED)
            swapped = prior.updated(seen_px[other], visibility[other], 3)
            straight = min(straight, swapped, key=lambda one: one.misfit)
        if straight.misfit > TRACKED_MISFIT_M or self._strayed_deg(straight) > STRAYED_DEG:
            self._strayed_s += step_s
            if self._strayed_s > STRAYED_S:
                yield from self._forget(at_s)
                yield Seen(what=SeenWhat.OUT_OF_POSITION, at_s=at_s)
            return
        self._strayed_s = 0.0
        self._belief = straight
        share = self._reach.relative(straight.share, step_s, self._moments.moving)
        for seen in self._moments.take(Look(at_s, share, self._told_faults(straight, share))):
            if seen.what is SeenWhat.BACK and self._moments.furthest >= REACHES_END:
                self._reach.whole(self._moments.furthest)
            yield seen
        self._glimpse = Glimpse(
            share=share,
            rotation_deg=self._rotation_deg(straight.share),
            in_position=not self._moments.moving,
            at_end=self._moments.at_end,
        )

    def _told_faults(self, belief: Belief, share: float) -> dict[str, float]:
        known = zip(self._template.fault_ids, belief.faults, belief.faults_sd, strict=True)
        grown = min(max(share, 0.0), 1.0)
        beside = {fault_id: grown * float(amount) for fault_id, amount, sd in known if sd < TOLD_SD}
        backward = {fault_id: share / end for fault_id, end in self._template.backward.items()}
        return {
            fault_id: amount
            for fault_id, amount in (beside | backward).items()
            if fault_id in self._faults
        }

    def _strayed_deg(self, belief: Belief) -> float:
        return float(np.sqrt(np.mean((belief.own_deg - self._own_deg) ** 2)))

    def _rotation_deg(self, share: float) -> float:
        start_deg, end_deg = self._template.start_rotation_deg, self._template.end_rotation_deg
        return start_deg + share * (end_deg - start_deg)

    def _forget(self, at_s: float) -> Iterator[Seen]:
        self._belief = None
        self._starts.clear()
        self._strayed_s = 0.0
        yield from self._moments.interrupted(at_s)


def _begun(found: Belief, still_px: list[Floats]) -> Belief:
    """The start pose is taken: from here on people keep their ways, and cameras their place."""
    faults, ways = len(found.template.fault_ids), len(OWN_WAYS)
    mean = found.mean.copy()
    mean[: 1 + faults] = 0.0
    sd = np.array([0.1, *[0.25] * faults, *[OWN_SD_DEG / 4] * ways, *[0.02] * 3, *[0.02] * 3])
    unbiased = replace(found, mean=mean, spread=np.diag(sd**2))
    expected, _ = unbiased.expected(mean)
    bias_px = np.nanmedian(np.stack(still_px), axis=0) - expected
    return replace(unbiased, bias_px=np.nan_to_num(bias_px))


def _later(belief: Belief, step_s: float) -> Belief:
    faults, ways = len(belief.template.fault_ids), len(OWN_WAYS)
    drift = np.array(
        [SHARE_DRIFT, *[FAULT_DRIFT] * faults, *[OWN_DRIFT_DEG] * ways]
        + [TURN_DRIFT] * 3
        + [SHIFT_DRIFT_M] * 3
    )
    mean = belief.mean.copy()
    fades_s = FORGOTTEN_S if mean[0] < AT_START else FAULT_FADES_S
    mean[1 : 1 + faults] *= np.exp(-step_s / fades_s)
    return replace(belief, mean=mean).later(drift**2 * step_s)
