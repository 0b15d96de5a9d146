"""The band of the picture: where each hip truly stood on each day, and where it would untrained."""

from __future__ import annotations

import numpy as np

from coxa.evidence.judgement import BandPoint, Figure
from coxa.evidence.model.curves import effects
from coxa.evidence.model.days import SIDES
from coxa.evidence.model.design import CURVES, centre, rise
from coxa.evidence.model.infer import Belief
from coxa.evidence.model.normal import Array, Index
from coxa.evidence.model.posterior import drift_prior
from coxa.evidence.normal import Z95

HEAVIEST = 300
"""Nodes that the band is drawn from: it is a picture, and its figures are given apart."""


def band_of(belief: Belief) -> tuple[BandPoint, ...]:
    """A point a day and side with a reading: mean, and 1.96 standard deviations to either side."""
    days = belief.days
    heaviest = np.argsort(belief.weight, axis=None)[-HEAVIEST:]
    way, own, error, week, spill = np.unravel_index(heaviest, belief.weight.shape)
    weight = belief.weight.ravel()[heaviest]
    weight = weight / weight.sum()
    mix = _mixing(belief, week, spill)
    mean, cover = effects(
        np.swapaxes(mix, -1, -2) @ belief.gram[way] @ mix,
        np.exp(belief.log_error[way, own, error, week, spill]),
        drift_prior(belief.priors)[0][own],
        belief.gain_prior,
    )
    points = []
    for side in (0, 1):
        rows = np.nonzero(days.there[:, side])[0]
        trained, untrained = _wanted(belief, side, rows, week, spill)
        level = centre(days)[side]
        for row, with_it, without in zip(
            rows,
            _figures(trained, mean, cover, weight, level),
            _figures(untrained, mean, cover, weight, level),
            strict=True,
        ):
            points.append(BandPoint(float(days.day[row]), SIDES[side], with_it, without))
    return tuple(sorted(points, key=lambda point: (point.day, point.side)))


def _mixing(belief: Belief, week: Index, spill: Index) -> Array:
    """From the columns of the design to one column a gain, for each node."""
    count, sides = len(belief.time_constants_weeks), len(belief.trained)
    mix = np.zeros((len(week), belief.gram.shape[-1], CURVES + sides))
    mix[:, np.arange(CURVES), np.arange(CURVES)] = 1.0
    nodes = np.arange(len(week))
    share = np.array(belief.priors.spill_over.values)[spill]
    for place in range(sides):
        first = CURVES + 2 * place * count
        mix[nodes, first + week, CURVES + place] = 1.0
        mix[nodes, first + count + week, CURVES + place] = share
    return mix


def _wanted(
    belief: Belief, side: int, rows: Index, week: Index, spill: Index
) -> tuple[Array, Array]:
    """What the angle of a side on each day is made of, at each node: with training and without."""
    wanted = np.zeros((len(rows), len(week), CURVES - 1 + len(belief.trained)))
    wanted[..., side] = 1.0
    wanted[..., 2 + side] = belief.days.weeks[rows, None]
    untrained = wanted.copy()
    share = np.array(belief.priors.spill_over.values)[spill]
    for place, trained in enumerate(belief.trained):
        curve = rise(belief.days.trained_weeks[rows, trained], belief.time_constants_weeks)
        wanted[..., CURVES - 1 + place] = curve[:, week] * (1.0 if trained == side else share)
    return wanted, untrained


def _figures(
    wanted: Array, mean: Array, cover: Array, weight: Array, level_deg: float
) -> list[Figure]:
    at_node = np.einsum("rkc,kc->rk", wanted, mean)
    variance = np.einsum("rkc,kcd,rkd->rk", wanted, cover, wanted)
    middle = at_node @ weight
    spread = np.sqrt((variance + (at_node - middle[:, None]) ** 2) @ weight)
    return [
        Figure(float(m), (float(m - Z95 * s), float(m + Z95 * s)))
        for m, s in zip(level_deg + middle, spread, strict=True)
    ]
