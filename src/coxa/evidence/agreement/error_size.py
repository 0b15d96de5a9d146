"""How large the differences are, sign aside: root mean square, mean, and what 95 % stay below."""

from __future__ import annotations

import math
from collections.abc import Sequence

from coxa.evidence.agreement.people import Groups, mean, standard_error
from coxa.evidence.agreement.records import Estimate
from coxa.evidence.students_t import t_quantile

LEAST_FOR_P95 = 20
"""With fewer pairs the 95th percentile is no more than the largest difference."""


def root_mean_square(groups: Groups) -> Estimate:
    """Root of the mean squared difference.

    The interval is Student's t's on the logarithm of the mean square (first-order error
    propagation), so that it never reaches below zero.
    """
    squares = [[value**2 for value in group] for group in groups]
    mean_square = mean(squares).value
    value = math.sqrt(mean_square)
    error = standard_error(squares)
    if error is None or mean_square <= 0:
        return Estimate(value=value)
    factor = math.exp(t_quantile(0.975, len(groups) - 1) * error / mean_square / 2)
    return Estimate(value=value, interval95=(value / factor, value * factor))


def mean_size(groups: Groups) -> Estimate:
    """Mean difference, sign aside."""
    found = mean([[abs(value) for value in group] for group in groups])
    if found.interval95 is None:
        return found
    low, high = found.interval95
    return Estimate(value=found.value, interval95=(max(low, 0.0), high))


def percentile95(values: Sequence[float]) -> float | None:
    """What 95 % of the differences stay below, sign aside; straight between neighbours."""
    if len(values) < LEAST_FOR_P95:
        return None
    sizes = sorted(abs(value) for value in values)
    place = 0.95 * (len(sizes) - 1)
    before = math.floor(place)
    after = min(before + 1, len(sizes) - 1)
    return sizes[before] + (place - before) * (sizes[after] - sizes[before])


def scaled(estimate: Estimate, factor: float) -> Estimate:
    """The estimate times a positive number."""
    if estimate.interval95 is None:
        return Estimate(value=factor * estimate.value)
    low, high = estimate.interval95
    return Estimate(value=factor * estimate.value, interval95=(factor * low, factor * high))
