"""The jackknife: how sure a figure is, judged by how it changes when a person is left out."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from statistics import fmean

LEAST_PEOPLE = 3

Sums = tuple[float, ...]
"""What a figure needs to know of some people, such that people's sums may be added."""


def added(people: Sequence[Sums]) -> Sums:
    """The sums of all people together."""
    return tuple(map(math.fsum, zip(*people, strict=True)))


def jackknife_error(people: Sequence[Sums], figure: Callable[[Sums], float | None]) -> float | None:
    """Standard error of ``figure(added(people))``, people being independent of one another.

    ``√((G − 1)/G · Σ (θ₋ᵢ − θ̄)²)`` over the figures without one of G people each (Miller,
    *Biometrika* 1974;61:1–15). It assumes nothing of how the values of a person go together, nor
    of their distribution. ``None`` with fewer than three people, or when the figure has no finite
    value without one of them.
    """
    count = len(people)
    if count < LEAST_PEOPLE:
        return None
    total = added(people)
    figures = []
    for own in people:
        value = figure(tuple(all_ - one for all_, one in zip(total, own, strict=True)))
        if value is None or not math.isfinite(value):
            return None
        figures.append(value)
    centre = fmean(figures)
    squares = math.fsum((value - centre) ** 2 for value in figures)
    return math.sqrt((count - 1) / count * squares)
