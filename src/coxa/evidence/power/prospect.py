"""What would be believed of a gain at the planned end, and how chance would move that belief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np

from coxa.evidence.model.boundary import bar
from coxa.evidence.model.curves import effects
from coxa.evidence.model.design import CURVES, columns, rise
from coxa.evidence.model.nodes import normal_nodes
from coxa.evidence.model.normal import Array, normal_cdf
from coxa.evidence.model.posterior import drift_prior
from coxa.evidence.model.priors import PRIORS
from coxa.evidence.power.likeness import expected_likeness
from coxa.evidence.power.plan import FIRST, ReadingPlan, calendar

TIME_CONSTANTS = 3
FURTHEST_SD = 12.0
HALVINGS = 16
OWN_GAIN = CURVES - 1 + FIRST
"""Its place among the effects, which have no column for the readings."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """A mixture of normal beliefs; arrays over the assumptions.

    Attributes
    ----------
    per_deg : the mean for each degree that is truly gained.
    moves : standard deviation by which chance moves that mean.
    sd : of the belief.
    needed : standard deviations that a verdict asks for.
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
        push = least(lambda push: self.clears(gain_deg, push), -FURTHEST_SD, FURTHEST_SD)
        return float(normal_cdf(np.array(-push)))

    def clears(self, gain_deg: float, push: float) -> bool:
        """Whether a gain is told when chance moves its mean by ``push`` standard deviations."""
        sure = normal_cdf((self.per_deg * gain_deg + self.moves * push) / self.sd)
        return bool(self.weight @ sure >= normal_cdf(np.array(self.needed)))


def least(enough: Callable[[float], bool], low: float, high: float) -> float:
    """The least value that is enough, by halving; every larger one must be enough, too."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


@lru_cache(maxsize=256)
def prospect(plan: ReadingPlan) -> Prospect:
    """At every assumption the belief is normal; how sure it is depends on the days alone."""
    days = calendar(plan)
    trained = (0, 1) if days.trained[1] else (0,)
    points, week_weights = normal_nodes(TIME_CONSTANTS)
    constants = PRIORS.weeks_median * np.exp(PRIORS.weeks_spread * points)
    middle = [CURVES + 2 * n * TIME_CONSTANTS + TIME_CONSTANTS // 2 for n in range(len(trained))]
    learnt = expected_likeness(days, columns(days, constants, trained), middle)
    assumed = list(
        product(
            range(len(learnt.weight)),
            range(TIME_CONSTANTS),
            range(len(PRIORS.own_drift_sd.weights)),
            range(len(PRIORS.spill_over.weights)),
        )
    )
    way, week, drift, spill = np.array(assumed).T
    spilled = np.array(PRIORS.spill_over.values)
    gram = np.stack([_gram(learnt.gram[w], h, spilled[s], len(trained)) for w, h, _, s in assumed])
    error_deg = learnt.error_deg[way]
    mean, cover = effects(gram, error_deg, drift_prior(PRIORS)[0][drift], (0.0, PRIORS.gain_sd_deg))
    told = cover @ (gram[:, 1:, 1:] / error_deg[:, None, None] ** 2) @ cover
    share = rise(days.trained_weeks[-1, FIRST], constants)[week]
    return Prospect(
        weight=learnt.weight[way]
        * learnt.drift_weight[way, drift]
        * week_weights[week]
        * np.array(PRIORS.spill_over.weights)[spill],
        per_deg=mean[:, OWN_GAIN] * share,
        moves=np.sqrt(told[:, OWN_GAIN, OWN_GAIN]) * share,
        sd=np.sqrt(cover[:, OWN_GAIN, OWN_GAIN]) * share,
        needed=bar(plan.training_readings, plan.training_readings),
    )


def _gram(gram: Array, week: int, spilled: float, sides: int) -> Array:
    """With one column a gain: its curve at one time constant, with what spills over."""
    mix = np.zeros((len(gram), CURVES + sides))
    mix[:CURVES, :CURVES] = np.eye(CURVES)
    for side in range(sides):
        own = CURVES + 2 * side * TIME_CONSTANTS + week
        mix[own, CURVES + side] = 1.0
        mix[own + TIME_CONSTANTS, CURVES + side] = spilled
    mixed: Array = mix.T @ gram @ mix
    return mixed
