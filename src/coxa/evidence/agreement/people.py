"""Means of pairs when one person gives several: people are counted, not pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from coxa.evidence.agreement.records import Estimate, Pair
from coxa.evidence.students_t import t_quantile

Groups = Sequence[Sequence[float]]
"""Values, one sequence for each person."""


def by_person(pairs: Iterable[Pair], value: Callable[[Pair], float]) -> list[list[float]]:
    """One value for each pair, those of a person together."""
    groups: dict[str, list[float]] = {}
    for pair in pairs:
        groups.setdefault(pair.participant, []).append(value(pair))
    return list(groups.values())


def independent(pairs: Iterable[Pair], value: Callable[[Pair], float]) -> list[list[float]]:
    """Groups of values that do not resemble one another: by person, as :func:`by_person`.

    When all pairs are of one person each stands for itself, and what follows is about that person
    alone.
    """
    groups = by_person(pairs, value)
    return [[one] for one in groups[0]] if len(groups) == 1 else groups


def flat(groups: Groups) -> list[float]:
    """All values in one list."""
    return [value for group in groups for value in group]


def mean(groups: Groups) -> Estimate:
    """The mean of all values, with the interval that the spread *between people* gives.

    The variance of the mean is ``G/(G − 1) · Σ_g (Σ_i (y_gi − ȳ))² / N²`` over G people, and
    Student's t has G − 1 degrees of freedom (Liang & Zeger 1986, for a mean). With one value a
    person this is the common ``s/√n``. No interval with fewer than two people.
    """
    centre = fmean(flat(groups))
    error = standard_error(groups)
    if error is None:
        return Estimate(value=centre)
    half = t_quantile(0.975, len(groups) - 1) * error
    return Estimate(value=centre, interval95=(centre - half, centre + half))


def standard_error(groups: Groups) -> float | None:
    """Standard error of :func:`mean`; ``None`` with fewer than two people."""
    if len(groups) < 2:
        return None
    values = flat(groups)
    centre = fmean(values)
    sums = sum(sum(value - centre for value in group) ** 2 for group in groups)
    return math.sqrt(len(groups) / (len(groups) - 1) * sums) / len(values)
