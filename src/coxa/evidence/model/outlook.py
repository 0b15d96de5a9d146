"""How many more readings would probably settle it, as the model itself expects.

If the person reads on as before, the readings to come make the gain surer by an amount that does
not depend on what they show; what they will probably show, the model foretells. So the chance of a
verdict after n more readings is a normal probability (predictive power: Spiegelhalter, Abrams &
Myles, *Bayesian Approaches to Clinical Trials*, 2004, 6.6.3).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from coxa.evidence.model.curves import effects
from coxa.evidence.model.days import Days
from coxa.evidence.model.design import columns, rise
from coxa.evidence.model.doses import WEEK_DAYS
from coxa.evidence.model.infer import Belief
from coxa.evidence.model.mixture import Mixture
from coxa.evidence.model.nodes import DayNodes
from coxa.evidence.model.normal import Array, normal_cdf
from coxa.evidence.model.posterior import drift_prior
from coxa.evidence.model.verdict import LEAST_BASELINE_DAYS, Standing
from coxa.evidence.model.whiten import whiten
from coxa.evidence.normal import Z95

MOST = 24
"""No more readings than this are looked ahead: who needs more has no answer to wait for."""

PROBABLY = 0.8
USUAL_GAP_DAYS = 2.0
LATELY = 8


def more_readings(belief: Belief, side: int, gain: Mixture, standing: Standing) -> int | None:
    """The fewest further training readings after which a verdict is likely; ``None``: too many."""
    if standing.baseline_days < LEAST_BASELINE_DAYS:
        return None
    share, variance = _to_come(belief, side)
    if share[0] <= 0:
        return None
    # The middle node knows its own assumptions; the whole belief is as much wider now as then.
    wider = gain.spread() ** 2 / (share[0] ** 2 * variance[0])
    for more in range(1, MOST + 1):
        mean = gain.expected() * share[more] / share[0]
        now = wider * share[more] ** 2 * variance[0]
        then = wider * share[more] ** 2 * variance[more]
        ahead = replace(standing, training_days=standing.training_days + more)
        if _settled(mean, np.sqrt(max(now - then, 1e-9)), np.sqrt(then), ahead) >= PROBABLY:
            return more
    return None


def _settled(mean: float, moves: float, sd: float, standing: Standing) -> float:
    """Chance of a verdict when the gain's mean will move by ``moves`` and be as sure as ``sd``."""
    if not standing.enough:
        return 0.0
    far = standing.bar * sd
    chance = _below(-far, mean, moves) + 1 - _below(far, mean, moves)
    near = min(standing.margin_deg - Z95 * sd, far)
    if standing.full and near > 0:
        chance += _below(near, mean, moves) - _below(-near, mean, moves)
    return chance


def _below(value: float, mean: float, sd: float) -> float:
    return float(normal_cdf(np.array((value - mean) / sd)))


def _to_come(belief: Belief, side: int) -> tuple[Array, Array]:
    """Share of the gain that has come, and its variance in the long run, now and after each more.

    At one node in the middle of what is believed.
    """
    place = belief.trained.index(side)
    week_weight = belief.weight.sum((0, 1, 2, 4))
    constant = np.exp(week_weight @ np.log(belief.time_constants_weeks))
    way = int(belief.weight.sum((1, 2, 3, 4)).argmax())
    nodes = DayNodes(*(getattr(belief.nodes, name)[way : way + 1] for name in DayNodes.__slots__))
    days = _with_more(belief.days, side)
    whole = columns(days, np.array([constant]), belief.trained)[None]
    spilled = [6 + 2 * n for n in range(len(belief.trained))]
    whitened = whiten(
        days.day[None], days.there[None], days.variance[None], np.delete(whole, spilled, -1), nodes
    )
    rows = whitened.left_over[0, 0].reshape(len(days.day), 2, -1)
    gram = np.cumsum(np.swapaxes(rows, -1, -2) @ rows, axis=0)[-MOST - 1 :]
    own = belief.weight.sum((0, 2, 3, 4))
    _, cover = effects(
        gram,
        np.full(len(gram), np.exp((belief.weight * belief.log_error).sum())),
        np.broadcast_to(np.tensordot(own, drift_prior(belief.priors)[0], 1), (len(gram), 2, 2)),
        belief.gain_prior,
    )
    share = rise(days.trained_weeks[-MOST - 1 :, side], np.array([constant]))[:, 0]
    return share, cover[:, 4 + place, 4 + place]


def _with_more(days: Days, side: int) -> Days:
    """The days with `MOST` more at the person's own rhythm, with the sides that are read now."""
    lately = days.day[days.training[:, side]][-LATELY:]
    gap = float(np.median(np.diff(lately))) if len(lately) > 1 else USUAL_GAP_DAYS
    gap = max(gap, 0.5)
    ahead = gap * np.arange(1, MOST + 1)
    read = days.there[-3:].any(0) | (np.arange(2) == side)
    usual = np.array(
        [
            np.median(days.variance[days.there[:, n], n]) if days.there[:, n].any() else 1.0
            for n in (0, 1)
        ]
    )
    now = days.trained_weeks.max(0)
    training = now > 0
    later = now + training * ahead[:, None] / WEEK_DAYS
    more = (MOST, 1)
    return replace(
        days,
        day=np.concatenate([days.day, days.day[-1] + ahead]),
        value_deg=np.concatenate([days.value_deg, np.zeros((MOST, 2))]),
        there=np.concatenate([days.there, np.tile(read, more)]),
        variance=np.concatenate([days.variance, np.tile(usual, more)]),
        training=np.concatenate([days.training, np.tile(training, more)]),
        waiting=np.concatenate([days.waiting, np.tile(~training, more)]),
        trained_weeks=np.concatenate([days.trained_weeks, later]),
        weeks=np.concatenate([days.weeks, days.weeks[-1] + ahead / WEEK_DAYS]),
    )
