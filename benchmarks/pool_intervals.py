"""How often the intervals of ``coxa pool`` hold the truth: the tables of docs/pool.md.

``python -m benchmarks.pool_intervals [--pools N] [--people-too]``. Simulated pools whose true
average, and the true gain of one person more, are known. ``--people-too`` also draws whole people
with their readings (`validation.answer`), has each judged and shared, and pools those. The seed is
fixed, so the tables come out alike each time; they take a minute or two of one core.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from coxa.evidence import SeriesAnswer, SideAnswer, Verdict, judge_all, own_gain
from coxa.evidence.pool.average import average_of
from coxa.evidence.pool.random_effects import People
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import Series
from validation.answer.people import simulate
from validation.answer.scenes import ALL

SEED = 20261129
MEAN_DEG = 5.0
TAUS_DEG = (0.0, 2.5, 5.0)
COUNTS = (3, 5, 10, 20)
LEAST_VARIANCE, MOST_VARIANCE = 0.8, 6.0
"""Of a gain, in squared degrees; drawn for each person evenly on the logarithm."""

SERIES = Series(
    test=Test.SEATED,
    direction=Direction.INTERNAL,
    mode=Mode.ACTIVE,
    device=Device.INCLINOMETER,
    method="typed",
)


@dataclass
class Held:
    """How many of so many pools had intervals that held the truth, and how wide they were."""

    pools: int = 0
    mean: int = 0
    new_person: int = 0
    bias_deg: float = 0.0
    width_deg: float = 0.0
    tau_deg: float = 0.0

    def row(self, *first: str) -> str:
        """A line of the table."""
        figures = (
            f"{100 * self.mean / self.pools:.1f} %",
            f"{100 * self.new_person / self.pools:.1f} %",
            f"{self.width_deg / self.pools / 2:.1f}°",
            f"{self.tau_deg / self.pools:.1f}°",
            f"{self.bias_deg / self.pools:+.2f}°".replace("-", "\N{MINUS SIGN}"),
        )
        return f"| {' | '.join((*first, *figures))} |"


Drawn = tuple[list[tuple[float, float]], float, float]
"""Gains with variances, the true average, and the true gain of one person more."""


def drawn(rng: np.random.Generator, count: int, tau_deg: float, number: int) -> Drawn:
    """The pool of this number: people whose gains are spread like a bell."""
    low, high = math.log(LEAST_VARIANCE), math.log(MOST_VARIANCE)
    people = []
    for _ in range(count):
        variance = math.exp(rng.uniform(low, high))
        people.append((rng.normal(MEAN_DEG, math.hypot(tau_deg, math.sqrt(variance))), variance))
    return people, MEAN_DEG, float(rng.normal(MEAN_DEG, tau_deg))


def count_held(draw: Callable[[int], Drawn], pools: int) -> Held:
    """Pool after pool, counted."""
    held = Held()
    for number in range(pools):
        people, mean_deg, new_deg = draw(number)
        gains, variances = np.array(people).T
        found = average_of(People(gains, variances, np.ones((len(people), 1))))
        low, high = found.interval95_deg
        held.pools += 1
        held.mean += low <= mean_deg <= high
        if found.prediction95_deg is not None:
            held.new_person += found.prediction95_deg[0] <= new_deg <= found.prediction95_deg[1]
        held.bias_deg += found.mean_deg - mean_deg
        held.width_deg += high - low
        held.tau_deg += found.heterogeneity.tau_deg if found.heterogeneity else 0.0
    return held


def whole_people(pools: int, count: int, tau_deg: float) -> Callable[[int], Drawn]:
    """Pools of people whose readings are drawn and judged, shared as `coxa pool --share` does.

    The left hip trains, the right one waits: eight baseline readings, eighteen of training.
    """
    (scene,) = [one for one in ALL if one.name == "base"]
    rng = np.random.default_rng([SEED, 2])
    true_deg = rng.normal(MEAN_DEG, tau_deg, (pools, count))
    some = [
        simulate(scene, float(gain_deg), number) for number, gain_deg in enumerate(true_deg.flat)
    ]
    judged = judge_all([one.case for one in some], outlook=False)
    shared = []
    for answer in judged:
        left = answer.sides[Side.LEFT]
        assert left is not None
        side = SideAnswer(
            verdict=Verdict.CANNOT_TELL,
            kind=left.kind,
            gain_deg=left.gain_deg,
            interval95_deg=left.interval95_deg,
        )
        own = own_gain(SeriesAnswer(series=SERIES, sides={Side.LEFT: side}))
        assert own is not None
        shared.append((own.gain_deg, own.variance_deg2))
    new_deg = rng.normal(MEAN_DEG, tau_deg, pools)

    def draw(number: int) -> Drawn:
        people = shared[number * count : (number + 1) * count]
        return people, MEAN_DEG, float(new_deg[number])

    return draw


HEAD = (
    "| people | τ | average held | new person held | average ± | τ found | average off by |\n"
    "|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pools", type=int, default=1000)
    parser.add_argument("--people-too", action="store_true")
    chosen = parser.parse_args()
    print(HEAD)
    for count in COUNTS:
        for tau_deg in TAUS_DEG:
            rng = np.random.default_rng([SEED, 1, count, math.floor(10 * tau_deg)])
            held = count_held(partial(drawn, rng, count, tau_deg), chosen.pools)
            print(held.row(str(count), f"{tau_deg:g}°"), flush=True)
    if chosen.people_too:
        print(f"\n{HEAD}")
        for tau_deg in (0.0, 2.5):
            held = count_held(whole_people(200, 20, tau_deg), 200)
            print(held.row("20", f"{tau_deg:g}°"), flush=True)


if __name__ == "__main__":
    main()
