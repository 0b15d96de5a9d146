"""How much a muscle works, as a word: strengths of this model are not to be believed as numbers."""

from __future__ import annotations

import numpy as np

from anatomy.leg import Leg, Matrix, Vector
from anatomy.loads import Load
from anatomy.muscles import hip_muscles
from anatomy.scatter import scattered
from anatomy.work import Work, hold, strength_n
from coxa.body import Works

CHIEFLY = 0.5
"""Of the effort of the hardest working muscle among those that carry a fifth or more."""
HELPS = 0.15
CARRIES_CHIEFLY, CARRIES = 0.2, 0.05
"""Part of what must be given at an axis of the hip."""
TELLING_AXIS = 0.15
"""An axis counts when it needs this part of the greatest moment, or more."""
SOME_EFFORT = 0.02


def words_of_work(leg: Leg, angles: Vector, load: Load) -> list[Works | None]:
    """The word for each hip muscle: by its effort, and by what it carries of the load.

    Both are means over scattered attachments: of two muscles that can stand in for each other, the
    least-effort rule prefers the one with a millimetre more of lever.
    """
    effort, carried = scattered(leg, lambda: _effort_and_carried(leg, angles, load)).mean(axis=0)
    hardest = float(max(effort[carried >= CARRIES_CHIEFLY], default=0.0))
    return [
        word(float(own), float(part), hardest) for own, part in zip(effort, carried, strict=True)
    ]


def word(effort: float, carried: float, hardest: float) -> Works:
    """The word for a muscle's effort beside the hardest working one's, and for what it carries."""
    if hardest < SOME_EFFORT or carried < CARRIES or effort < HELPS * hardest:
        return Works.HARDLY
    if carried >= CARRIES_CHIEFLY and effort >= CHIEFLY * hardest:
        return Works.CHIEFLY
    return Works.HELPS


def _effort_and_carried(leg: Leg, angles: Vector, load: Load) -> Matrix:
    work = hold(leg, angles, load)
    return np.array([work.activations, _carried(leg, angles, work)])[:, : len(hip_muscles())]


def _carried(leg: Leg, angles: Vector, work: Work) -> Vector:
    """The greatest part that each muscle carries at one of the axes that count."""
    needed = work.moment_nm[:3]
    given = leg.moment_arms_m(angles)[:3] * strength_n(leg, leg.at(angles)) * work.activations
    counts = np.abs(needed) >= max(TELLING_AXIS * np.abs(needed).max(), 1e-6)
    if not counts.any():
        return np.zeros(given.shape[1])
    carried: Vector = (given[counts] / needed[counts, None]).max(axis=0)
    return carried
