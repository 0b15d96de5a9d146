"""People drawn anew: days, errors, gains, what is missing, and the case for the engine."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coxa.evidence import Case, CaseDose, CaseReading
from coxa.quantities import Side
from coxa.records import Phase
from validation.answer.scene import WEEK_DAYS, Course, Rhythm, Scene
from validation.measures import Floats

SEED = 20261129
LEFT, RIGHT = 0, 1
SIDES = (Side.LEFT, Side.RIGHT)
PRACTICE_READINGS = 2
MINUTES_A_WEEK = 60.0
PAUSE_DAYS = 14.0


@dataclass(frozen=True)
class Simulated:
    """One person: the whole case, and what is true of it.

    ``gain_deg[side][k]``: what training had brought this hip at the k-th day of readings.
    """

    scene: Scene
    case: Case
    days: Floats
    gain_deg: Floats

    def looks(self, side: Side = Side.LEFT) -> list[float]:
        """The days of this side's training readings, from the first on."""
        return [
            reading.day
            for reading in self.case.readings
            if reading.side is side and reading.phase is Phase.TRAINING
        ]

    def until(self, day: float) -> Case:
        """What was known once the readings of ``day`` were taken."""
        case = self.case
        return Case(
            readings=tuple(reading for reading in case.readings if reading.day <= day),
            worthwhile_deg=case.worthwhile_deg,
            doses=tuple(dose for dose in case.doses if dose.day <= day),
            planned_readings=case.planned_readings,
            starts=case.starts,
        )

    def true_gain_deg(self, day: float, side: Side = Side.LEFT) -> float:
        """What training had brought on the day of a reading."""
        return float(self.gain_deg[SIDES.index(side), np.searchsorted(self.days, day)])

    def true_contrast_deg(self, until: float) -> float:
        """How much more training had brought the left hip when the right one last waited."""
        day = max(
            (
                reading.day
                for reading in self.case.readings
                if reading.phase is Phase.WAITING and reading.day <= until
            ),
            default=until,
        )
        return self.true_gain_deg(day, Side.LEFT) - self.true_gain_deg(day, Side.RIGHT)


def simulate(scene: Scene, gain_deg: float, person: int) -> Simulated:
    """The ``person``-th of a scene: the same days and errors whatever training brings."""
    rng = np.random.default_rng([SEED, zlib.crc32(scene.name.encode()), person])
    days = _days(scene, rng)
    starts = _starts(scene, days)
    doses = {side: _doses(start, days[-1], rng) for side, start in starts.items() if scene.pause}
    gains = _gains_deg(scene, gain_deg, days, starts, doses)
    levels = rng.normal(32, 6) + np.array([[0.0], [rng.normal(0, 3)]])
    values = levels + gains + _drift_deg(scene, days) + _errors_deg(scene, len(days), rng)
    values[:, :PRACTICE_READINGS] -= scene.practice_deg
    there = rng.random(values.shape) >= scene.missing
    case = Case(
        readings=_readings(scene, days, values, there, starts),
        worthwhile_deg=scene.worthwhile_deg,
        doses=tuple(dose for side in doses for dose in doses[side]),
        planned_readings=scene.planned,
        starts={SIDES[side]: start for side, start in starts.items()} if scene.missing else {},
    )
    return Simulated(scene, case, days, gains)


def _days(scene: Scene, rng: np.random.Generator) -> Floats:
    count = scene.baseline + scene.training
    if scene.rhythm is Rhythm.IRREGULAR:
        hours = rng.uniform(7, 21, count) / 24
        return np.asarray(np.cumsum(rng.integers(1, 5, count)) + hours)
    training = scene.baseline + 2.0 * np.arange(scene.training)
    return np.concatenate([np.arange(scene.baseline, dtype=np.float64), training])


def _starts(scene: Scene, days: Floats) -> dict[int, float]:
    """When each hip begins to train: on the day of a reading, after it is taken."""
    starts = {LEFT: float(days[scene.baseline])}
    if scene.course is Course.OTHER_FOLLOWS:
        starts[RIGHT] = float(days[scene.baseline + scene.training // 2])
    return starts


def _doses(start: float, end: float, rng: np.random.Generator) -> list[CaseDose]:
    """Five days of seven, 4 to 20 minutes each, with a pause that begins at a third of the time."""
    pause = start + (end - start) / 3
    days = np.arange(np.floor(start), end) + 0.9
    done = (rng.random(len(days)) < 5 / 7) & ~((days >= pause) & (days < pause + PAUSE_DAYS))
    minutes = rng.uniform(4, 20, len(days))
    return [
        CaseDose(float(day), Side.LEFT, float(minutes_done))
        for day, minutes_done, one in zip(days, minutes, done, strict=True)
        if one
    ]


def _gains_deg(
    scene: Scene,
    gain_deg: float,
    days: Floats,
    starts: Mapping[int, float],
    doses: Mapping[int, list[CaseDose]],
) -> Floats:
    """What training has brought each hip, side by day, spill-over included."""
    own = np.zeros((2, len(days)))
    for side, start in starts.items():
        weeks = _weeks_trained(days, start, doses.get(side))
        whole = 1.0 if scene.long_run else scene.shape(weeks[_horizon(scene)])
        own[side] = gain_deg * scene.shape(weeks) / whole
    return own + scene.spill * own[::-1]


def _horizon(scene: Scene) -> slice:
    """The last planned reading."""
    last = scene.baseline + scene.planned
    return slice(last - 1, last)


def _weeks_trained(days: Floats, start: float, doses: list[CaseDose] | None) -> Floats:
    """Calendar weeks; where doses are known, weeks of the usual amount."""
    if doses is None:
        return np.maximum(days - start, 0.0) / WEEK_DAYS
    done = np.array([[dose.day, dose.minutes] for dose in doses])
    return np.array([done[done[:, 0] < day, 1].sum() for day in days]) / MINUTES_A_WEEK


def _drift_deg(scene: Scene, days: Floats) -> Floats:
    slopes = scene.drift_deg_per_week + np.array([[scene.left_drift_deg_per_week], [0.0]])
    return np.asarray(slopes * (days - days[0]) / WEEK_DAYS)


def _errors_deg(scene: Scene, count: int, rng: np.random.Generator) -> Floats:
    """Errors of both hips, side by day: the day's, the hip's own, and single readings far off."""
    shared_sd = scene.sem_deg * np.sqrt(scene.shared)
    own_sd = scene.sem_deg * np.sqrt(1 - scene.shared)
    day = _chain(_draws(scene, 1, count, rng), scene.shared_autocorrelation)
    own = _draws(scene, 2, count, rng)
    own[LEFT:RIGHT] = _chain(own[LEFT:RIGHT], scene.left_autocorrelation)
    far_off = rng.choice([-1.0, 1.0], own.shape) * (rng.random(own.shape) < scene.outliers)
    return np.asarray(shared_sd * day + own_sd * own + scene.outlier_deg * far_off)


def _draws(scene: Scene, rows: int, count: int, rng: np.random.Generator) -> Floats:
    """Independent errors of SD one."""
    if scene.tails is None:
        return rng.standard_normal((rows, count))
    return np.asarray(rng.standard_t(scene.tails, (rows, count)) * np.sqrt(1 - 2 / scene.tails))


def _chain(fresh: Floats, autocorrelation: float) -> Floats:
    """Make each error resemble the one before; the SD stays one."""
    chained = fresh.copy()
    for k in range(1, chained.shape[1]):
        new = np.sqrt(1 - autocorrelation**2) * fresh[:, k]
        chained[:, k] = autocorrelation * chained[:, k - 1] + new
    return chained


def _readings(
    scene: Scene,
    days: Floats,
    values_deg: Floats,
    there: NDArray[np.bool_],
    starts: Mapping[int, float],
) -> tuple[CaseReading, ...]:
    """Day by day; a reading on the day of the start is the first of the training."""
    sides = (LEFT,) if scene.course is Course.ONE_LEG else (LEFT, RIGHT)
    return tuple(
        CaseReading(
            day=float(day),
            side=SIDES[side],
            value_deg=float(values_deg[side, k]),
            sem_deg=scene.stated_sem_deg,
            phase=_phase(side, float(day), starts),
        )
        for k, day in enumerate(days)
        for side in sides
        if there[side, k]
    )


def _phase(side: int, day: float, starts: Mapping[int, float]) -> Phase:
    if day >= starts.get(side, np.inf):
        return Phase.TRAINING
    return Phase.WAITING if day >= min(starts.values()) else Phase.BASELINE
