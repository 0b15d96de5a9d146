"""How often the answer errs, on simulated people, scene by scene: the table of docs/answer.md.

``python -m benchmarks.answer_errors [--people N]``. Every scene has the same seed, so the table
comes out alike each time; with 2,000 people it takes a minute and a half of one core.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from datetime import UTC
from typing import Any

from coxa.evidence import SideAnswer, Verdict, answer
from coxa.experiment import Phased
from coxa.quantities import Side
from tests.evidence.people import simulated_course

SCENES: dict[str, dict[str, Any]] = {
    "no change": {},
    "no change, 5 baseline days": {"baseline_days": 5},
    "no change, days alike (ρ 0.2)": {"autocorrelation": 0.2},
    "no change, days alike (ρ 0.4)": {"autocorrelation": 0.4},
    "no change, days alike (ρ 0.6)": {"autocorrelation": 0.6},
    "no change, drift of 0.3° a week": {"drift_deg_per_week": 0.3},
    "no change, true error 1.7 × the stated": {"stated_sem_deg": 1.5},
    "no change, true error 0.6 × the stated": {"stated_sem_deg": 4.0},
    "no change, true error 0.4 × the stated": {"stated_sem_deg": 6.25},
    "gain of 6°, true error 0.4 × the stated": {"stated_sem_deg": 6.25, "gain_deg": 6.0},
    "gain of 3°": {"gain_deg": 3.0},
    "gain of 5°": {"gain_deg": 5.0},
    "gain of 6°": {"gain_deg": 6.0},
    "gain of 8°": {"gain_deg": 8.0},
    "gain of 12°": {"gain_deg": 12.0},
}
IMPROVED = (Verdict.IMPROVED, Verdict.IMPROVED_MEANINGFULLY)
LOOKED_AT = 500


def left(phased: list[Phased]) -> SideAnswer:
    """The answer for the left hip."""
    return answer(phased, zone=UTC).series[0].sides[Side.LEFT]


def recent_gain_deg(gain_deg: float, training_days: int = 18) -> float:
    """The true mean gain over the last eight readings; half of it is reached in ten days."""
    weeks = [2 * number / 7 for number in range(training_days - 8, training_days)]
    return sum(gain_deg * (1 - math.exp(-week / 2)) for week in weeks) / 8


def scene(name: str, people: int, **how: Any) -> str:
    """One row of the table."""
    rng = random.Random(11)
    verdicts: Counter[Verdict] = Counter()
    covered = at_any_look = 0
    width_deg = 0.0
    true_deg = recent_gain_deg(how.get("gain_deg", 0.0))
    for person in range(people):
        phased = simulated_course(rng, **how)
        own = left(phased)
        verdicts[own.verdict] += 1
        low, high = own.interval95_deg or (0.0, 0.0)
        covered += low <= true_deg <= high
        width_deg += (high - low) / people
        if person < LOOKED_AT:
            start = how.get("baseline_days", 8)
            looks = (left(phased[: start + seen]).verdict for seen in range(3, 19))
            at_any_look += any(verdict in IMPROVED for verdict in looks)
    improved = sum(verdicts[verdict] for verdict in IMPROVED) / people
    cells = [
        name,
        f"{improved:.3f}",
        f"{at_any_look / min(people, LOOKED_AT):.2f}",
        f"{verdicts[Verdict.IMPROVED_MEANINGFULLY] / people:.2f}",
        f"{verdicts[Verdict.NO_MEANINGFUL_CHANGE] / people:.2f}",
        f"{verdicts[Verdict.WORSE] / people:.3f}",
        f"{verdicts[Verdict.CANNOT_TELL] / people:.2f}",
        f"{covered / people:.3f}",
        f"{width_deg:.1f}°",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=2000)
    people = options.parse_args().people
    heads = "improved | at any look | meaningfully | no change | worse | cannot tell | covered"
    print(f"| scene | {heads} | width |")
    print("|---" * 9 + "|")
    for name, how in SCENES.items():
        print(scene(name, people, **how), flush=True)


if __name__ == "__main__":
    main()
