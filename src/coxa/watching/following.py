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
SHARE_DRIFT, FAULT_DRIFT, OWN_DRIFT_DEG = 0.63, 0.5, 0.6
TURN_DRIFT, SHIFT_DRIFT_M = np.radians(0.4), 0.02
"""Random walks: standard deviations after one second."""
AT_START, FORGOTTEN_S, FADES_S = 0.2, 0.5, 3.0
"""Up to which share no fault can be seen, how long one is remembered there, and beyond."""


class Follower:
    """Follows from a held start pose.

    Attributes
    ----------
    belief : after the last frame that fitted.
    """

    def __init__(self, held: Held) -> None:
        self.belief = _begun(held)
        self._own_deg = self.belief.own_deg

    def take(self, seen_px: Floats, visibility: Floats, step_s: float) -> bool:
        """Take a frame in; whether it is of the exercise at all."""
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


def _later(belief: Belief, step_s: float) -> Belief:
    faults, ways = len(belief.template.fault_ids), len(OWN_WAYS)
    drift = [SHARE_DRIFT, *[FAULT_DRIFT] * faults, *[OWN_DRIFT_DEG] * ways]
    drift += [TURN_DRIFT] * 3 + [SHIFT_DRIFT_M] * 3
    mean = belief.mean.copy()
    fades_s = FORGOTTEN_S if belief.share < AT_START else FADES_S
    mean[1 : 1 + faults] *= np.exp(-step_s / fades_s)
    return replace(belief, mean=mean).later(np.square(drift) * step_s)
