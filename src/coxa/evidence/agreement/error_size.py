"""How large the differences are, sign aside: root mean square, mean, and what 95 % stay below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

from coxa.evidence.agreement.people import Groups, flat, mean
from coxa.evidence.agreement.records import Estimate
from coxa.evidence.agreement.spread import variance

LEAST_FOR_P95 = 20
"""With fewer pairs the 95th percentile is no more than the largest difference."""


def root_mean_square(groups: Groups) -> Estimate:
    """Root of the mean squared difference.

    Its interval is put together from those of the two parts of a mean square, squared bias and
    variance (method of variance estimates recovery: Zou & Donner, *Stat Med* 2008;27:1693–1702).
    """
    value = math.sqrt(fmean(one**2 for one in flat(groups)))
    bias = mean(groups)
    if bias.half_width is None:
        return Estimate(value=value)
    spread = variance(groups)
    low, high = spread.interval95 or (spread.value, spread.value)
    size, margin = abs(bias.value), bias.half_width
    centre = size**2 + spread.value
    below = math.hypot(size**2 - max(size - margin, 0.0) ** 2, spread.value - low)
    above = math.hypot((size + margin) ** 2 - size**2, high - spread.value)
    ends = (math.sqrt(max(centre - below, 0.0)), math.sqrt(centre + above))
    return Estimate(value=value, interval95=(min(ends[0], value), max(ends[1], value)))


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
