"""Local straight lines through unevenly timed samples: a smooth value and its speed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def local_line(time_s: Floats, value: Floats, half_width_s: float) -> tuple[Floats, Floats]:
    """Value and slope at each time, from a least-squares line over ``±half_width_s``.

    Missing values (NaN) are left out; a window with fewer than three samples, or whose samples
    all lie on one side of its middle, gives NaN. Uneven frame times need no resampling.

    Parameters
    ----------
    time_s : (n,), increasing.
    value : (n,), may hold NaN.
    half_width_s : half of the window.

    Returns
    -------
    smooth : (n,) in the unit of ``value``.
    slope_per_s : (n,).
    """
    present = np.isfinite(value)
    weight = present.astype(np.float64)
    filled = np.where(present, value, 0.0)
    first = np.searchsorted(time_s, time_s - half_width_s, side="left")
    last = np.searchsorted(time_s, time_s + half_width_s, side="right")

    def windowed(term: Floats) -> Floats:
        total = np.concatenate(([0.0], np.cumsum(term)))
        return total[last] - total[first]

    count = windowed(weight)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean_t = windowed(weight * time_s) / count
        mean_v = windowed(weight * filled) / count
        var_t = windowed(weight * time_s**2) / count - mean_t**2
        cov = windowed(weight * time_s * filled) / count - mean_t * mean_v
        slope = cov / var_t
        smooth = mean_v + slope * (time_s - mean_t)
    two_sided = np.abs(mean_t - time_s) < 0.75 * half_width_s
    good = (count >= 3) & (var_t > 1e-9) & two_sided
    return np.where(good, smooth, np.nan), np.where(good, slope, np.nan)


def runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and one-past-last index of every unbroken run of ``True``."""
    edges = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return list(zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True))
