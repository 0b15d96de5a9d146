"""Baseline-corrected tau: the phases compared after the baseline's own trend was taken out."""

from __future__ import annotations

import numpy as np

from coxa.evidence.companions.overlap import tau_parker
from coxa.evidence.companions.phases import TwoPhases


def tau_bc(phases: TwoPhases) -> float | None:
    """Baseline-corrected tau; ``None`` with fewer than two days before training.

    Tarlow, *Behavior Modification* 41 (2017) 427: the Theil-Sen slope of the baseline, drawn on
    through all days, is subtracted from every reading, and what is left is compared by
    ``S_AB / (n_A n_B)``. The trend is always taken out, whether or not it is significant.
    What is left is tied where nine decimals agree: otherwise the noise of floating-point numbers
    would break ties.
    """
    later, earlier = np.tril_indices(len(phases.baseline), -1)
    if not later.size:
        return None
    rises = phases.baseline[later] - phases.baseline[earlier]
    slope = float(np.median(rises / (phases.baseline_day[later] - phases.baseline_day[earlier])))
    return tau_parker(
        TwoPhases(
            baseline=phases.baseline - slope * phases.baseline_day,
            training=phases.training - slope * phases.training_day,
            baseline_day=phases.baseline_day,
            training_day=phases.training_day,
        )
    )
