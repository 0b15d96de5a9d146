"""From a person's own answer to the one gain of each series that may be shared."""

from __future__ import annotations

from dataclasses import dataclass

from coxa.evidence.model.priors import PRIORS
from coxa.evidence.normal import Z95
from coxa.evidence.pool.share import LEAST_VARIANCE_DEG2
from coxa.evidence.records import SeriesAnswer, SideAnswer
from coxa.evidence.terms import Kind
from coxa.quantities import Side

MOST_OF_THE_PRIOR = 0.9
"""Where readings took away less than a tenth of the spread that was believed beforehand, they tell
too little to share."""


@dataclass(frozen=True, slots=True)
class OwnGain:
    """What one hip's readings alone say of its gain."""

    side: Side
    kind: Kind
    gain_deg: float
    variance_deg2: float


def own_gain(answer: SeriesAnswer) -> OwnGain | None:
    """The gain of the hip that trained while the other waited; else of the one best known.

    Both hips of a person are not two people: one gain stands for both. ``None`` where the readings
    tell of none. The answer must not be borrowed from a pool.
    """
    found = [
        own
        for side, side_answer in answer.sides.items()
        if (own := _without_prior(side, side_answer)) is not None
    ]
    return min(found, key=lambda own: (own.kind is not Kind.GAIN, own.variance_deg2), default=None)


def _without_prior(side: Side, answer: SideAnswer) -> OwnGain | None:
    """Take out what was believed before any reading: a normal distribution about none.

    The product of two normal densities, undone: precisions subtract, and so do precision times
    mean (Gelman et al., *Bayesian Data Analysis*, 2013, 2.5).
    """
    if answer.gain_deg is None or answer.interval95_deg is None or answer.kind is None:
        return None
    low, high = answer.interval95_deg
    believed = ((high - low) / (2 * Z95)) ** 2
    prior = PRIORS.gain_sd_deg**2
    if believed >= (MOST_OF_THE_PRIOR * PRIORS.gain_sd_deg) ** 2:
        return None
    variance = 1 / (1 / believed - 1 / prior)
    gain_deg = variance * answer.gain_deg / believed
    return OwnGain(side, answer.kind, gain_deg, max(variance, LEAST_VARIANCE_DEG2))
