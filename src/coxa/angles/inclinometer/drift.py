"""A gyroscope's drift, told by a leg that neither keeps quite still nor comes quite back.

A leg that is still does not turn, so that what seems to turn in a stillness is drift; and a leg
that was let back lies near its zero, so that what its returns wander away is drift too. Neither
holds exactly: muscles let a leg sway for seconds on end, and a return misses zero by degrees. So
one line is laid through all stillnesses at once, by generalised least squares, in which sway and
missed returns are errors with a size. Where a leg is held away from zero, nothing is assumed of how
far.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SLOW_DEG_S = 5.0
SPEED_HALF_WIDTH_S = 0.2
MIN_STILL_S = 0.4
PIECE_S = 0.2
MOST_PIECES = 400
"""Half an hour of stillness is cut into longer pieces."""

START_DEG = 0.3
"""Zero is the mean of the first stillness, or of a part of it."""
RETURN_DEG = 3.0
"""How near to zero a leg comes back that nothing holds."""
HELD_DEG = 30.0
"""Anywhere: only how it turns while it is held tells something."""
SWAY_DEG, SWAY_S = 0.6, 1.5
"""How far a leg sways that muscles hold, and for how long it stays on the same side."""
TREMBLING_DEG = 0.15
"""What is left of trembling in the mean of one piece."""

NEAR_REST_DEG = 4.0
NEAR_REST_SHARE = 0.25
ROUNDS = 3


def drift_deg_s(since_s: Floats, turned_deg: Floats, expected_deg_s: float) -> Floats:
    """(3,) how fast what was told of the leg wanders off, degrees a second about each axis.

    Parameters
    ----------
    since_s : (n,) since the leg was at zero, evenly spaced.
    turned_deg : (n, 3) turn since then, as a rotation vector, NaN where not known.
    expected_deg_s : the drift's standard deviation before anything is known of it.
    """
    stillnesses = _stillnesses(since_s, turned_deg)
    drift = np.zeros(3)
    if not stillnesses:
        return drift
    middle_s = np.array([since_s[one].mean() for one in stillnesses])
    level_deg = np.array([turned_deg[one].mean(axis=0) for one in stillnesses])
    still_s = sum(map(len, stillnesses)) * _step_s(since_s)
    owner, pieces = _pieces(stillnesses, max(PIECE_S, still_s / MOST_PIECES) / _step_s(since_s))
    piece_s = np.array([since_s[one].mean() for one in pieces])
    piece_deg = np.array([turned_deg[one].mean(axis=0) for one in pieces])
    sway = _sway(piece_s)
    first = int(np.argmin(np.abs(middle_s)))
    for _ in range(ROUNDS):
        away_deg = np.linalg.norm(level_deg - np.outer(middle_s, drift), axis=1)
        level_sd_deg = np.where(_returns(away_deg), RETURN_DEG, HELD_DEG)
        level_sd_deg[first] = START_DEG
        same = owner[:, np.newaxis] == owner
        spread = np.linalg.cholesky(sway + same * level_sd_deg[owner] ** 2)
        time_s, deg = np.linalg.solve(spread, piece_s), np.linalg.solve(spread, piece_deg)
        drift = (time_s @ deg) / (time_s @ time_s + 1 / expected_deg_s**2)
    return drift


def _stillnesses(since_s: Floats, turned_deg: Floats) -> list[NDArray[np.intp]]:
    """The samples of every stillness that is long enough to tell something."""
    slow = np.flatnonzero(_speed_deg_s(since_s, turned_deg) < SLOW_DEG_S)
    runs = np.split(slow, np.flatnonzero(np.diff(slow) > 1) + 1)
    least = MIN_STILL_S / _step_s(since_s)
    return [run for run in runs if len(run) >= least]


def _step_s(since_s: Floats) -> float:
    return float(since_s[1] - since_s[0])


def _speed_deg_s(since_s: Floats, turned_deg: Floats) -> Floats:
    """(n,) infinite where not known."""
    half = round(SPEED_HALF_WIDTH_S / _step_s(since_s))
    speed = np.full(len(turned_deg), np.inf)
    moved_deg = np.linalg.norm(turned_deg[2 * half :] - turned_deg[: -2 * half], axis=1)
    speed[half : half + len(moved_deg)] = moved_deg / (2 * half * _step_s(since_s))
    return np.where(np.isfinite(turned_deg).all(axis=1), np.nan_to_num(speed, nan=np.inf), np.inf)


def _pieces(
    stillnesses: Sequence[NDArray[np.intp]], samples: float
) -> tuple[NDArray[np.intp], list[NDArray[np.intp]]]:
    """Each stillness in pieces of about so many ``samples``, and the stillness that each is of."""
    cut = [np.array_split(one, max(1, round(len(one) / samples))) for one in stillnesses]
    owner = np.repeat(np.arange(len(cut)), [len(pieces) for pieces in cut])
    return owner, [piece for pieces in cut for piece in pieces]


def _sway(piece_s: Floats) -> Floats:
    """(m, m) covariance of how far a leg is from where it is held, degrees squared."""
    apart = (piece_s[:, np.newaxis] - piece_s) / SWAY_S
    return np.asarray(
        SWAY_DEG**2 * np.exp(-(apart**2) / 2) + TREMBLING_DEG**2 * np.eye(len(piece_s))
    )


def _returns(away_deg: Floats) -> Flags:
    """Which stillnesses are near enough to zero to be the leg let back."""
    furthest_deg = float(np.percentile(away_deg, 95))
    return np.asarray(away_deg < max(NEAR_REST_DEG, NEAR_REST_SHARE * furthest_deg))
