"""The randomisation test: would another day to begin have shown as much?"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Protocol

import numpy as np

from coxa.evidence.companions.phases import TwoPhases, Values
from coxa.evidence.companions.records import Randomisation

LEAST_IN_PHASE = 5
"""Readings that every possible start leaves in each phase (What Works Clearinghouse: five)."""

MOST_ASSIGNMENTS = 1_000_000
NOISE_DEG = 1e-9
"""Differences that are equal on paper may differ by so much as floating-point numbers."""


class Middle(Protocol):
    """A mean, or a median, of numbers or along the first axis of an array."""

    def __call__(self, values: Values, /, axis: int) -> Values: ...


def randomisation_test(
    cases: Sequence[TwoPhases], *, least: int = LEAST_IN_PHASE, middle: Middle = np.mean
) -> Randomisation | None:
    """One-sided in the direction of a gain, over every start that could have been drawn.

    The statistic is mean(training) − mean(baseline), of several cases the mean of theirs. Each
    case could have begun at every reading that leaves at least ``least`` in each phase; several
    cases begin independently of each other, and all combinations are gone through. The p is the
    share of them with a statistic at least as large as the one observed, which is among them.
    Edgington & Onghena, *Randomization Tests*, 2007, ch. 11.

    Parameters
    ----------
    middle : the median in place of every mean, for who wants it.

    Returns ``None`` where there are too few readings, where training began at none of these
    starts, or with more than a million combinations.
    """
    starts = [_possible_starts(one, least) for one in cases]
    began = [len(one.baseline) in possible for one, possible in zip(cases, starts, strict=True)]
    assignments = prod(map(len, starts))
    if not (cases and all(began)) or assignments > MOST_ASSIGNMENTS:
        return None
    gains = [
        np.array([_gain(one.values, start, middle) for start in possible])
        for one, possible in zip(cases, starts, strict=True)
    ]
    observed = [_gain(one.values, len(one.baseline), middle) for one in cases]
    possible = middle(np.stack(np.meshgrid(*gains)), axis=0)
    reached = possible >= middle(np.array(observed), axis=0) - NOISE_DEG
    return Randomisation(p=float(reached.mean()), assignments=assignments)


def _possible_starts(case: TwoPhases, least: int) -> range:
    """How many readings may lie before training."""
    return range(least, len(case.values) - least + 1)


def _gain(values: Values, before: int, middle: Middle) -> float:
    return float(middle(values[before:], axis=0) - middle(values[:before], axis=0))
