"""How often the intervals of ``coxa validate`` hold the truth: the table of docs/validating.md.

``python -m benchmarks.agreement_intervals [--studies N]``. Simulated studies whose true bias,
limits, error and correlation follow from the variances that they are drawn with; coxa works out its
figures from the pairs alone. The seed is fixed, so the table comes out alike each time; 1,000
studies of each kind take a minute or two of one core. A share of 95 % is then seen to ±1.4 %.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coxa.evidence import Agreement, Estimate, Pair, PairKind, agreements
from coxa.quantities import Device, Direction, Side, Test

PEOPLE = (10, 20, 40)
HEADS = ("bias", "limits", "SEM", "ICC(2,1)", "ICC(3,1)")

MEAN_DEG = 35.0
PERSON_SD_DEG, HIP_SD_DEG, DAY_SD_DEG = 6.0, 4.0, 2.0
"""How far the true angles of people, of a person's hips and of a hip's days lie apart."""
OWN_PERSON_SD_DEG, OWN_HIP_SD_DEG, OWN_DAY_SD_DEG = 1.6, 1.1, 1.6
"""coxa's error: what it always does with a person, with a hip, and anew each day."""
REFERENCE_SD_DEG = 1.5
WILD_SHARE, WILD_FACTOR = 0.05, 3.0

KIND = PairKind(
    test=Test.SEATED, direction=Direction.INTERNAL, device=Device.CAMERA, method="simulated"
)


@dataclass(frozen=True)
class World:
    """How coxa errs: by how much always, and whether a reading in twenty goes wild."""

    bias_deg: float = 0.0
    wild_share: float = 0.0


@dataclass(frozen=True)
class Layout:
    """Which pairs each person gives."""

    hips: int = 1
    days: int = 1


WORLDS = {
    "normal": World(),
    "steady difference of 3°": World(bias_deg=3.0),
    "one in twenty three times as far": World(wild_share=WILD_SHARE),
}
LAYOUTS = {
    "one hip once": Layout(),
    "one hip, two days": Layout(days=2),
    "both hips once": Layout(hips=2),
    "both hips, two days": Layout(hips=2, days=2),
}


def truth(world: World) -> dict[str, tuple[float, ...]]:
    """What each figure would be with all people of the world."""
    own = OWN_PERSON_SD_DEG**2 + OWN_HIP_SD_DEG**2 + OWN_DAY_SD_DEG**2
    own *= 1 + world.wild_share * (WILD_FACTOR**2 - 1)
    angles = PERSON_SD_DEG**2 + HIP_SD_DEG**2 + DAY_SD_DEG**2
    difference = own + REFERENCE_SD_DEG**2
    reach = 1.96 * math.sqrt(difference)
    # Of two devices the intraclass correlation is twice their covariance over all that varies.
    varying = 2 * angles + difference
    return {
        "bias": (world.bias_deg,),
        "limits": (world.bias_deg - reach, world.bias_deg + reach),
        "SEM": (math.sqrt((difference + world.bias_deg**2) / 2),),
        "ICC(2,1)": (2 * angles / (varying + world.bias_deg**2),),
        "ICC(3,1)": (2 * angles / varying,),
    }


def study(rng: random.Random, world: World, layout: Layout, people: int) -> Iterator[Pair]:
    """The pairs of one simulated study."""
    for person in range(people):
        person_deg, own_person_deg = rng.gauss(0, PERSON_SD_DEG), rng.gauss(0, OWN_PERSON_SD_DEG)
        for side in list(Side)[: layout.hips]:
            hip_deg, own_hip_deg = rng.gauss(0, HIP_SD_DEG), rng.gauss(0, OWN_HIP_SD_DEG)
            for day in range(layout.days):
                angle_deg = MEAN_DEG + person_deg + hip_deg + rng.gauss(0, DAY_SD_DEG)
                error_deg = own_person_deg + own_hip_deg + rng.gauss(0, OWN_DAY_SD_DEG)
                if rng.random() < world.wild_share:
                    error_deg *= WILD_FACTOR
                yield Pair(
                    row=1,
                    participant=f"p{person}",
                    day=date(2026, 3, 1 + day),
                    side=side,
                    kind=KIND,
                    value_deg=angle_deg + world.bias_deg + error_deg,
                    reference_deg=angle_deg + rng.gauss(0, REFERENCE_SD_DEG),
                )


def stated(found: Agreement) -> dict[str, tuple[Estimate | None, ...]]:
    """coxa's figures, in the order of :func:`truth`."""
    own = found.differences
    assert own is not None
    return {
        "bias": (own.bias_deg,),
        "limits": (own.lower_limit_deg, own.upper_limit_deg),
        "SEM": (found.sem_deg,),
        "ICC(2,1)": (found.icc_agreement,),
        "ICC(3,1)": (found.icc_consistency,),
    }


def coverage(world: World, layout: Layout, people: int, studies: int) -> dict[str, float]:
    """The share of studies, in percent, whose interval holds the truth. Limits count as two."""
    rng = random.Random(31)
    true, held = truth(world), Counter[str]()
    for _ in range(studies):
        (found,) = agreements(list(study(rng, world, layout, people)))
        for name, estimates in stated(found).items():
            for value, estimate in zip(true[name], estimates, strict=True):
                held[name] += _holds(estimate, value)
    return {name: 100 * held[name] / studies / len(true[name]) for name in HEADS}


def _holds(estimate: Estimate | None, value: float) -> bool:
    if estimate is None or estimate.interval95 is None:
        return False
    low, high = estimate.interval95
    return low <= value <= high


def main() -> None:
    """Print the table: a row for each world and layout, a cell for 10, 20 and 40 people."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--studies", type=int, default=1000)
    studies = options.parse_args().studies
    print(f"| differences | pairs | {' | '.join(HEADS)} |")
    print("|---" * (2 + len(HEADS)) + "|")
    for world_name, world in WORLDS.items():
        for layout_name, layout in LAYOUTS.items():
            each = [coverage(world, layout, people, studies) for people in PEOPLE]
            cells = (" / ".join(f"{one[name]:.1f}" for one in each) for name in HEADS)
            print(f"| {world_name} | {layout_name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
