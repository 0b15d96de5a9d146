"""How well a person's own error is told from few baseline days: the tables of docs/answer.md.

``python -m benchmarks.own_error [--people N]``. Simulated people whose true error is known: how far
the estimate is off it, as a factor, and how often the stated interval holds it. Scenes have the
same seed, so the tables come out alike each time; 4,000 people take about a minute of one core.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from statistics import fmean, quantiles

from coxa.evidence import own_error, scatter
from coxa.evidence.scatter import Scatter

METHOD_SEM_DEG = 4.0
WEIGHTS = (1, 3, 6, 12, 24)
HEADS = "usual factor | 95 % of estimates / truth | covered | interval too high"

Spread = Callable[[random.Random], float]


def as_stated(_: random.Random) -> float:
    """Everybody's error is the method's."""
    return METHOD_SEM_DEG


def differing(rng: random.Random) -> float:
    """Two people in three lie between three quarters and four thirds of the method's error."""
    return METHOD_SEM_DEG * math.exp(rng.gauss(0, 0.3))


def differing_widely(rng: random.Random) -> float:
    """Two people in three lie between half and four thirds of the method's error."""
    return METHOD_SEM_DEG * math.exp(rng.gauss(math.log(0.8), 0.5))


@dataclass(frozen=True)
class Scene:
    """How a person's baseline comes about; ``shared``: the part of the variance of both sides."""

    true_sem: Spread = differing
    days: int = 6
    sides: int = 2
    shared: float = 0.5
    autocorrelation: float = 0.0
    drift_deg_per_week: float = 0.0
    outliers: float = 0.0
    """Share of readings that scatter three times as far."""


def baseline(rng: random.Random, scene: Scene, sem_deg: float) -> list[list[float]]:
    """Each side's baseline, a reading every day."""

    def course(sd_deg: float) -> list[float]:
        deviation, found = rng.gauss(0, sd_deg), []
        for day in range(scene.days):
            wild = 3.0 if rng.random() < scene.outliers else 1.0
            found.append(wild * deviation + scene.drift_deg_per_week * day / 7)
            fresh = sd_deg * math.sqrt(1 - scene.autocorrelation**2)
            deviation = scene.autocorrelation * deviation + rng.gauss(0, fresh)
        return found

    days = course(sem_deg * math.sqrt(scene.shared))
    sides = [course(sem_deg * math.sqrt(1 - scene.shared)) for _ in range(scene.sides)]
    return [[sum(pair) for pair in zip(days, side, strict=True)] for side in sides]


@cache
def interval_factors(freedom: int) -> tuple[float, float]:
    """The ends of the 95 % interval for an estimate of one degree."""
    return Scatter(1.0, freedom).interval95_deg


def judged(scene: Scene, people: int) -> str:
    """The columns of one row: the usual factor, the range of factors, coverage, misses above."""
    rng = random.Random(23)
    ratios, covered, too_large = [], 0, 0
    for _ in range(people):
        sem_deg = scene.true_sem(rng)
        found = own_error.own_scatter(baseline(rng, scene, sem_deg), METHOD_SEM_DEG)
        low, high = (factor * found.sd_deg for factor in interval_factors(found.freedom))
        covered += low <= sem_deg <= high
        too_large += sem_deg < low
        ratios.append(found.sd_deg / sem_deg)
    percentiles = quantiles(ratios, n=40)
    usual = math.exp(math.sqrt(fmean(math.log(ratio) ** 2 for ratio in ratios)))
    cells = (
        f"{usual:.2f}",
        f"{percentiles[0]:.2f} to {percentiles[-1]:.2f}",
        f"{covered / people:.3f}",
        f"{too_large / people:.3f}",
    )
    return " | ".join(cells)


def weights(people: int) -> None:
    """How much the method's error should weigh."""
    populations = {"differ": differing, "differ widely": differing_widely}
    print(f"| people | readings | weight | {HEADS} |")
    print("|---" * 7 + "|")
    chosen = scatter.METHOD_WEIGHT
    for name, population in populations.items():
        for sides in (1, 2):
            scene = Scene(true_sem=population, sides=sides)
            for weight in WEIGHTS:
                scatter.METHOD_WEIGHT = weight
                told = judged(scene, people)
                print(f"| {name} | {6 * sides} | {weight} | {told} |", flush=True)
    scatter.METHOD_WEIGHT = chosen


def scenes(people: int) -> None:
    """What the chosen weight does where the world is otherwise than assumed."""
    plain = Scene()
    table = {
        "errors differ from person to person": plain,
        "one side only": replace(plain, sides=1),
        "8 days": replace(plain, days=8),
        "12 days": replace(plain, days=12),
        "nothing shared by the sides": replace(plain, shared=0.0),
        "nine tenths shared by the sides": replace(plain, shared=0.9),
        "days alike (ρ 0.2)": replace(plain, autocorrelation=0.2),
        "days alike (ρ 0.4)": replace(plain, autocorrelation=0.4),
        "drift of 0.3° a week": replace(plain, drift_deg_per_week=0.3),
        "drift of 1° a week, 12 days": replace(plain, drift_deg_per_week=1.0, days=12),
        "one reading in twenty three times as far": replace(plain, outliers=0.05),
        "true error 0.4 × the method's": replace(plain, true_sem=lambda _: 0.4 * METHOD_SEM_DEG),
        "the same, 12 days": replace(plain, true_sem=lambda _: 0.4 * METHOD_SEM_DEG, days=12),
        "true error 2 × the method's": replace(plain, true_sem=lambda _: 2 * METHOD_SEM_DEG),
        "the same, 12 days ": replace(plain, true_sem=lambda _: 2 * METHOD_SEM_DEG, days=12),
    }
    print(f"| scene (6 days, both sides) | {HEADS} |")
    print("|---" * 5 + "|")
    for name, scene in table.items():
        print(f"| {name.strip()} | {judged(scene, people)} |", flush=True)


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=4000)
    people = options.parse_args().people
    weights(people)
    print()
    scenes(people)


if __name__ == "__main__":
    main()
