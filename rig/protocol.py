"""Turns a `Protocol` into angles over time: smooth repeats with holds, small natural sway, faults
included.
"""

from dataclasses import dataclass

import numpy as np

from rig.body_data import Floats
from rig.pose import Angles, outward
from rig.scene import Direction, Posture, Protocol, Side

HOLD = "hold"
SETTLE_S = 0.35
HAND_MOVES_S, HAND_STAYS_S = 0.7, 1.4
DRIFT_PACE, DRIFT_SEED = 0.3, 7919


@dataclass(frozen=True)
class Stretch:
    """One piece of the script: from `start_s` to `end_s`, turning `from_deg` to `to_deg` on the way
    to a range of `full_deg` (unsigned) and back.
    """

    start_s: float
    end_s: float
    phase: str
    side: Side | None = None
    direction: Direction | None = None
    repeat: int = 0
    from_deg: float = 0.0
    to_deg: float = 0.0
    full_deg: float = 0.0


@dataclass(frozen=True)
class Script:
    """The whole protocol as consecutive stretches."""

    protocol: Protocol
    posture: Posture
    stretches: tuple[Stretch, ...]

    @property
    def end_s(self) -> float:
        """Protocol time at which the film stops."""
        full = self.stretches[-1].end_s
        return full if self.protocol.film_to_s is None else min(full, self.protocol.film_to_s)

    def at(self, time_s: float) -> Stretch:
        """The stretch that is running at a time; the last one afterwards."""
        for stretch in self.stretches:
            if time_s < stretch.end_s:
                return stretch
        return self.stretches[-1]


def script(protocol: Protocol, posture: Posture) -> Script:
    """Lay the protocol out in time."""
    stretches: list[Stretch] = []
    now = 0.0

    def add(length_s: float, phase: str, **what: object) -> None:
        nonlocal now
        if length_s > 0:
            stretches.append(Stretch(now, now + length_s, phase, **what))  # type: ignore[arg-type]
            now += length_s

    add(protocol.neutral_s, "neutral")
    for number, movement in enumerate(protocol.movements):
        add(protocol.turn_rest_s if number else 0.0, "rest")
        sign = 1 if movement.direction == "internal" else -1
        for k, end in enumerate(movement.ends_deg):
            who: dict[str, object] = {"side": movement.side, "direction": movement.direction}
            who |= {"repeat": k + 1, "full_deg": end}
            travel_s = end / protocol.speed_deg_s
            past = movement.overshoot_deg[k] if k < len(movement.overshoot_deg) else 0.0
            add(travel_s, "out", from_deg=0.0, to_deg=sign * (end + past), **who)
            if past:
                add(SETTLE_S, "settle", from_deg=sign * (end + past), to_deg=sign * end, **who)
            add(protocol.hold_s, HOLD, from_deg=sign * end, to_deg=sign * end, **who)
            add(travel_s, "back", from_deg=sign * end, to_deg=0.0, **who)
            add(protocol.rest_s, "rest")
    if not stretches:
        raise ValueError("The protocol is empty: give it a neutral pose or a movement.")
    return Script(protocol, posture, tuple(stretches))


def minimum_jerk(t: float) -> float:
    """Smooth path from 0 to 1 (Flash and Hogan 1985)."""
    t = float(np.clip(t, 0.0, 1.0))
    return t**3 * (10 - 15 * t + 6 * t * t)


def angles_at(plan: Script, time_s: float) -> Angles:
    """The body's angles at a protocol time."""
    protocol = plan.protocol
    stretch = plan.at(time_s)
    share = minimum_jerk((time_s - stretch.start_s) / (stretch.end_s - stretch.start_s))
    asked = stretch.from_deg + (stretch.to_deg - stretch.from_deg) * share
    tremble = _wander(protocol.seed, time_s)
    # A left shank is tilted like internal rotation by a pelvis whose left side is higher; the right
    # one mirrored.
    reached = asked / stretch.full_deg * outward(stretch.side) if stretch.side else 0.0
    hike = protocol.resting_hike_deg + protocol.hike_deg * reached
    hike += 0.3 * protocol.sway_deg * tremble[0]
    rotations = {}
    for side, resting, shake in (
        ("left", protocol.resting_left_deg, tremble[1]),
        ("right", protocol.resting_right_deg, tremble[2]),
    ):
        active = stretch.side == side
        # The idle shank hangs by its weight, whatever the pelvis does.
        idle = protocol.idle_follow * asked - outward(side) * hike  # type: ignore[arg-type]
        rotations[side] = resting + (asked if active else idle) + protocol.tremor_deg * shake
    return Angles(
        rotation_left_deg=rotations["left"],
        rotation_right_deg=rotations["right"],
        hike_deg=hike,
        lean_deg=plan.posture.lean_deg
        + protocol.lean_with_deg * reached
        + protocol.sway_deg * tremble[3],
        sway_deg=protocol.sway_deg * tremble[4],
        slide_m=protocol.slide_with_m * reached + _drift_m(protocol, time_s),
        right_hand_up=max((_raised(time_s - up_s) for up_s in protocol.hand_up_s), default=0.0),
    )


def _raised(since_s: float) -> float:
    """How far a hand is up, 0 to 1, so long after it began to rise."""
    down_s = HAND_MOVES_S + HAND_STAYS_S
    return minimum_jerk(since_s / HAND_MOVES_S) - minimum_jerk((since_s - down_s) / HAND_MOVES_S)


def _drift_m(protocol: Protocol, time_s: float) -> float:
    if not protocol.slide_drift_m:
        return 0.0
    drift = _wander(protocol.seed + DRIFT_SEED, DRIFT_PACE * time_s, 1)
    return float(protocol.slide_drift_m * drift[0])


def _wander(seed: int, time_s: float, channels: int = 5) -> Floats:
    """Slow smooth noise of about unit size per channel: a few sines of random pitch and phase."""
    random = np.random.default_rng(seed)
    pitch_hz = random.uniform(0.15, 0.9, (channels, 4))
    phase = random.uniform(0, 2 * np.pi, (channels, 4))
    result: Floats = np.sin(2 * np.pi * pitch_hz * time_s + phase).sum(axis=1) / 2.5
    return result
