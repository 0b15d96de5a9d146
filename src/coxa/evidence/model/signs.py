"""What was found in the readings that makes an answer wider, so that it can be told."""

from __future__ import annotations

import numpy as np

from coxa.evidence.model.infer import Belief
from coxa.evidence.terms import Sign

LIKELY = 0.5
OUTLIERS = 1


def signs_of(belief: Belief, outliers: int) -> tuple[Sign, ...]:
    """Signs that the readings make more likely than not."""
    found = []
    if _own_drift(belief) > LIKELY:
        found.append(Sign.ONE_HIP_DRIFT)
    if _one_hip_days(belief) > LIKELY:
        found.append(Sign.ONE_HIP_DAYS)
    if outliers >= OUTLIERS:
        found.append(Sign.OUTLIERS)
    return tuple(found)


def _own_drift(belief: Belief) -> float:
    """Probability of the largest drift of single hips that is reckoned with."""
    by_size = belief.weight.sum((0, 2, 3, 4))
    return float(by_size[np.argmax(belief.priors.own_drift_sd.values)])


def _one_hip_days(belief: Belief) -> float:
    return float(belief.weight.sum((1, 2, 3, 4)) @ belief.nodes.one_hip)
