"""Made-up people with a whole course in a store: two hips, one waits, sessions with their sets."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from coxa.app.storage import Storage
from coxa.quantities import Device, Direction, Mode, Side, Test
from coxa.records import DoneSet, Dose, KeptReading, Message, Series, Session

BASELINE_DAYS = 8
WAIT_DAYS = 21
LEVEL_DEG = {Side.LEFT: 31.0, Side.RIGHT: 33.0}
EXERCISES = ("lying-internal-rotation", "seated-internal-rotation")


def seated(direction: Direction = Direction.INTERNAL, device: Device = Device.PHONE) -> Series:
    """A series of seated, active readings."""
    return Series(
        test=Test.SEATED, direction=direction, mode=Mode.ACTIVE, device=device, method="typed"
    )


def keep_course(
    storage: Storage,
    first_day: datetime,
    *,
    days: int = 43,
    gain_deg: Mapping[Side, float] | None = None,
    of: Series | None = None,
    sem_deg: float = 2.0,
    seed: int = 7,
    sessions: bool = True,
) -> None:
    """Eight baseline days, then left trains and right waits for three weeks, then both train.

    Read every day before training and every other day after; trained three times a week. The gain
    rises to ``gain_deg`` with a time constant of two weeks.
    """
    rng, gained = random.Random(seed), gain_deg or {}
    starts = {Side.LEFT: BASELINE_DAYS, Side.RIGHT: BASELINE_DAYS + WAIT_DAYS}
    series = of or seated()
    kept: list[KeptReading] = []
    for day in range(days):
        at = first_day + timedelta(days=day)
        if day < BASELINE_DAYS or day % 2 == 0:
            for side in Side:
                weeks = max(day - starts[side], 0) / 7
                risen = gained.get(side, 0.0) * (1 - math.exp(-weeks / 2))
                value = LEVEL_DEG[side] + risen + rng.gauss(0, sem_deg)
                kept.append(_reading(rng, at, series, side, value))
        if sessions and day >= BASELINE_DAYS and day % 7 in (1, 3, 5):
            trained = [side for side in Side if day >= starts[side]]
            storage.save_session(_session(rng, at + timedelta(hours=2), trained))
    storage.add_readings(kept)


def _reading(
    rng: random.Random, at: datetime, series: Series, side: Side, size_deg: float
) -> KeptReading:
    return KeptReading(
        id=f"{rng.getrandbits(128):032x}",
        taken_at=at,
        series=series,
        side=side,
        value_deg=round(series.direction.sign * size_deg, 1),
        error95_deg=5.0,
        after_exercise=False,
    )


def _session(rng: random.Random, at: datetime, sides: list[Side]) -> Session:
    planned = [
        Dose(
            exercise_id=exercise,
            side=side,
            sets=2,
            hold_s=45,
            reason=Message(id="today_session"),
        )
        for exercise in EXERCISES
        for side in sides
    ]
    done = [
        DoneSet(
            at=at + timedelta(minutes=2 * number),
            exercise_id=dose.exercise_id,
            side=dose.side,
            set_number=number % 2 + 1,
            reps_done=1,
            hold_done_s=dose.hold_s * rng.uniform(0.8, 1.0),
        )
        for number, dose in enumerate(dose for dose in planned for _ in range(dose.sets))
    ]
    return Session(
        id=f"{rng.getrandbits(128):032x}",
        started_at=at,
        finished_at=at + timedelta(minutes=20),
        planned=tuple(planned),
        done=tuple(done),
        effort=5,
    )
