"""How much a muscle works, as a word: strengths of this model are not to be believed as numbers."""

from __future__ import annotations

import numpy as np

from anatomy.leg import Leg, Vector
from anatomy.muscles import hip_muscles
from anatomy.work import Work, strength_n
from coxa.body import Works

CHIEFLY = 0.6
"""Of the effort of the hardest working muscle among those that carry a fifth or more."""
HELPS = 0.15
CARRIES_CHIEFLY, CARRIES = 0.2, 0.05
"""Part of what must be given at an axis of the hip."""
TELLING_AXIS = 0.15
"""An axis counts when it needs this part of the greatest moment, or more."""
SOME_EFFORT = 0.02


def words_of_work(leg: Leg, angles: Vector, work: Work) -> list[Works | None]:
    """The word for each hip muscle: by its effort, and by what it carries of the load."""
    count = len(hip_muscles())
    carried = _carried(leg, angles, work)[:count]
    efforts = work.activations[:count]
    hardest = max(efforts[carried >= CARRIES_CHIEFLY], default=0.0)
    return [
        _word(float(effort), float(part), float(hardest))
        for effort, part in zip(efforts, carried, strict=True)
    ]


def _word(effort: float, carried: float, hardest: float) -> Works:
    if hardest < SOME_EFFORT or carried < CARRIES or effort < HELPS * hardest:
        return Works.HARDLY
    if carried >= CARRIES_CHIEFLY and effort >= CHIEFLY * hardest:
        return Works.CHIEFLY
    return Works.HELPS


def _carried(leg: Leg, angles: Vector, work: Work) -> Vector:
    """The greatest part that each muscle carries at one of the axes that count."""
    needed = work.moment_nm[:3]
    given = leg.moment_arms_m(angles)[:3] * strength_n(leg, leg.at(angles)) * work.activations
    counts = np.abs(needed) >= max(TELLING_AXIS * np.abs(needed).max(), 1e-6)
    if not counts.any():
        return np.zeros(given.shape[1])
    carried: Vector = (given[counts] / needed[counts, None]).max(axis=0)
    return carried
