"""How random people go through the seated test: pace, holds, repeats, and what moves along."""

from dataclasses import replace

import numpy as np

from rig.protocol import script
from rig.scene import Direction, Movement, Posture, Protocol, Side

RANGE_DEG = (14.0, 46.0)
REPEATS_APART_DEG = 4.0
OVERSHOOT_DEG = (2.0, 5.0)
MOST_HIKE_DEG, HIKE_SD_DEG = 2.5, 0.8
LENGTH_S = (20.0, 32.0)
SPEED_DEG_S = (18.0, 55.0)
TRIES = 40
ALL: tuple[tuple[Side, Direction], ...] = (
    ("left", "internal"),
    ("left", "external"),
    ("right", "internal"),
    ("right", "external"),
)
Ranges = dict[tuple[Side, Direction], float]


def random_ranges(random: np.random.Generator) -> Ranges:
    """How far each hip of one person turns each way, degrees."""
    return {which: random.uniform(*RANGE_DEG) for which in ALL}


def random_protocol(
    random: np.random.Generator, ranges: Ranges, length_s: tuple[float, float] = LENGTH_S
) -> Protocol:
    """A whole test, within `length_s` where this person's ranges allow it: four movements in random
    order, each repeated two or three times.
    """
    tries = [_paced(random, ranges) for _ in range(TRIES)]
    lengths_s = [script(protocol, Posture()).end_s for protocol in tries]
    fitting = [k for k in range(TRIES) if length_s[0] <= lengths_s[k] <= length_s[1]]
    return _alive(random, tries[fitting[0] if fitting else int(np.argmin(lengths_s))])


def _paced(random: np.random.Generator, ranges: Ranges) -> Protocol:
    swinging = random.random() < 0.35
    movements = []
    for k in random.permutation(len(ALL)):
        side, direction = ALL[k]
        repeats = 2 if random.random() < 0.8 else 3
        apart = random.uniform(0, REPEATS_APART_DEG)
        ends = ranges[ALL[k]] + apart * (random.random(repeats) - 0.5)
        past = random.uniform(*OVERSHOOT_DEG, repeats) if swinging else ()
        movements.append(
            Movement(side, direction, tuple(float(e) for e in ends), tuple(float(p) for p in past))
        )
    return Protocol(
        movements=tuple(movements),
        neutral_s=2.0,
        hold_s=random.uniform(1.2, 2.1),
        rest_s=random.uniform(0.3, 0.7),
        speed_deg_s=random.uniform(*SPEED_DEG_S),
    )


def _alive(random: np.random.Generator, protocol: Protocol) -> Protocol:
    """Tremor, sway, and the small movements of the rest of the body; none of them a fault."""

    def sometimes(value: float, share: float) -> float:
        return float(value) if random.random() < share else 0.0

    hike = np.clip(random.normal(0, HIKE_SD_DEG), -MOST_HIKE_DEG, MOST_HIKE_DEG)
    return replace(
        protocol,
        hike_deg=float(hike),
        tremor_deg=random.uniform(0.1, 0.5),
        sway_deg=random.uniform(0.2, 0.8),
        lean_with_deg=sometimes(random.normal(0, 4), 0.4),
        slide_with_m=sometimes(random.normal(0, 0.01), 0.5),
        slide_drift_m=random.uniform(0, 0.005),
        idle_follow=sometimes(random.uniform(-0.1, 0.1), 0.4),
        seed=int(random.integers(1, 2**31)),
    )
