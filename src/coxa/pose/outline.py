"""The midline of each shank by the body's outline, which the landmark net draws at no further cost.

Knee and ankle landmarks are two points, each with an error of its own; the outline has edges all
along the shank, and where its middle runs is a second witness of how the shank lies.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from coxa.pose.net import Floats

Floats64 = NDArray[np.float64]

# Where the outline is looked at: lines square to knee → ankle, by their share of the way down. Near
# the knee the thigh is in sight, near the ankle the foot.
ROWS = np.linspace(0.15, 0.9, 16)
# Steps along such a line, in shank lengths; further out than its reach lies the other leg.
REACH, STEPS = 0.45, 73
ACROSS = np.linspace(-REACH, REACH, STEPS)
# The shank covers the line from knee to ankle, or lies at most this far beside it.
BESIDE = 0.12
MIN_ROWS = 6
# A line through the middles, little moved by those that lie off it; in shank lengths.
OFF_LINE = 0.01
ROUNDS = 3
# Middles that do not lie on a line are not a shank's, but a trouser leg's or two legs'.
MAX_OFF_LINE = 0.04


def shank_midlines(outline: Floats, knees: Floats64, ankles: Floats64) -> Floats:
    """Upper and lower end of each shank's midline, and how wide the shank looks there.

    Parameters
    ----------
    outline : (rows, columns) logits, positive inside the body.
    knees, ankles : (n, 2) in cells of the outline, x to the right and y down.

    Returns
    -------
    (n, 2, 3): x, y and width in cells; NaN where no shank could be made out.
    """
    down = ankles - knees
    square = np.stack([-down[:, 1], down[:, 0]], axis=-1)
    logits = _sampled(outline, knees, down, square)
    middle, width, seen = _crossed(logits)
    share = ROWS - 0.5
    weight = seen.astype(np.float64)
    for _ in range(ROUNDS):
        line = _line(share, middle, weight)
        off = np.abs(middle - line)
        weight = seen / (1 + (off / OFF_LINE) ** 2)
    widths = _line(share, width, seen.astype(np.float64))
    ends = [0, -1]
    places = knees[:, None] + ROWS[ends, None] * down[:, None]
    places = places + line[:, ends, None] * square[:, None]
    shank = np.linalg.norm(down, axis=1)[:, None, None]
    found = np.concatenate([places, widths[:, ends, None] * shank], axis=-1)
    rows = seen.sum(axis=1)
    lost = (rows < MIN_ROWS) | ((seen * off).sum(axis=1) > MAX_OFF_LINE * rows)
    found[lost] = np.nan
    return np.asarray(found, np.float32)


def _sampled(outline: Floats, knees: Floats64, down: Floats64, square: Floats64) -> Floats64:
    """(n, rows, steps): the outline along every line."""
    at = knees[:, None, None] + ROWS[:, None, None] * down[:, None, None]
    at = (at + ACROSS[:, None] * square[:, None, None]).astype(np.float32)
    flat = at.reshape(-1, STEPS, 2)
    values = cv2.remap(
        outline, flat[..., 0], flat[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(values, np.float64).reshape(at.shape[:-1])


def _crossed(logits: Floats64) -> tuple[Floats64, Floats64, NDArray[np.bool_]]:
    """Middle and width, in shank lengths, of what each line crosses; and whether it has two edges.

    Each (n, rows).
    """
    inside = logits > 0
    away = np.where(inside & (np.abs(ACROSS) < BESIDE), np.abs(ACROSS), np.inf)
    start = away.argmin(axis=-1)[..., None]
    step = np.arange(STEPS)
    before = np.where(~inside & (step < start), step, -1).max(axis=-1)
    behind = np.where(~inside & (step > start), step, STEPS).min(axis=-1)
    seen = np.isfinite(away.min(axis=-1)) & (before >= 0) & (behind < STEPS)
    before, behind = np.where(seen, before, 0), np.where(seen, behind, 1)
    left = _edge(logits, before, before + 1)
    right = _edge(logits, behind, behind - 1)
    return (left + right) / 2, right - left, seen


def _edge(logits: Floats64, outside: NDArray[np.intp], inside: NDArray[np.intp]) -> Floats64:
    """(n, rows): where between two steps the outline passes through zero."""
    low, high = (np.take_along_axis(logits, k[..., None], -1)[..., 0] for k in (outside, inside))
    rise = np.where(high > low, high - low, 1.0)
    return np.asarray(ACROSS[outside] + (ACROSS[inside] - ACROSS[outside]) * (-low / rise))


def _line(at: Floats64, values: Floats64, weight: Floats64) -> Floats64:
    """(n, rows): the straight line through (n, rows) values, by weighted least squares."""
    total = weight.sum(axis=1, keepdims=True) + 1e-12
    middle = (weight * at).sum(axis=1, keepdims=True) / total
    mean = (weight * values).sum(axis=1, keepdims=True) / total
    spread = (weight * (at - middle) ** 2).sum(axis=1, keepdims=True) + 1e-12
    slope = (weight * (at - middle) * (values - mean)).sum(axis=1, keepdims=True) / spread
    return np.asarray(mean + slope * (at - middle))
