"""A phone strapped to the shin of a leg that turns: what its sensors tell, and what is true.

Shares no code with ``coxa``: bones are directions in space, turned by quaternions; the sensors
follow from where the phone is at every moment. Earth: x, y level, z up. A person who sits or stands
faces y; one who lies has the head towards -y. Angles internal positive, against the pelvis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from coxa.capture import OrientationRecording
from coxa.quantities import Side, Test

Floats = NDArray[np.float64]
Curve = Callable[[Floats], Floats]

X, Y, Z = np.eye(3)
G = 9.81
# Of the body in each test: the way of the thigh (hip to knee), of the shank (knee to ankle), of the
# face, and of the head.
POSTURE = {
    Test.SEATED: (Y, -Z, Y, Z),
    Test.STANDING: (Y, -Z, Y, Z),
    Test.PRONE: (Y, Z, -Z, -Y),
    Test.SUPINE_90_90: (Z, Y, Z, -Y),
}


def about(axis: Floats, angle_deg: Floats | float) -> Floats:
    """(n, 4) quaternions, scalar first, right-handed about a unit vector."""
    half = np.radians(np.atleast_1d(angle_deg)) / 2
    return np.column_stack([np.cos(half), np.sin(half)[:, np.newaxis] * axis])


def times(*factors: Floats) -> Floats:
    """The product of quaternions: the last one turns first."""
    product = factors[0]
    for q in factors[1:]:
        w, v = product[:, :1], product[:, 1:]
        u, t = q[:, :1], q[:, 1:]
        scalar = w * u - (v * t).sum(axis=1, keepdims=True)
        product = np.hstack([scalar, w * t + u * v + np.cross(v, t)])
    return product


def back(q: Floats) -> Floats:
    return np.asarray(q * np.array([1.0, -1, -1, -1]))


def turned(q: Floats, vector: Floats) -> Floats:
    """(n, 3) the vector, or vectors, turned by each quaternion."""
    pure = np.column_stack([np.zeros(len(np.atleast_2d(vector))), np.atleast_2d(vector)])
    return times(q, pure, back(q))[:, 1:]


def nothing(time_s: Floats) -> Floats:
    return np.zeros_like(time_s)


def going(
    ends_deg: Sequence[float],
    *,
    start_s: float = 2.5,
    move_s: float = 1.2,
    hold_s: float = 2.2,
    rest_s: float = 1.0,
    rests_deg: Sequence[float] | None = None,
) -> Curve:
    """A smooth curve to each end and back, held at the end; after each it rests near zero."""
    knots_s, knots_deg = [0.0, start_s], [0.0, 0.0]
    for index, end_deg in enumerate(ends_deg):
        rest_deg = 0.0 if rests_deg is None else rests_deg[index]
        for step_s, value in (
            (move_s, end_deg), (hold_s, end_deg), (move_s, rest_deg), (rest_s, rest_deg),
        ):  # fmt: skip
            knots_s.append(knots_s[-1] + step_s)
            knots_deg.append(value)

    def curve(time_s: Floats) -> Floats:
        part = np.clip(np.searchsorted(knots_s, time_s, side="right") - 1, 0, len(knots_s) - 2)
        since, until = np.take(knots_s, part), np.take(knots_s, part + 1)
        share = np.clip((time_s - since) / np.maximum(until - since, 1e-9), 0, 1)
        eased = share**3 * (10 - 15 * share + 6 * share**2)
        low, high = np.take(knots_deg, part), np.take(knots_deg, part + 1)
        return np.asarray(low + (high - low) * eased)

    curve.duration_s = knots_s[-1]  # type: ignore[attr-defined]
    return curve


@dataclass(frozen=True)
class Leg:
    """How the leg is held, in degrees; and what spoils the test."""

    test: Test = Test.SEATED
    side: Side = Side.RIGHT
    slope_deg: float = 0.0
    """The knee lies higher than the hip."""
    aside_deg: float = 0.0
    """The thigh points outward."""
    knee_deg: float = 0.0
    """Further straight than a right angle."""
    knee_follows: float = 0.0
    """Degrees by which the knee straightens for each degree of rotation."""
    hike_share: float = 0.0
    """Degrees by which the pelvis turns along for each degree of rotation."""
    thigh_moves_deg: Curve = nothing
    """The thigh lifts."""


@dataclass(frozen=True)
class Strap:
    """How the phone sits on the shin."""

    round_deg: float = 0.0
    """About the shin, towards the inner side."""
    tilt_deg: float = 0.0
    pitch_deg: float = 0.0
    top_down: bool = False
    screen_to_leg: bool = False
    lags: float = 0.0
    """Share of the rotation that the skin under the strap does not follow."""
    rolls: float = 0.0
    """Degrees by which it rolls about the shin for each degree of rotation."""
    slips_deg: Curve = nothing
    """It slides about the shin."""
    pivots_deg: Curve = nothing
    """It pivots on the shin, as a loose strap lets it."""


@dataclass(frozen=True)
class Sensors:
    """What the phone tells, and how well."""

    hz: float = 60.0
    jitter_s: float = 0.0
    lost_share: float = 0.0
    pause_s: tuple[float, float] | None = None
    angles: bool = True
    acceleration: bool = True
    rates: bool = True
    pulls_down: bool = False
    """The platform's sign: at rest the acceleration points down."""
    noise_m_s2: float = 0.0
    bias_m_s2: Floats = field(default_factory=lambda: np.zeros(3))
    heading_deg: float = 40.0
    drift_deg_s: float = 0.0
    angle_tilt_deg: tuple[float, float] = (0.0, 0.0)
    rounded_deg: float = 0.0
    rate_noise_deg_s: float = 0.0
    rate_bias_deg_s: Floats = field(default_factory=lambda: np.zeros(3))
    start_s: float = 0.0


def wear(
    rotation_deg: Curve,
    *,
    leg: Leg | None = None,
    strap: Strap | None = None,
    sensors: Sensors | None = None,
    duration_s: float | None = None,
    seed: int = 0,
) -> OrientationRecording:
    """The recording of a phone worn while the hip turns as ``rotation_deg`` says."""
    leg, strap, sensors = leg or Leg(), strap or Strap(), sensors or Sensors()
    rng = np.random.default_rng(seed)
    length_s = duration_s or float(getattr(rotation_deg, "duration_s", 20.0))
    time_s = _times(sensors, length_s, rng)

    def pose(at_s: Floats) -> tuple[Floats, Floats]:
        return _phone(at_s, rotation_deg, leg, strap)

    q, _ = pose(time_s)
    tiny_s = 0.004
    before, after = pose(time_s - tiny_s), pose(time_s + tiny_s)
    moving = (after[1] - 2 * pose(time_s)[1] + before[1]) / tiny_s**2
    rates = np.degrees(2 * times(back(q), (after[0] - before[0]) / (2 * tiny_s))[:, 1:])
    pull = turned(back(q), moving + G * Z) + sensors.bias_m_s2
    pull += rng.normal(0, sensors.noise_m_s2, pull.shape)
    rates += sensors.rate_bias_deg_s + rng.normal(0, sensors.rate_noise_deg_s, rates.shape)
    wander = about(Z, sensors.heading_deg + sensors.drift_deg_s * time_s)
    askew = times(about(X, sensors.angle_tilt_deg[0]), about(Y, sensors.angle_tilt_deg[1]))
    angles = euler_deg(times(wander, np.broadcast_to(askew, q.shape), q))
    if sensors.rounded_deg:
        angles = np.round(angles / sensors.rounded_deg) * sensors.rounded_deg
    return OrientationRecording(
        time_s=sensors.start_s + time_s,
        angles_deg=angles if sensors.angles else None,
        acceleration_m_s2=(-pull if sensors.pulls_down else pull) if sensors.acceleration else None,
        rate_deg_s=rates if sensors.rates else None,
        source="shin.csv",
    )


def _times(sensors: Sensors, length_s: float, rng: np.random.Generator) -> Floats:
    time_s = np.arange(0, length_s, 1 / sensors.hz)
    time_s = np.sort(time_s + rng.uniform(0, 1, len(time_s)) * sensors.jitter_s)
    kept = rng.uniform(0, 1, len(time_s)) >= sensors.lost_share
    if sensors.pause_s:
        kept &= (time_s < sensors.pause_s[0]) | (time_s > sensors.pause_s[1])
    return np.unique(time_s[kept])


def _phone(time_s: Floats, rotation_deg: Curve, leg: Leg, strap: Strap) -> tuple[Floats, Floats]:
    """How the phone is turned, from its own axes to the earth's, and where it is, metres."""
    thigh, shank, face, head = POSTURE[leg.test]
    right = np.cross(face, head)
    outward = right if leg.side is Side.RIGHT else -right
    inward_turn = np.cross(shank, outward)  # carries the foot outward: internal rotation
    lift = np.cross(thigh, -shank)
    turn_deg = rotation_deg(time_s)
    bone = times(
        about(inward_turn, leg.hike_share * turn_deg),
        about(np.cross(thigh, outward), np.full_like(time_s, leg.aside_deg)),
        about(lift, leg.slope_deg + leg.thigh_moves_deg(time_s)),
        about(inward_turn, turn_deg),
        about(np.cross(shank, thigh), leg.knee_deg + leg.knee_follows * np.abs(turn_deg)),
    )
    inner = np.cross(thigh, -outward)  # turning about the shin by this carries its front inward
    skin = times(
        about(inward_turn, strap.pivots_deg(time_s) - strap.lags * turn_deg),
        about(inner, strap.round_deg + strap.slips_deg(time_s) + strap.rolls * turn_deg),
        about(inward_turn, np.full_like(time_s, strap.tilt_deg)),
        about(outward, np.full_like(time_s, strap.pitch_deg)),
    )
    screen = -thigh if strap.screen_to_leg else thigh
    top = shank if strap.top_down else -shank
    mount = _quaternion(np.column_stack([np.cross(top, screen), top, screen]))
    q = times(bone, skin, np.broadcast_to(mount, bone.shape))
    return q, turned(bone, 0.12 * shank + 0.03 * thigh)


def _quaternion(matrix: Floats) -> Floats:
    """(1, 4): the eigenvector of a symmetric matrix made of the nine cosines (Bar-Itzhack 2000)."""
    m = matrix.T
    k = np.array(
        [
            [m[0, 0] - m[1, 1] - m[2, 2], m[1, 0] + m[0, 1], m[2, 0] + m[0, 2], m[1, 2] - m[2, 1]],
            [m[1, 0] + m[0, 1], m[1, 1] - m[0, 0] - m[2, 2], m[2, 1] + m[1, 2], m[2, 0] - m[0, 2]],
            [m[2, 0] + m[0, 2], m[2, 1] + m[1, 2], m[2, 2] - m[0, 0] - m[1, 1], m[0, 1] - m[1, 0]],
            [m[1, 2] - m[2, 1], m[2, 0] - m[0, 2], m[0, 1] - m[1, 0], m.trace()],
        ]
    )
    x, y, z, w = np.linalg.eigh(k)[1][:, 3]
    return np.array([[w, x, y, z]])


def euler_deg(q: Floats) -> Floats:
    """(n, 3) alpha, beta, gamma as a browser tells them: gamma within ±90, beta within ±180."""
    ex, ey, ez = (turned(q, axis) for axis in (X, Y, Z))
    gamma = np.arctan2(-ex[:, 2], ez[:, 2])
    flipped = np.abs(gamma) > np.pi / 2
    gamma = np.where(flipped, gamma - np.pi * np.sign(gamma), gamma)
    cos_beta = np.where(flipped, -1, 1) * np.hypot(ex[:, 2], ez[:, 2])
    beta = np.arctan2(ey[:, 2], cos_beta)
    sign = np.sign(cos_beta)
    alpha = np.arctan2(-ey[:, 0] * sign, ey[:, 1] * sign)
    return np.asarray(np.degrees(np.column_stack([alpha % (2 * np.pi), beta, gamma])))
