"""The answer's model once more, in PyMC: written from its description, not from its code.

Nothing is worked out beforehand that sampling can find: levels, drifts, gains, half-time and error
are sampled by NUTS. Only what takes one of a few values (how days resemble each other, how much
spills over, how large a hip's own drift may be) is summed over, as PyMC asks for.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pymc as pm
import pytensor.tensor as pt

from coxa.evidence import Case, CaseReading
from coxa.evidence.model.priors import PRIORS, Resemblance
from coxa.quantities import Side
from coxa.records import Phase
from validation.measures import Floats

SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True)
class Data:
    """The readings as vectors, one entry a reading; one reading a side and day at most."""

    value_deg: Floats
    day: Floats
    side: Any
    weeks: Floats
    trained_weeks: Floats
    """Of the reading's own hip, and of the other, ``(2, readings)``."""
    sem_deg: float
    trained: tuple[bool, bool]
    last_weeks: Floats
    """Weeks trained by the last day of all, of each side."""


def data_of(case: Case) -> Data:
    """From a case without doses whose starts are given."""
    readings = [one for one in case.readings if one.phase is not Phase.FAMILIARISATION]
    side = np.array([SIDES.index(one.side) for one in readings])
    day = np.array([one.day for one in readings])
    trained = tuple(one in case.starts for one in SIDES)
    return Data(
        value_deg=np.array([one.value_deg for one in readings]),
        day=day,
        side=side,
        weeks=(day - day.mean()) / 7,
        trained_weeks=np.array(
            [
                [_trained_weeks(case, one, own) for one in readings]
                for own in (lambda s: s, lambda s: SIDES[1 - SIDES.index(s)])
            ]
        ),
        sem_deg=_one_sem_deg(readings),
        trained=(trained[0], trained[1]),
        last_weeks=np.array(
            [max(day.max() - case.starts[one], 0) / 7 if one in case.starts else 0 for one in SIDES]
        ),
    )


def _one_sem_deg(readings: list[CaseReading]) -> float:
    (sem_deg,) = {one.sem_deg for one in readings}
    return sem_deg


def _trained_weeks(case: Case, reading: CaseReading, whose: Any) -> float:
    start = case.starts.get(whose(reading.side))
    return 0.0 if start is None else max(reading.day - start, 0.0) / 7


@dataclass(frozen=True)
class Ways:
    """Ways in which days may resemble each other: what makes the errors white, and its weight."""

    whitening: Floats
    """Inverse Cholesky factors, ``(ways, readings, readings)``, in units of the error."""
    log_weight: Floats
    """Prior, less half the log-determinant of the covariance."""


def ways(data: Data) -> Ways:
    """Every effect shared by the hips with every effect of the left hip, the right, or each."""
    whitening, log_weight = [], []
    for shared, own in itertools.product(PRIORS.shared_days, PRIORS.own_days):
        for hips, part in _hips(own, both=len(set(data.side)) == 2):
            cover = np.eye(len(data.day)) + _lasting(shared, data.day)
            same = (data.side[:, None] == data.side) & np.isin(data.side, hips)
            cover += _lasting(own, data.day) * same
            factor = np.linalg.cholesky(cover)
            whitening.append(np.linalg.inv(factor))
            prior = math.log(shared.weight * own.weight * part)
            log_weight.append(prior - np.log(np.diag(factor)).sum())
    return Ways(np.array(whitening), np.array(log_weight))


def _lasting(effect: Resemblance, day: Floats) -> Floats:
    return np.asarray(effect.ratio**2 * effect.a_day ** np.abs(day[:, None] - day))


def _hips(own: Resemblance, *, both: bool) -> list[tuple[tuple[int, ...], float]]:
    if own.ratio == 0 or not both:
        return [((0, 1), 1.0)]
    return [((0, 1), 1 / 3), ((0,), 1 / 3), ((1,), 1 / 3)]


def model_of(data: Data) -> Any:
    """The PyMC model; ``gain_now`` is what training brought each side by the last day."""
    found = ways(data)
    own, other = data.side, 1 - data.side
    spill = np.array(PRIORS.spill_over.values)
    sizes = np.array(PRIORS.own_drift_sd.values)
    start = [data.value_deg[own == k].mean() if np.any(own == k) else 0.0 for k in (0, 1)]
    there = np.array([np.any(own == k) for k in (0, 1)])
    with pm.Model() as model:
        # A side without a reading has a level that nothing tells of; it is tied down.
        level = pm.Normal("level", mu=start, sigma=np.where(there, 1e3, 1.0), shape=2)
        common = pm.Normal("common", 0, 1)
        each = pm.Normal("each", 0, 1, shape=2)
        gain = pm.Normal("gain", 0, PRIORS.gain_sd_deg, shape=2) * np.array(data.trained)
        tau = pt.exp(pm.Normal("log_tau", math.log(PRIORS.weeks_median), PRIORS.weeks_spread))
        usual = math.log(PRIORS.error_median * data.sem_deg)
        log_error = pm.Normal("log_error", usual, PRIORS.error_spread)

        curve = 1 - pt.exp(-data.trained_weeks / tau)
        settled = data.value_deg - level[own] - PRIORS.drift_sd * common * data.weeks
        settled = settled - gain[own] * curve[0]
        drifted = (each[own] * data.weeks)[:, None] * sizes  # (readings, sizes)
        spilled = (gain[other] * curve[1])[:, None] * spill  # (readings, spills)
        left_over = settled[:, None, None] - drifted[:, :, None] - spilled[:, None, :]
        flat = left_over.reshape((len(own), -1))
        white = pt.dot(found.whitening.reshape(-1, len(own)), flat)
        squares = (white.reshape((len(found.log_weight), len(own), -1)) ** 2).sum(1)
        log_prior = (
            np.log(PRIORS.own_drift_sd.weights)[:, None] + np.log(PRIORS.spill_over.weights)
        ).reshape(-1)
        log_each = (
            found.log_weight[:, None]
            + log_prior
            - len(own) * log_error
            - 0.5 * squares / pt.exp(2 * log_error)
        )
        pm.Potential("readings", pt.logsumexp(log_each))
        pm.Deterministic("gain_now", gain * (1 - pt.exp(-data.last_weeks / tau)))
        by_spill = pt.logsumexp(log_each.reshape((-1, len(sizes), len(spill))), axis=(0, 1))
        pm.Deterministic("spill_share", pt.exp(by_spill - pt.logsumexp(by_spill)))
    return model
