"""Watches one exercise of one side: frames in, moments out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

import numpy as np

from coxa.catalogue import Exercise
from coxa.quantities import Side
from coxa.records import Glimpse, Seen, SeenWhat, SetUp
from coxa.watching.afresh import Afresh
from coxa.watching.belief import Belief
from coxa.watching.following import Follower
from coxa.watching.moments import REACHES_END, Look, Moments
from coxa.watching.points import MARKS, Floats
from coxa.watching.reach import Reach
from coxa.watching.stance import Finder
from coxa.watching.start import Held, StartSearch
from coxa.watching.template import template

STRAYED_S = 0.7
"""The body has looked like no moment of the exercise for so long: it was left."""
GONE_S = 0.5
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
        self._search = StartSearch(Finder(self._template, width_px, height_px), width_px, height_px)
        self._faults = frozenset(exercise.camera.faults if faults is None else faults)
        self._reach = Reach(range_share, exercise.camera.reach)
        self._moments = Moments()
        self._follower: Follower | None = None
        self._last_s: float | None = None
        self._missing_s = self._strayed_s = 0.0
        self._lost = False
        self._glimpse = Glimpse(share=None, seen=False, set_up=SetUp.NOBODY)
        self._afresh = Afresh()
        self._look_afresh = False

    @property
    def look_afresh(self) -> bool:
        """After the last frame the pose net should look for the person in the whole picture."""
        return self._look_afresh

    @property
    def glimpse(self) -> Glimpse:
        """What the last frame shows."""
        return self._glimpse

    def take(self, frame: Frame) -> tuple[Seen, ...]:
        """The moments that a frame shows, in order."""
        seen_px = np.array(frame.image_px).reshape(-1, 2)[list(MARKS)]
        visibility = np.array(frame.visibility)[list(MARKS)]
        before_s = frame.time_s if self._last_s is None else self._last_s
        self._last_s = frame.time_s
        step_s = max(frame.time_s - before_s, 0.0)
        most = np.isfinite(seen_px).all(axis=1).sum() > len(MARKS) / 2
        there = frame.score > 0 and bool(most)
        found = [*self._presence(frame.time_s, there, step_s)]
        if there:
            found += self._start(frame.time_s, seen_px, visibility)
            found += self._follow(frame.time_s, seen_px, visibility, step_s)
        else:
            self._glimpse = Glimpse(share=None, seen=False, set_up=SetUp.NOBODY)
        self._look_afresh = self._afresh.take(frame.time_s, self._glimpse.set_up)
        return tuple(found)

    def _presence(self, at_s: float, there: bool, step_s: float) -> Iterator[Seen]:
        self._missing_s = 0.0 if there else self._missing_s + step_s
        if there and self._lost:
            self._lost = False
            yield Seen(what=SeenWhat.FOUND, at_s=at_s)
        if not self._lost and self._missing_s > GONE_S:
            self._lost = True
            yield from self._leave(at_s)
            yield Seen(what=SeenWhat.LOST, at_s=at_s)

    def _start(self, at_s: float, seen_px: Floats, visibility: Floats) -> Iterator[Seen]:
        """Look for the start pose; while it was doubtful and nothing moves yet, for a plainer."""
        following = self._follower is not None
        if following and (self._moments.moving or not self._search.doubtful):
            return
        held = self._search.take(at_s, seen_px, visibility, following)
        if held:
            self._begin(held)
            if not following:
                yield Seen(what=SeenWhat.IN_POSITION, at_s=at_s, share=0.0)
        elif not following:
            self._glimpse = Glimpse(share=None, set_up=self._search.missing)

    def _begin(self, held: Held) -> None:
        self._follower = Follower(held)
        self._moments = Moments(faults=self._moments.faults)
        self._reach.begin()
        self._strayed_s = 0.0

    def _follow(
        self, at_s: float, seen_px: Floats, visibility: Floats, step_s: float
    ) -> Iterator[Seen]:
        if self._follower is None:
            return
        if not self._follower.take(seen_px, visibility, step_s):
            self._strayed_s += step_s
            if self._strayed_s > STRAYED_S:
                yield from self._leave(at_s)
                yield Seen(what=SeenWhat.OUT_OF_POSITION, at_s=at_s)
            return
        self._strayed_s = 0.0
        belief = self._follower.belief
        share = self._reach.relative(belief.share, step_s, self._moments.moving)
        for seen in self._moments.take(Look(at_s, share, self._told_faults(belief, share))):
            if seen.what is SeenWhat.BACK and self._moments.furthest >= REACHES_END:
                self._reach.whole(self._moments.furthest)
            yield seen
        self._glimpse = Glimpse(
            share=share,
            rotation_deg=self._rotation_deg(belief.share),
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

    def _rotation_deg(self, share: float) -> float:
        start_deg, end_deg = self._template.start_rotation_deg, self._template.end_rotation_deg
        return start_deg + share * (end_deg - start_deg)

    def _leave(self, at_s: float) -> Iterator[Seen]:
        self._follower = None
        self._search.clear()
        self._strayed_s = 0.0
        yield from self._moments.interrupted(at_s)
