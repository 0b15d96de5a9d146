"""Made-up people for the tests of the answer: readings with phases, from a seed or from lists."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from coxa.experiment import Phase, Phased
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import KeptReading, Series

START = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)


def series(direction: Direction = Direction.INTERNAL, method: str = "typed") -> Series:
    """A series of seated, active inclinometer readings."""
    return Series(
        test=Test.SEATED,
        direction=direction,
        mode=Mode.ACTIVE,
        device=Device.INCLINOMETER,
        method=method,
    )


def reading(
    day: float,
    value_deg: float,
    *,
    error95_deg: float = 5.0,
    side: Side = Side.LEFT,
    of: Series | None = None,
    after_exercise: bool = False,
) -> KeptReading:
    """A reading so many days after the start."""
    return KeptReading(
        id=f"{random.getrandbits(128):032x}",
        taken_at=START + timedelta(days=day),
        series=of or series(),
        side=side,
        value_deg=value_deg,
        error95_deg=error95_deg,
        after_exercise=after_exercise,
    )


def course(
    baseline_deg: Sequence[float],
    training_deg: Sequence[float],
    *,
    error95_deg: float = 5.0,
    side: Side = Side.LEFT,
    of: Series | None = None,
) -> list[Phased]:
    """A reading a day: first the baseline, then training."""
    values = [*baseline_deg, *training_deg]
    phases = [Phase.BASELINE] * len(baseline_deg) + [Phase.TRAINING] * len(training_deg)
    return [
        Phased(reading=reading(day, value, error95_deg=error95_deg, side=side, of=of), phase=phase)
        for day, (value, phase) in enumerate(zip(values, phases, strict=True))
    ]


def simulated_course(
    rng: random.Random,
    *,
    baseline_days: int = 8,
    training_days: int = 18,
    sem_deg: float = 2.5,
    stated_sem_deg: float = 2.5,
    autocorrelation: float = 0.0,
    drift_deg_per_week: float = 0.0,
    gain_deg: float = 0.0,
) -> list[Phased]:
    """One hip read daily in the baseline and every other day in training; gain by 6 weeks."""
    days = [*range(baseline_days), *(baseline_days + 2 * n for n in range(training_days))]
    deviation = rng.gauss(0, sem_deg)
    values = []
    for day in days:
        weeks = max(day - baseline_days, 0) / 7
        gained = gain_deg * (1 - math.exp(-weeks / 2))
        values.append(32 + deviation + gained + drift_deg_per_week * day / 7)
        fresh = sem_deg * math.sqrt(1 - autocorrelation**2)
        deviation = autocorrelation * deviation + rng.gauss(0, fresh)
    phases = [Phase.BASELINE] * baseline_days + [Phase.TRAINING] * training_days
    return [
        Phased(reading=reading(day, value, error95_deg=1.96 * stated_sem_deg), phase=phase)
        for day, value, phase in zip(days, values, phases, strict=True)
    ]
