"""Harder and easier: the steps of each exercise, of which only one thing changes at a time.

From the ordinary dose upwards the numbers of ``STEPS`` rise one by one to their ceilings; then come
the harder ways of the catalogue, which begin with their own ordinary numbers. Downwards come the
catalogue's easier ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from coxa.catalogue import DoseChange, Exercise, Kind, Variant
from coxa.programme.week import STRETCH_DAY_S, direction_of

OLDER_FROM_YEARS = 65


class Changes(StrEnum):
    """What a step changes."""

    NOTHING = "nothing"
    SETS = "sets"
    REPS = "reps"
    RANGE = "range"
    HOLD = "hold"
    WAY = "way"


STEPS: Mapping[Kind, tuple[tuple[Changes, int], ...]] = MappingProxyType(
    {
        Kind.STRETCH: ((Changes.SETS, 1),),
        Kind.ACTIVE_CONTROL: ((Changes.REPS, 2), (Changes.HOLD, 1)),
        Kind.STRENGTH: ((Changes.REPS, 2),),
    }
)
"""What rises, in this order, and by how much a step, up to the exercise's ceiling."""


@dataclass(frozen=True)
class Rung:
    """One way and amount of doing an exercise, for one side."""

    exercise: Exercise
    sets: int
    reps: int
    hold_s: float
    raise_s: float
    lower_s: float
    rest_s: float
    variant: Variant | None = None
    changes: Changes = Changes.NOTHING

    @property
    def variant_id(self) -> str | None:
        return self.variant.id if self.variant else None


@dataclass(frozen=True)
class Ladder:
    """All rungs, the easiest first; ``start`` is the ordinary dose."""

    rungs: tuple[Rung, ...]
    start: int


def ladder(exercise: Exercise, reachable: Mapping[str, Exercise], *, older: bool) -> Ladder:
    """The rungs of an exercise.

    Parameters
    ----------
    reachable
        Exercises to which an easier or harder way may go over.
    older
        Over 65: holds begin longer, where the sources give that.
    """
    ordinary = _ordinary(exercise, older)
    easier = [rung for way in exercise.easier if (rung := _way(ordinary, way, reachable, older))]
    rising = list(_rising(ordinary))
    top = rising[-1] if rising else ordinary
    harder = [
        rung
        for way in exercise.harder
        if not _is_reached(way, top) and (rung := _way(ordinary, way, reachable, older))
    ]
    return Ladder((*reversed(easier), ordinary, *rising, *harder), len(easier))


def _ordinary(exercise: Exercise, older: bool) -> Rung:
    dose = exercise.dose
    longer_s = dose.hold_over_65_s if older else None
    hold_s = longer_s or dose.hold_s
    return Rung(
        exercise=exercise,
        sets=min(dose.sets, most_sets(exercise, hold_s)),
        reps=dose.reps,
        hold_s=hold_s,
        raise_s=dose.raise_s,
        lower_s=dose.lower_s,
        rest_s=dose.rest_s,
    )


def most_sets(exercise: Exercise, hold_s: float) -> int:
    """The ceiling; of a stretch also what a day may hold of it."""
    most = exercise.dose.ceilings.sets
    if exercise.kind is not Kind.STRETCH:
        return most
    return max(1, min(most, int(STRETCH_DAY_S // (hold_s * exercise.dose.reps))))


def _rising(rung: Rung) -> Iterator[Rung]:
    ceilings = rung.exercise.dose.ceilings
    for changes, by in STEPS[rung.exercise.kind]:
        if changes is Changes.SETS:
            while rung.sets + by <= most_sets(rung.exercise, rung.hold_s):
                rung = replace(rung, sets=rung.sets + by, changes=changes)
                yield rung
        elif changes is Changes.REPS:
            while rung.reps + by <= ceilings.reps:
                rung = replace(rung, reps=rung.reps + by, changes=changes)
                yield rung
        elif changes is Changes.HOLD:
            while rung.hold_s + by <= ceilings.hold_s:
                rung = replace(rung, hold_s=rung.hold_s + by, changes=changes)
                yield rung


def _way(
    ordinary: Rung, way: Variant, reachable: Mapping[str, Exercise], older: bool
) -> Rung | None:
    """The rung of an easier or harder way; ``None`` where it leads to what is out of reach."""
    if way.exercise is not None:
        other = reachable.get(way.exercise)
        if other is None or not _is_alike(other, ordinary.exercise):
            return None
        return replace(_ordinary(other, older), changes=Changes.WAY)
    change = way.dose or DoseChange()
    changes = Changes.RANGE if way.range_share is not None else Changes.WAY
    return replace(
        ordinary,
        sets=change.sets or ordinary.sets,
        reps=change.reps or ordinary.reps,
        hold_s=change.hold_s or ordinary.hold_s,
        raise_s=ordinary.raise_s if change.raise_s is None else change.raise_s,
        lower_s=ordinary.lower_s if change.lower_s is None else change.lower_s,
        rest_s=ordinary.rest_s if change.rest_s is None else change.rest_s,
        variant=way,
        changes=changes,
    )


def _is_alike(one: Exercise, other: Exercise) -> bool:
    return one.kind is other.kind and direction_of(one) is direction_of(other)


def _is_reached(way: Variant, top: Rung) -> bool:
    """Whether a way asks for nothing but numbers that the rungs below it have reached."""
    if way.exercise is not None or way.range_share is not None or way.dose is None:
        return False
    asked = {name: value for name, value in way.dose.to_dict().items() if value is not None}
    return all(value <= getattr(top, name) for name, value in asked.items())
