"""Shares and sizes over judged films, for the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from validation.coach.judged import JudgedFilm, JudgedRep
from validation.measures import Share

WITHIN_S = 0.5
COUNTS_FROM, FAULT_FROM, AT_LEAST = 0.95, 0.9, 2
"""The share of takes from which on an exercise is claimed to be counted, and a fault to be seen; of
so many films, or repetitions, at least."""


@dataclass(frozen=True)
class Times:
    """Seconds that differ: how many, median and 95th percentile without their sign."""

    count: int
    median_s: float
    p95_s: float
    within: Share
    """No more than ``WITHIN_S``."""


def times(values_s: Iterable[float | None]) -> Times | None:
    """Of those that are known; None when none is."""
    known = np.abs([value for value in values_s if value is not None])
    if not len(known):
        return None
    within = Share(int((known <= WITHIN_S).sum()), len(known))
    return Times(len(known), float(np.median(known)), float(np.percentile(known, 95)), within)


def exact_reps(reps: Sequence[JudgedRep]) -> Share:
    """Repetitions that were counted as what they were."""
    return Share(sum(rep.exact for rep in reps), len(reps))


def exact_films(films: Sequence[JudgedFilm]) -> Share:
    """Films in which as many were counted as were done."""
    return Share(sum(film.exact for film in films), len(films))


def reps_of(films: Sequence[JudgedFilm]) -> list[JudgedRep]:
    """All their repetitions."""
    return [rep for film in films for rep in film.reps]


@dataclass(frozen=True)
class FaultFound:
    """One fault of one exercise.

    Attributes
    ----------
    recall : told, of the repetitions that showed it.
    precision : rightly told, of all times it was told.
    late_s : from when it showed half of a plain case to its being told.
    """

    exercise_id: str
    fault_id: str
    recall: Share
    precision: Share
    late: Times | None

    @property
    def borne_out(self) -> bool:
        """Seen and right often enough to be claimed."""
        shares = (self.recall, self.precision)
        return all(share.of >= AT_LEAST and share.value >= FAULT_FROM for share in shares)


def fault_found(exercise_id: str, fault_id: str, films: Sequence[JudgedFilm]) -> FaultFound:
    """Over all films of the exercise."""
    reps = reps_of(films)
    shown = [rep for rep in reps if fault_id in rep.rep.faults]
    rightly = sum(fault_id in rep.told for rep in shown)
    told = sum(fault_id in rep.told for rep in reps)
    return FaultFound(
        exercise_id,
        fault_id,
        recall=Share(rightly, len(shown)),
        precision=Share(rightly, told),
        late=times(rep.fault_late_s.get(fault_id) for rep in shown),
    )


def counts(films: Sequence[JudgedFilm]) -> bool:
    """Whether an exercise is counted well enough to be claimed."""
    share = exact_reps(reps_of(films))
    return len(films) >= AT_LEAST and share.of > 0 and share.value >= COUNTS_FROM
