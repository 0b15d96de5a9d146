"""Finding the held repeats in a rotation curve: the end of the range, not the overshoot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.assessment.smoothing import local_line, runs
from coxa.quantities import Direction
from coxa.records import Repeat

Floats = NDArray[np.float64]

MIN_EXCURSION_DEG = 6.0
"""Smaller movements are fidgeting, or what one leg's landmarks do when the other leg moves."""
MIN_SHARE_OF_OTHER_LEG = 0.4
"""A leg that follows the other one's movement by less than this is not being tested."""
EXCURSION_SHARE = 0.5
"""An excursion lasts while the leg is beyond this share of its peak."""
MIN_HOLD_S = 0.7
"""A hold of one second is accepted; smoothing eats about an eighth of a second at either end."""
STILL_DEG_S = 7.0
HOLD_SHARE, OVERSHOOT_DEG = 0.8, 6.0
"""A hold lies within this share of the excursion's peak, or no further below it than a leg that
swings past its end comes back."""
SMOOTH_HALF_WIDTH_S = 0.2
MIN_SEEN_SHARE = 0.7
"""A hold of which more than three tenths were not seen is not a hold."""
REST_AROUND_S = 1.5


@dataclass(frozen=True)
class Excursions:
    """What one leg did in one direction: how often it went, and which times it was held."""

    attempts: int
    holds: tuple[Repeat, ...]


def find_excursions(
    time_s: Floats, turned_deg: Floats, direction: Direction, other_turned_deg: Floats
) -> Excursions:
    """Movements of a leg in one direction, and those that were held at their end.

    Parameters
    ----------
    time_s : (n,)
    turned_deg : (n,) signed rotation from neutral, NaN where not seen.
    other_turned_deg : (n,) the same of the other leg.
    """
    # A recording's times lie a row apart from one another, and each look-up would gather them anew.
    time_s = np.ascontiguousarray(time_s)
    out_deg = direction.sign * turned_deg
    smooth_deg, speed_deg_s = local_line(time_s, out_deg, SMOOTH_HALF_WIDTH_S)
    other_deg, _ = local_line(time_s, np.abs(other_turned_deg), SMOOTH_HALF_WIDTH_S)
    attempts = 0
    holds: list[Repeat] = []
    for first, last in _excursions(smooth_deg):
        peak_deg = float(np.nanmax(smooth_deg[first:last]))
        other_peak_deg = _peak(other_deg[first:last])
        if peak_deg < MIN_SHARE_OF_OTHER_LEG * other_peak_deg:
            continue
        attempts += 1
        hold = _longest_hold(time_s, smooth_deg, speed_deg_s, first, last, peak_deg)
        if hold is not None:
            holds.append(_repeat(time_s, turned_deg, smooth_deg, direction, hold))
    return Excursions(attempts, tuple(holds))


def _peak(values: Floats) -> float:
    return float(np.nanmax(values)) if np.isfinite(values).any() else 0.0


def _excursions(smooth_deg: Floats) -> list[tuple[int, int]]:
    """Stretches beyond half of their own peak, found from the highest peak downwards."""
    if not np.isfinite(smooth_deg).any():
        return []
    # A gap in the landmarks does not end an excursion, a return to half of its peak does.
    filled = _bridge(smooth_deg)
    found = []
    for first, last in runs(filled > MIN_EXCURSION_DEG * EXCURSION_SHARE):
        peak_deg = float(np.max(filled[first:last]))
        if peak_deg < MIN_EXCURSION_DEG:
            continue
        beyond = runs(filled[first:last] > EXCURSION_SHARE * peak_deg)
        found += [(first + a, first + b) for a, b in beyond]
    return found


def _bridge(values: Floats) -> Floats:
    """Missing samples taken from their neighbours by a straight line."""
    index = np.arange(len(values))
    present = np.isfinite(values)
    return np.interp(index, index[present], values[present])


def _longest_hold(
    time_s: Floats, smooth_deg: Floats, speed_deg_s: Floats, first: int, last: int, peak_deg: float
) -> tuple[int, int] | None:
    still = np.abs(np.nan_to_num(speed_deg_s[first:last], nan=0.0)) < STILL_DEG_S
    least_deg = min(HOLD_SHARE * peak_deg, peak_deg - OVERSHOOT_DEG)
    high = np.nan_to_num(smooth_deg[first:last], nan=peak_deg) > least_deg
    best: tuple[int, int] | None = None
    best_s = MIN_HOLD_S
    for a, b in runs(still & high):
        start, end = first + a, first + b
        seen = np.isfinite(smooth_deg[start:end]).mean()
        length_s = time_s[end - 1] - time_s[start]
        if length_s >= best_s and seen >= MIN_SEEN_SHARE:
            best, best_s = (start, end), length_s
    return best


def _repeat(
    time_s: Floats,
    turned_deg: Floats,
    smooth_deg: Floats,
    direction: Direction,
    hold: tuple[int, int],
) -> Repeat:
    start, end = hold
    earliest = int(np.searchsorted(time_s, time_s[start] - REST_AROUND_S, side="left"))
    latest = int(np.searchsorted(time_s, time_s[end - 1] + REST_AROUND_S, side="right"))
    value_deg = float(np.nanmean(turned_deg[start:end]))
    return Repeat(
        start_s=float(time_s[start]),
        end_s=float(time_s[end - 1]),
        value_deg=value_deg,
        start_deg=direction.sign * _lowest(smooth_deg[earliest:start], direction.sign * value_deg),
        peak_deg=direction.sign * _peak(smooth_deg[earliest:latest]),
        return_deg=direction.sign * _lowest(smooth_deg[end:latest], direction.sign * value_deg),
    )


def _lowest(values: Floats, otherwise: float) -> float:
    return float(np.nanmin(values)) if np.isfinite(values).any() else otherwise
