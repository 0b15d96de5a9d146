"""Waiting for the start pose: seen in single frames, and held still for a moment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coxa.records import SetUp
from coxa.watching.belief import Belief
from coxa.watching.points import MARKS, Floats
from coxa.watching.stance import STRANGE, Finder

STILL_M_S, STILL_S = 0.25, 0.6
"""In the start pose means: no landmark of the legs faster than this on average, for so long."""
LOOK_EVERY_S = 0.12
"""How often single frames are searched."""
MOST_DOUBTS = 1
"""Looks in a row that may say otherwise: the net errs now and then."""
ALIKE, ALIKE_ANYHOW = 1.6, 0.6
"""How much stranger than the first time a start pose may be, and what is never too strange."""
BETTER, BETTER_FROM = 0.75, 0.6
"""A start pose that is so much less strange takes the place of one that was rather strange."""
SMALLEST_SHARE = 0.25
"""Of the picture's longer side: a body that reaches less far is too small to be read."""
LEGS = [k for k, mark in enumerate(MARKS) if "HIP" not in mark.name and k > 2]


@dataclass(frozen=True, eq=False)
class Held:
    """A start pose that was held: what is believed, and the landmarks (marks, 2) of its looks."""

    found: Belief
    looks_px: tuple[Floats, ...]


class StartSearch:
    """Looks for a start pose that is held.

    Attributes
    ----------
    missing : what the last look lacked.
    """

    def __init__(self, finder: Finder, width_px: int, height_px: int) -> None:
        self._finder = finder
        self._size_px = np.array([width_px, height_px])
        self._looks: list[tuple[float, Floats]] = []
        self._doubts = 0
        self._looked_s = -np.inf
        self._strange = np.inf
        self.missing = SetUp.NOBODY

    @property
    def doubtful(self) -> bool:
        """The start pose held last was rather strange: a plainer one would be better."""
        return self._strange > BETTER_FROM

    def clear(self) -> None:
        """Begin to wait anew."""
        self._looks.clear()

    def take(
        self, at_s: float, seen_px: Floats, visibility: Floats, following: bool
    ) -> Held | None:
        """A start pose when it has been held.

        Parameters
        ----------
        following
            One was held already and is gone by: only a plainer one will do.
        """
        if at_s - self._looked_s < LOOK_EVERY_S:
            return None
        self._looked_s = at_s
        found, strange = self._finder.find(seen_px, visibility)
        fits = strange < self._acceptable(following)
        self.missing = SetUp.STILL if fits else self._lacking(seen_px)
        if not fits or self._stirs(at_s, seen_px, found):
            self._doubts += 1
            if self._doubts > MOST_DOUBTS:
                self._looks.clear()
            return None
        self._doubts = 0
        self._looks.append((at_s, seen_px))
        if at_s - self._looks[0][0] < STILL_S:
            return None
        held = Held(found, tuple(pixels for _, pixels in self._looks))
        self._looks.clear()
        self._strange = strange
        return held

    def _acceptable(self, following: bool) -> float:
        """How strange a start pose may be: less when this person's was seen already, for the end
        of an exercise may look like the start of somebody else's.
        """
        if following:
            return BETTER * self._strange
        return min(STRANGE, max(ALIKE * self._strange, ALIKE_ANYHOW))

    def _lacking(self, seen_px: Floats) -> SetUp:
        if ((seen_px < 0) | (seen_px > self._size_px)).any():
            return SetUp.CUT_OFF
        reach_px = np.ptp(seen_px, axis=0).max()
        small = reach_px < SMALLEST_SHARE * self._size_px.max()
        return SetUp.TOO_SMALL if small else SetUp.POSE

    def _stirs(self, at_s: float, seen_px: Floats, found: Belief) -> bool:
        if not self._looks:
            return False
        before_s, before_px = self._looks[-1]
        moved_px = np.linalg.norm(seen_px[LEGS] - before_px[LEGS], axis=1)
        speed_m_s = np.median(moved_px) / found.lens.scale_px_m / max(at_s - before_s, 1e-3)
        return bool(speed_m_s > STILL_M_S)
