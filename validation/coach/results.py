"""Shares and sizes over judged films, for the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from validation.coach.judged import JudgedFilm, JudgedRep
from validation.measures import Share

HOLD_WITHIN_S = 0.5


@dataclass(frozen=True)
class Times:
    """Seconds that differ: how many, median and 95th percentile without their sign."""

    count: int
    median_s: float
    p95_s: float
    within: Share
    """No more than ``HOLD_WITHIN_S``."""


def times(values_s: Iterable[float | None]) -> Times | None:
    """Of those that are known; None when none is."""
    known = np.abs([value for value in values_s if value is not None])
    if not len(known):
        return None
    within = Share(int((known <= HOLD_WITHIN_S).sum()), len(known))
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
