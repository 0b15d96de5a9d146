"""The error of one reading: the method's at first, the person's own once a baseline shows it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from coxa.evidence.method_error import MethodError
from coxa.evidence.normal import Z95
from coxa.evidence.records import ErrorOrigin, ReadingError
from coxa.evidence.scatter import Scatter, of_method, squares_within
from coxa.experiment import MIN_BASELINE_DAYS

OWN_FROM_DAYS = MIN_BASELINE_DAYS
"""Baseline days from which a person's own error is estimated."""

SHARED_BY_SIDES = 0.5
"""Assumed likeness of the two sides on a day: half of what varies is the day's, not the side's."""


def own_scatter(sides_deg: Sequence[Sequence[float]], method_sem_deg: float) -> Scatter:
    """A person's scatter, shrunk towards the method's, from one or both sides' baseline days.

    Deviations are taken from each side's own baseline mean and pooled. The day's part, which both
    sides share, stays in: it is part of what one reading may be off by. For that reason two sides
    tell less than twice as much as one: of ν = Σ(n − 1) deviations ``ν² / (ν + 2ρ²(m − 1))`` count
    (Satterthwaite; m days with both sides), rounded down.
    """
    squares, freedom = squares_within(*sides_deg)
    both_sides = min(map(len, sides_deg)) if len(sides_deg) > 1 else 1
    shared = 2 * SHARED_BY_SIDES**2 * (both_sides - 1)
    counted = math.floor(freedom**2 / (freedom + shared)) if freedom else 0
    share = counted / freedom if freedom else 0.0
    return of_method(method_sem_deg).after(share * squares, counted)


def reading_error(
    method: MethodError,
    sides_deg: Sequence[Sequence[float]],
    baseline_days: int,
    *,
    trained: bool,
) -> ReadingError:
    """The error of one reading as it is told.

    Parameters
    ----------
    method
        What it starts from.
    sides_deg
        Baseline values of each side that has any, one for each day.
    baseline_days
        Different days among them.
    trained
        Whether training has begun, so that no baseline day can come any more.
    """
    own = baseline_days >= OWN_FROM_DAYS
    scatter = own_scatter(sides_deg, method.sem_deg) if own else of_method(method.sem_deg)
    low, high = scatter.interval95_deg
    return ReadingError(
        origin=ErrorOrigin.OWN if own else ErrorOrigin.METHOD,
        sem_deg=scatter.sd_deg,
        sem_interval95_deg=(low, high),
        mdc95_deg=mdc95_deg(scatter.sd_deg),
        mdc_interval95_deg=(mdc95_deg(low), mdc95_deg(high)),
        method_sem_deg=method.sem_deg,
        method_mdc95_deg=mdc95_deg(method.sem_deg),
        method_source=method.source,
        readings=sum(map(len, sides_deg)) if own else 0,
        days=baseline_days,
        days_needed=OWN_FROM_DAYS,
        can_become_own=not (own or trained),
    )


def mdc95_deg(sem_deg: float) -> float:
    """Smallest change between two single readings that is beyond their error: ``1.96 √2 SEM``.

    The repeatability coefficient of Bland & Altman, *Stat Methods Med Res* 8 (1999) 135, section 4;
    the same factor of 2.77 by which Krause 2015 and Spörk 2021 are read here.
    """
    return Z95 * math.sqrt(2) * sem_deg
