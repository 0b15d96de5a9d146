"""What is believed of a person and a camera, and how one frame changes it.

An iterated extended Kalman filter (Bell & Cathey 1993) over a few numbers: the share of the way,
the amount of each fault, the person's own ways, the camera's place. Landmarks that stray count less
(Student's t, by reweighting), for a pose net errs seldom by little and sometimes by much.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from coxa.watching.lens import Lens, crosses
from coxa.watching.points import MARKS, Floats
from coxa.watching.template import OWN_WAYS, Template

ERROR_M = 0.035
"""Standard deviation of a clearly seen landmark about where the figure's is."""
FREEDOM = 4.0
"""Of Student's t."""
WORST_VISIBILITY = 0.15
SHARES, AMOUNTS, MOST_OWN_DEG = (-1.3, 1.5), (-1.0, 2.0), 25.0
"""What is possible: of the way, of a fault's amount, of a joint that is held otherwise."""


@dataclass(frozen=True, eq=False)
class Belief:
    """Means and covariance of all that is not known.

    The order: share, faults, own ways, the camera's turn (3, radians) and shift (3, metres), both
    counted from ``lens``.
    """

    template: Template
    lens: Lens
    mean: Floats
    spread: Floats
    """Covariance."""
    bias_px: Floats
    """(marks, 2): by how much the net sees this person's landmarks elsewhere, at ``scale``."""
    misfit: float = 0.0
    """Of the last frame: root mean square of how far landmarks are off, metres at the middle."""

    @property
    def share(self) -> float:
        return float(self.mean[0])

    @property
    def share_sd(self) -> float:
        return float(np.sqrt(self.spread[0, 0]))

    @property
    def faults(self) -> Floats:
        return self.mean[1 : 1 + self._fault_count]

    @property
    def faults_sd(self) -> Floats:
        return np.sqrt(np.diag(self.spread)[1 : 1 + self._fault_count])

    @property
    def own_deg(self) -> Floats:
        return self.mean[self._own]

    @property
    def _fault_count(self) -> int:
        return len(self.template.fault_ids)

    @property
    def _own(self) -> slice:
        first = 1 + self._fault_count
        return slice(first, first + len(OWN_WAYS))

    def later(self, drift: Floats) -> Self:
        """After some time, in which each number may have strayed by a variance."""
        return replace(self, spread=self.spread + np.diag(drift))

    def points_m(self, mean: Floats) -> tuple[Floats, Floats]:
        """The landmarks (marks, 3) at a state, and how they change with share, faults, own ways:
        (marks, 3, numbers).
        """
        share, amounts, own = mean[0], mean[1 : 1 + self._fault_count], mean[self._own]
        way, slope, faults, ways = self.template.at(share)
        points = way + np.tensordot(amounts, faults, 1) + np.tensordot(own, ways, 1)
        changes = np.concatenate([slope[None], faults, ways])
        return points, np.moveaxis(changes, 0, -1)

    def expected(self, mean: Floats) -> tuple[Floats, Floats]:
        """Pixels (marks, 2) at a state and their slopes (marks, 2, numbers)."""
        points, changes = self.points_m(mean)
        lens = self.lens.moved(mean[-6:-3], mean[-3:])
        pixels, by_camera = lens.seen(points)
        by_point = by_camera @ lens.turn
        turned = by_point @ crosses(points - lens.middle)
        return pixels + self.bias_px, np.concatenate([by_point @ changes, turned, by_camera], 2)

    def _possible(self, mean: Floats) -> Floats:
        """Nobody goes much further than the figure, or is much more unlike it."""
        faults = 1 + self._fault_count
        mean[0] = np.clip(mean[0], *SHARES)
        mean[1:faults] = np.clip(mean[1:faults], *AMOUNTS)
        mean[self._own] = np.clip(mean[self._own], -MOST_OWN_DEG, MOST_OWN_DEG)
        return mean

    def updated(self, seen_px: Floats, visibility: Floats, rounds: int) -> Self:
        """After a frame with landmarks (marks, 2) of visibility (marks,)."""
        error_px = ERROR_M * self.lens.scale_px_m / np.clip(visibility, WORST_VISIBILITY, 1.0)
        here: NDArray[np.bool_] = np.isfinite(seen_px[:, 0])
        known = np.where(here[:, None], seen_px, 0.0)
        prior = np.linalg.inv(self.spread)
        mean, information, off = self.mean, prior, np.zeros(len(MARKS))
        for _ in range(rounds):
            pixels, slopes = self.expected(mean)
            miss = known - pixels
            off = np.linalg.norm(miss, axis=1)
            trust = here * (FREEDOM + 2) / (FREEDOM + (off / error_px) ** 2) / error_px**2
            weighted = slopes * trust[:, None, None]
            information = prior + np.einsum("mij,mik->jk", weighted, slopes)
            pull = np.einsum("mij,mi->j", weighted, miss) - prior @ (mean - self.mean)
            mean = self._possible(mean + np.linalg.solve(information, pull))
        misfit = _typical(off[here]) / self.lens.scale_px_m if here.any() else np.inf
        return replace(self, mean=mean, spread=np.linalg.inv(information), misfit=misfit)


def _typical(off: NDArray[np.float64]) -> float:
    """Root mean square of all but the two worst."""
    kept = np.sort(off)[: max(1, len(off) - 2)]
    return float(np.sqrt(np.mean(kept**2)))
