"""A phone's recording on an even clock, with the direction of the vertical in the phone's axes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.angles.inclinometer.matrices import nearest_rotation
from coxa.capture import OrientationRecording

Floats = NDArray[np.float64]

CLOCK_HZ = 50.0
HALF_WINDOW_S = 0.1
"""Sensors are averaged over twice this: jitter is gone, and five samples a second leave holes."""
NEAR_G_M_S2 = 1.5
"""An acceleration this much larger or smaller than usual is a movement's, not gravity's."""


@dataclass(frozen=True)
class ShinMotion:
    """What is known of the phone at every fiftieth of a second; NaN where samples were lost.

    Attributes
    ----------
    time_s : (n,) from the first sample.
    vertical : (n, 3) unit vector along the vertical, in the phone's axes.
    points_up : whether ``vertical`` is known to point up; by acceleration alone it may point down.
    pull_m_s2 : (n,) size of the acceleration, where it was recorded.
    sensors_apart_deg : (n,) between the verticals by angles and by acceleration, where both are.
    rotation : (n, 3, 3) from the phone's axes to those of the earth, where it was recorded.
    rate_deg_s : (n, 3) about the phone's axes, where it was recorded; over the fiftieth of a second
        around, so that their sum is the whole turn.
    """

    time_s: Floats
    vertical: Floats
    points_up: bool
    pull_m_s2: Floats | None
    sensors_apart_deg: Floats | None
    rotation: Floats | None
    rate_deg_s: Floats | None


def shin_motion(recording: OrientationRecording) -> ShinMotion:
    """Bring a recording, whose clock runs, on an even clock.

    The vertical comes from the phone's angles where they are, since phones make them of all their
    sensors together; else from the acceleration, of which samples far from the usual size are left
    out.
    """
    since_s = recording.time_s - recording.time_s[0]
    time_s = np.arange(int(since_s[-1] * CLOCK_HZ) + 1) / CLOCK_HZ

    def even(values: Floats) -> Floats:
        return _windowed_mean(since_s, values, time_s)

    acceleration = recording.acceleration_m_s2
    pull_m_s2 = by_acceleration = None
    if acceleration is not None:
        pull_m_s2 = even(np.linalg.norm(acceleration, axis=1))
        by_acceleration = _unit(even(_near_g(acceleration)))
    rotation = recording.rotation
    if rotation is not None:
        rotation = nearest_rotation(even(rotation))
    vertical = by_acceleration if rotation is None else rotation[:, 2, :]
    assert vertical is not None  # a recording has angles or acceleration
    apart_deg = None
    if rotation is not None and by_acceleration is not None:
        cosine = np.abs((vertical * by_acceleration).sum(axis=1))
        apart_deg = np.degrees(np.arccos(np.clip(cosine, 0.0, 1.0)))
    return ShinMotion(
        time_s=time_s,
        vertical=vertical,
        points_up=rotation is not None,
        pull_m_s2=pull_m_s2,
        sensors_apart_deg=apart_deg,
        rotation=rotation,
        rate_deg_s=_even_rate(since_s, recording.rate_deg_s, time_s),
    )


def _even_rate(since_s: Floats, rate_deg_s: Floats | None, time_s: Floats) -> Floats | None:
    """Differences of the whole turn so far, which means of uneven samples would not add up to."""
    if rate_deg_s is None:
        return None
    even = np.full((len(time_s), 3), np.nan)
    known = np.isfinite(rate_deg_s).all(axis=1)
    if not known.any():
        return even
    known_s, known_deg_s = since_s[known], rate_deg_s[known]
    mean_deg_s = (known_deg_s[1:] + known_deg_s[:-1]) / 2
    parts_deg = mean_deg_s * np.diff(known_s)[:, np.newaxis]
    sum_deg = np.concatenate([np.zeros((1, 3)), np.cumsum(parts_deg, axis=0)])
    edges_s = np.append(time_s, time_s[-1] + 1 / CLOCK_HZ) - 0.5 / CLOCK_HZ
    at_edges = np.column_stack([np.interp(edges_s, known_s, one) for one in sum_deg.T])
    near = np.isfinite(_windowed_mean(since_s, rate_deg_s, time_s)).all(axis=1)
    even[near] = np.diff(at_edges, axis=0)[near] * CLOCK_HZ
    return even


def _windowed_mean(since_s: Floats, values: Floats, time_s: Floats) -> Floats:
    """(n, ...) means of the known ``values`` (m, ...) around each of ``time_s`` (n,)."""
    flat = values.reshape(len(since_s), -1)
    known = np.asarray(np.isfinite(flat).all(axis=1, keepdims=True))
    first = np.searchsorted(since_s, time_s - HALF_WINDOW_S, side="left")
    last = np.searchsorted(since_s, time_s + HALF_WINDOW_S, side="right")

    def windowed(terms: Floats) -> Floats:
        total: Floats = np.concatenate([np.zeros((1, terms.shape[1])), np.cumsum(terms, axis=0)])
        return np.asarray(total[last] - total[first])

    count = windowed(known.astype(np.float64))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = windowed(np.where(known, flat, 0.0)) / count
    return np.asarray(mean.reshape(len(time_s), *values.shape[1:]))


def _near_g(acceleration: Floats) -> Floats:
    size = np.linalg.norm(acceleration, axis=1)
    known = size[np.isfinite(size)]
    usual = float(np.median(known)) if len(known) else np.nan
    near = np.abs(size - usual) <= NEAR_G_M_S2
    return np.where(near[:, np.newaxis], acceleration, np.nan)


def _unit(vectors: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
