"""Before anything is read: how large a gain would show at the planned end of a comparison.

Not a t-test but the model itself, on a calendar without readings. At fixed assumptions the belief
about a gain is normal: how sure it is, and how far chance moves its mean, depend on the days alone.
The assumptions that readings cannot teach (time constant, own drift, spill-over) are weighed as
the model weighs them; those that they do teach (error, likeness of days) are taken as they are
stated. `docs/experiment.md` sets the result against simulated people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from coxa.evidence.model.boundary import bar
from coxa.evidence.model.curves import effects
from coxa.evidence.model.days import Days
from coxa.evidence.model.design import CURVES, columns, rise
from coxa.evidence.model.doses import WEEK_DAYS
from coxa.evidence.model.nodes import DayNodes, normal_nodes
from coxa.evidence.model.normal import Array, normal_cdf, normal_quantile
from coxa.evidence.model.posterior import drift_prior
from coxa.evidence.model.priors import PRIORS
from coxa.evidence.model.whiten import whiten

SHARED_RATIO, SHARED_A_DAY = 1.0, 0.5
"""Half of a reading's variance is the day's and shared by both hips; so is assumed of the own
error, too (`own_error.py`)."""

TIME_CONSTANTS = 5
FURTHEST_SD = 12.0
STEPS = 16
PROBABLY = 0.8
MOST_DEG = 25.0
FIRST = 0
"""The place of the hip that trains first; which one it is makes no difference."""


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """What would be read.

    Attributes
    ----------
    sem_deg : standard error of one reading.
    baseline_readings : analysed days of reading before training.
    training_readings : of the hip that trains first, up to the planned end.
    baseline_a_week, training_a_week : days of reading a week.
    waits_weeks : how long the other hip waits after the first one has begun; ``None``: to the end.
    """

    sem_deg: float
    baseline_readings: int
    training_readings: int
    baseline_a_week: float = 7.0
    training_a_week: float = 3.0
    waits_weeks: float | None = None


def power(plan: ReadingPlan, gain_deg: float) -> float:
    """Probability of the verdict *improved* at the planned end.

    ``gain_deg``: what training brings the first hip by then. It comes as the model expects, most
    of it in the first weeks.
    """
    prospect = _prospect(plan)
    return prospect.chance(gain_deg)


def least_gain_deg(plan: ReadingPlan, probability: float = PROBABLY) -> float | None:
    """The least gain that shows with ``probability``; ``None`` beyond what hips gain."""
    prospect = _prospect(plan)
    push = -normal_quantile(probability)
    if not prospect.clears(MOST_DEG, push):
        return None
    return _least(lambda gain_deg: prospect.clears(gain_deg, push), 0.0, MOST_DEG)


def _least(enough: Callable[[float], bool], low: float, high: float) -> float:
    """The least value that is enough, by halving; every larger one must be enough, too."""
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


@dataclass(frozen=True, slots=True)
class _Prospect:
    """The mixture of beliefs at the planned end; arrays over the assumptions.

    Attributes
    ----------
    per_deg : mean belief for each degree that is truly gained.
    moves : standard deviation by which chance moves that mean.
    sd : of the belief.
    """

    weight: Array
    per_deg: Array
    moves: Array
    sd: Array
    needed: float

    def chance(self, gain_deg: float) -> float:
        """Probability that the belief clears the bar.

        The errors that move the mean under one assumption move it likewise under the others. So
        there is one smallest push at which the weighed probability is enough.
        """
        push = _least(lambda push: self.clears(gain_deg, push), -FURTHEST_SD, FURTHEST_SD)
        return float(normal_cdf(np.array(-push)))

    def clears(self, gain_deg: float, push: float) -> bool:
        """Whether a gain is told when chance moves its mean by ``push`` standard deviations."""
        sure = normal_cdf((self.per_deg * gain_deg + self.moves * push) / self.sd)
        return bool(self.weight @ sure >= normal_cdf(np.array(self.needed)))


@lru_cache(maxsize=256)
def _prospect(plan: ReadingPlan) -> _Prospect:
    days = _calendar(plan)
    points, week_weights = normal_nodes(TIME_CONSTANTS)
    constants = PRIORS.weeks_median * np.exp(PRIORS.weeks_spread * points)
    trained = (0, 1) if days.trained[1] else (0,)
    filtered = whiten(
        days.day[None],
        days.there[None],
        days.variance[None],
        columns(days, constants, trained)[None],
        DayNodes(
            ratio=np.array([[SHARED_RATIO, 0.0, 0.0]]),
            a_day=np.full((1, 3), SHARED_A_DAY),
            log_weight=np.zeros(1),
            one_hip=np.zeros(1),
        ),
    )
    assumed = [
        (w * d * s, week, drift, spill)
        for (week, w), (drift, d), (spill, s) in product(
            enumerate(week_weights),
            enumerate(PRIORS.own_drift_sd.weights),
            zip(PRIORS.spill_over.values, PRIORS.spill_over.weights, strict=True),
        )
    ]
    gram = np.stack(
        [_gram(filtered.gram[0, 0], week, spill, len(trained)) for _, week, _, spill in assumed]
    )
    error_deg = np.full(len(assumed), plan.sem_deg / np.sqrt(1 + SHARED_RATIO**2))
    drifts = drift_prior(PRIORS)[0][[drift for _, _, drift, _ in assumed]]
    mean, cover = effects(gram, error_deg, drifts, (0.0, PRIORS.gain_sd_deg))
    own = CURVES - 1 + FIRST
    told = cover @ (gram[:, 1:, 1:] / error_deg[:, None, None] ** 2) @ cover
    share = rise(np.array(days.trained_weeks[:, FIRST].max()), constants)[
        [week for _, week, _, _ in assumed]
    ]
    return _Prospect(
        weight=np.array([weight for weight, *_ in assumed]),
        per_deg=mean[:, own] * share,
        moves=np.sqrt(told[:, own, own]) * share,
        sd=np.sqrt(cover[:, own, own]) * share,
        needed=bar(plan.training_readings, plan.training_readings),
    )


def _gram(gram: Array, week: int, spill: float, sides: int) -> Array:
    """One column a gain: its curve at one time constant, with what spills over."""
    mix = np.zeros((len(gram), CURVES + sides))
    mix[:CURVES, :CURVES] = np.eye(CURVES)
    for side in range(sides):
        first = CURVES + 2 * side * TIME_CONSTANTS + week
        mix[first, CURVES + side] = 1.0
        mix[first + TIME_CONSTANTS, CURVES + side] = spill
    mixed: Array = mix.T @ gram @ mix
    return mixed


def _calendar(plan: ReadingPlan) -> Days:
    """The planned days; their readings are what a gain of one degree by the end would add."""
    gap = WEEK_DAYS / plan.training_a_week
    before = -np.arange(plan.baseline_readings, 0, -1) * WEEK_DAYS / plan.baseline_a_week
    after = gap * np.arange(1, plan.training_readings + 1)
    day = np.concatenate([before, after])
    waits_days = np.inf if plan.waits_weeks is None else plan.waits_weeks * WEEK_DAYS
    starts = np.array([0.0, waits_days])
    weeks = np.maximum(day[:, None] - starts, 0.0) / WEEK_DAYS
    training = weeks > 0
    came = rise(weeks, np.array([PRIORS.weeks_median]))[..., 0]
    there = np.ones_like(training)
    return Days(
        day=day,
        value_deg=came / came[-1, FIRST],
        there=there,
        variance=np.ones((*day.shape, 2)),
        training=training,
        waiting=there & ~training & (day[:, None] > 0),
        trained_weeks=weeks,
        weeks=(day - day.mean()) / WEEK_DAYS,
        sem_deg=plan.sem_deg,
        trained=(True, bool(training[:, 1].any())),
    )
