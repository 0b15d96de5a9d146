"""Following a person from a held start pose, frame by frame."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coxa.watching.belief import Belief
from coxa.watching.points import SWAPPED, Floats
from coxa.watching.stance import OWN_SD_DEG
from coxa.watching.start import Held
from coxa.watching.template import OWN_WAYS

ROUNDS = 3
MISFIT_M, STRAYED_DEG = 0.09, 12.0
"""A frame is of the exercise when landmarks fit so well and joints have strayed no further (root
mean square) from where they were in the start pose."""
SWAPPED_FROM_M = 0.045
"""From this misfit on it is tried whether the net has confused left and right."""
LONGEST_STEP_S = 0.5

SHARE_SD, FAULT_SD, TURN_SD, SHIFT_SD_M = 0.1, 0.25, 0.02, 0.02
"""What is not known of a start pose that was just held; of a person's own ways a quarter of what
was not known before."""
AGAIN_FAULT_SD = 0.5
"""Of a start pose that was come back to."""
RESTS_WITHIN, RESTS_S, FOLLOWS = 0.25, 0.35, 0.1
"""Back in the start pose: landmarks so near to where they were, as a part of how far the exercise
takes them, for so long; by how much of what they are off they are remembered there from then on."""
SHARE_DRIFT, FAULT_DRIFT, OWN_DRIFT_DEG = 0.63, 0.5, 0.6
TURN_DRIFT, SHIFT_DRIFT_M = np.radians(0.4), 0.02
"""Random walks: standard deviations after one second."""
AT_START, FORGOTTEN_S, FADES_S = 0.2, 0.5, 3.0
"""Up to which share no fault can be seen, how long one is remembered there, and beyond."""


class Follower:
    """Follows from a held start pose.

    Beliefs stray: what a fault has moved is now and then taken for the person's own way. The look
    of the start does not, so whenever it is seen again all begins anew from there.

    Attributes
    ----------
    belief : after the last frame that fitted.
    """

    def __init__(self, held: Held) -> None:
        self.belief = _begun(held)
        self._own_deg = self.belief.own_deg
        self._again = _with_fault_sd(self.belief, AGAIN_FAULT_SD)
        self._start_px = np.nanmedian(np.stack(held.looks_px), axis=0)
        self._way_px = _way_px(self.belief)
        self._near_s = 0.0

    def take(self, seen_px: Floats, visibility: Floats, step_s: float) -> bool:
        """Take a frame in; whether it is of the exercise at all."""
        fits = self._fits(seen_px, visibility, step_s)
        if self._rests(seen_px, step_s):
            self.belief = self._again
            return True
        return fits

    def _rests(self, seen_px: Floats, step_s: float) -> bool:
        """Whether the landmarks are where they were at the start, for a moment already."""
        gone_px = np.nan_to_num(seen_px - self._start_px)
        near = bool(np.linalg.norm(gone_px) < RESTS_WITHIN * self._way_px)
        self._near_s = self._near_s + step_s if near else 0.0
        rests = self._near_s > RESTS_S
        if rests:
            self._start_px = self._start_px + FOLLOWS * gone_px
        return rests

    def _fits(self, seen_px: Floats, visibility: Floats, step_s: float) -> bool:
        prior = _later(self.belief, min(step_s, LONGEST_STEP_S))
        found = prior.updated(seen_px, visibility, ROUNDS)
        if found.misfit > SWAPPED_FROM_M:
            other = list(SWAPPED)
            swapped = prior.updated(seen_px[other], visibility[other], ROUNDS)
            found = min(found, swapped, key=lambda one: one.misfit)
        strayed_deg = np.sqrt(np.mean((found.own_deg - self._own_deg) ** 2))
        if found.misfit > MISFIT_M or strayed_deg > STRAYED_DEG:
            return False
        self.belief = found
        return True


def _begun(held: Held) -> Belief:
    """From here on people keep their ways, and cameras their place; by how much the net sees this
    person's landmarks beside the figure's is known from the looks at the start pose.
    """
    found = held.found
    faults, ways = len(found.template.fault_ids), len(OWN_WAYS)
    mean = found.mean.copy()
    mean[: 1 + faults] = 0.0
    sd = [SHARE_SD, *[FAULT_SD] * faults, *[OWN_SD_DEG / 4] * ways]
    sd += [TURN_SD] * 3 + [SHIFT_SD_M] * 3
    unbiased = replace(found, mean=mean, spread=np.diag(np.square(sd)))
    expected, _ = unbiased.expected(mean)
    bias_px = np.nanmedian(np.stack(held.looks_px), axis=0) - expected
    return replace(unbiased, bias_px=np.nan_to_num(bias_px))


def _with_fault_sd(belief: Belief, sd: float) -> Belief:
    spread = belief.spread.copy()
    faults = np.arange(1, 1 + len(belief.template.fault_ids))
    spread[faults, faults] = sd**2
    return replace(belief, spread=spread)


def _way_px(belief: Belief) -> float:
    """How far the exercise takes the landmarks in the picture, all together."""
    end = belief.mean.copy()
    end[0] = 1.0
    gone_px = belief.expected(end)[0] - belief.expected(belief.mean)[0]
    return float(np.linalg.norm(gone_px))


def _later(belief: Belief, step_s: float) -> Belief:
    faults, ways = len(belief.template.fault_ids), len(OWN_WAYS)
    drift = [SHARE_DRIFT, *[FAULT_DRIFT] * faults, *[OWN_DRIFT_DEG] * ways]
    drift += [TURN_DRIFT] * 3 + [SHIFT_DRIFT_M] * 3
    mean = belief.mean.copy()
    fades_s = FORGOTTEN_S if belief.share < AT_START else FADES_S
    mean[1 : 1 + faults] *= np.exp(-step_s / fades_s)
    return replace(belief, mean=mean).later(np.square(drift) * step_s)
