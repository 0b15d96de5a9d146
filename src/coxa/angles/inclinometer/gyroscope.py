"""Rotation by the gyroscope, where gravity cannot see it: supine, with the thigh upright."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coxa.angles.inclinometer.drift import drift_deg_s
from coxa.angles.inclinometer.functional_axis import axis_by_turning
from coxa.angles.inclinometer.matrices import nearest_rotation, rotation_vectors, rotations
from coxa.angles.inclinometer.motion import CLOCK_HZ, ShinMotion
from coxa.angles.inclinometer.turn import INTERNAL_SIGN, ShinTurn
from coxa.quantities import Side

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FUSED_DRIFT_DEG_S = 0.03
"""Expected of a phone's own angles, whose makers remove the gyroscope's bias."""
RATE_DRIFT_DEG_S = 0.2
"""Left when the bias was taken from a leg that is held still, but not quite."""
SLOW_DEG_S = 5.0
STEADY_STEPS = 20
"""A trembling leg is still if it stays where it is over twice four tenths of a second."""


def turn_by_gyroscope(motion: ShinMotion, resting: Flags, side: Side) -> ShinTurn | None:
    """The turn about the thigh since rest; ``None`` where nothing turned.

    From the phone's own angles where they are, else from its rates of turning, whose mean while the
    leg is still is taken for their bias. The drift that remains is what every stillness together
    tells of it.

    Parameters
    ----------
    motion : with rotation or rate.
    resting : (n,) samples that count as zero.
    """
    if motion.rotation is not None:
        now, expected_deg_s = motion.rotation, FUSED_DRIFT_DEG_S
    else:
        assert motion.rate_deg_s is not None  # the caller has looked
        now, expected_deg_s = _integrated(motion.rate_deg_s, resting), RATE_DRIFT_DEG_S
    rest = nearest_rotation(np.nanmean(now[resting], axis=0, keepdims=True))[0]
    turned = rotation_vectors(rest.T @ now)
    since_s = motion.time_s - motion.time_s[resting].mean()
    drift = np.radians(drift_deg_s(since_s, np.degrees(turned), expected_deg_s))
    turned -= np.outer(since_s, drift)
    axis = axis_by_turning(turned)
    if axis is None:
        return None
    twist, aside = _twist(turned, axis)
    return ShinTurn(
        rotation_deg=INTERNAL_SIGN[side] * np.degrees(twist),
        aside_deg=INTERNAL_SIGN[side] * np.degrees(np.copysign(aside, twist)),
        axis=axis,
    )


def turning_deg(motion: ShinMotion) -> Floats:
    """(n, 3) roughly how far the phone has turned since the first sample; tells stillness only."""
    if motion.rotation is not None:
        known = np.isfinite(motion.rotation).all(axis=(1, 2))
        first = motion.rotation[int(np.argmax(known))]
        return np.degrees(rotation_vectors(first.T @ motion.rotation))
    assert motion.rate_deg_s is not None  # the caller has looked
    return np.cumsum(motion.rate_deg_s, axis=0) / CLOCK_HZ


def _integrated(rate_deg_s: Floats, resting: Flags) -> Floats:
    """(n, 3, 3) from the phone's axes to those at the first sample; NaN from the first gap on."""
    bias = _bias(rate_deg_s, resting)
    steps = rotations(np.radians(rate_deg_s - bias) / CLOCK_HZ)
    found = np.empty_like(steps)
    now = np.eye(3)
    for index, step in enumerate(steps):
        now = now @ step
        found[index] = now
    return found


def _bias(rate_deg_s: Floats, resting: Flags) -> Floats:
    """(3,) what the rates tell of a leg that is still: at the start, at every rest and hold."""
    at_rest = np.nanmean(rate_deg_s[resting], axis=0)
    window = np.ones(2 * STEADY_STEPS + 1) / (2 * STEADY_STEPS + 1)
    calm = np.column_stack([np.convolve(axis, window, mode="same") for axis in rate_deg_s.T])
    slow = np.linalg.norm(calm - at_rest, axis=1) < SLOW_DEG_S
    return np.asarray(np.nanmean(rate_deg_s[slow | resting], axis=0))


def _twist(turned: Floats, axis: Floats) -> tuple[Floats, Floats]:
    """The part of each turn about ``axis``, and the size of the remaining one, radians.

    Swing and twist of a quaternion: the twist keeps the scalar part and the part along the axis.
    """
    angle = np.linalg.norm(turned, axis=1)
    imaginary = turned * (np.sinc(angle / (2 * np.pi)) / 2)[:, np.newaxis]
    along = imaginary @ axis
    beside = np.linalg.norm(imaginary - np.outer(along, axis), axis=1)
    return 2 * np.arctan2(along, np.cos(angle / 2)), 2 * np.arcsin(np.clip(beside, 0.0, 1.0))
