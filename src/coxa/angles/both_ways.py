"""The mean of what was seen in a picture as it is and in its mirror image.

A pose net errs a little differently to the left and to the right; of a picture and its mirror image
the errors partly cancel. Where every other picture of a recording was looked at in a mirror, each
one's neighbours stand for its mirror image, and the mean over both sides of it lags behind nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MAX_APART_S = 0.3
"""Neighbours further apart than at four pictures a second do not show the same."""


def both_ways(values: Floats, by_mirror: Flags | None, time_s: Floats) -> Floats:
    """Half of each value as it is, half of its neighbours that were looked at the other way.

    Parameters
    ----------
    values : (n, ...), may hold NaN: what is missing counts for nothing.
    by_mirror : (n,) which were looked at in a mirror; ``None``, as where all or none of them were,
        leaves the values alone.
    time_s : (n,), increasing.
    """
    if by_mirror is None or by_mirror.all() or not by_mirror.any():
        return values
    pair = (np.diff(by_mirror.astype(np.int8)) != 0) & (np.diff(time_s) <= MAX_APART_S)
    pair = pair.reshape(-1, *[1] * (values.ndim - 1))
    known = np.isfinite(values)
    filled = np.where(known, values, 0.0)
    total, weight = np.zeros_like(filled), np.zeros_like(filled)
    total[1:] += filled[:-1] * pair
    weight[1:] += known[:-1] * pair
    total[:-1] += filled[1:] * pair
    weight[:-1] += known[1:] * pair
    beside = np.divide(total, weight, out=np.full_like(filled, np.nan), where=weight > 0)
    mean = (values + beside) / 2
    return np.where(known & (weight > 0), mean, np.where(known, values, beside))
