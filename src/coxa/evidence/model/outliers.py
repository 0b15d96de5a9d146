"""Single readings far off all others count less."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coxa.evidence.model.central import off_the_rest
from coxa.evidence.model.days import Days
from coxa.evidence.model.priors import Priors

FAR = 3.0
"""Standard deviations from what the others foretell, beyond which a reading counts less."""

TOLD = 4.0
"""As far off, a reading is told of: beyond three lies one good reading in 370."""

ROUNDS = 2
"""Two readings far off to the same side hide each other in the first round."""


def without_outliers(days: Days, priors: Priors) -> tuple[Days, int]:
    """The same days with larger variances where readings lie far off, and how many are told of.

    A reading ``z`` standard deviations off what all others foretell (leave-one-out) counts with the
    weight ``(3/z)²`` when ``|z| > 3``.
    """
    variance = days.variance
    for _ in range(ROUNDS):
        z = off_the_rest(replace(days, variance=variance), priors)
        far = np.maximum(np.abs(z) / FAR, 1.0) ** 2
        if np.all(far == 1):
            break
        larger = variance.copy()
        larger[days.there] *= far
        variance = larger
    return replace(days, variance=variance), int(
        (variance > (TOLD / FAR) ** 2 * days.variance).sum()
    )
