"""Made-up cases for the tests of the model."""

from __future__ import annotations

import numpy as np

from coxa.evidence import Case, CaseReading
from coxa.quantities import Side
from coxa.records import Phase

BASELINE, TRAINING = 8, 18


def days_read(baseline: int = BASELINE, training: int = TRAINING) -> list[float]:
    """Daily before training, every other day after."""
    return [*map(float, range(baseline)), *(baseline + 2.0 * n for n in range(training))]


def drawn_case(
    seed: int,
    gain_deg: float = 0.0,
    *,
    baseline: int = BASELINE,
    training: int = TRAINING,
    sem_deg: float = 2.5,
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT),
    trained: tuple[Side, ...] = (Side.LEFT,),
    keep: float = 1.0,
) -> Case:
    """The trained sides gain ``gain_deg`` in the long run, with a time constant of two weeks."""
    rng = np.random.default_rng(seed)
    readings = []
    for number, day in enumerate(days_read(baseline, training)):
        shared = rng.normal(0, sem_deg * np.sqrt(0.5))
        begun = number >= baseline
        for side in sides:
            own = rng.normal(0, sem_deg * np.sqrt(0.5))
            if rng.random() > keep:
                continue
            gained = gain_deg * (1 - np.exp(-(day - baseline) / 14)) if begun else 0.0
            phase = Phase.BASELINE
            if begun:
                phase = Phase.TRAINING if side in trained else Phase.WAITING
            value = 30 + shared + own + gained * (side in trained)
            readings.append(CaseReading(day, side, float(value), sem_deg, phase))
    return Case(tuple(readings), worthwhile_deg=1.96 * np.sqrt(2) * sem_deg)
