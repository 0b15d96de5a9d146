"""Where a person's latest readings stand beside published ones; described, never judged."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coxa.app.history import Course, read_history
from coxa.app.person import age_years
from coxa.app.storage import Storage
from coxa.catalogue import Catalogue, CitedNorm
from coxa.quantities import Direction, Side
from coxa.records import KeptReading, Person, Technique


@dataclass(frozen=True)
class Beside:
    """A published reading of one group, and where the person's own one stands in it."""

    cited: CitedNorm
    fewest_of_100: int | None
    """At least so many of a hundred people of the group turned further, the error allowed for."""
    most_of_100: int | None
    """At most so many; ``None`` where the source, as seen, gives no spread."""


@dataclass(frozen=True)
class Standing:
    """One latest reading, or in and out added up, with the published ones of the same kind."""

    technique: Technique
    side: Side
    direction: Direction | None
    """``None``: turning in and turning out added up."""
    size_deg: float
    error95_deg: float
    beside: tuple[Beside, ...]


def standings(storage: Storage, catalogue: Catalogue, today: date) -> tuple[Standing, ...]:
    """The person's own latest readings that have published ones of the same position and mode."""
    person = storage.person()
    return tuple(
        standing
        for course in read_history(storage).own
        for standing in _of_course(course, person, catalogue, today)
        if standing.beside
    )


def _of_course(
    course: Course, person: Person, catalogue: Catalogue, today: date
) -> Iterator[Standing]:
    for side in Side:
        for direction, readings in _sizes(course, side):
            size_deg = sum(one.series.direction.sign * one.value_deg for one in readings)
            error95_deg = math.hypot(*(reading.error95_deg for reading in readings))
            norms = catalogue.norm_for(
                course.technique.test,
                direction,
                course.technique.mode,
                age_years(person, today),
                person.sex,
            )
            beside = tuple(_beside(cited, size_deg, error95_deg) for cited in norms)
            yield Standing(course.technique, side, direction, size_deg, error95_deg, beside)


def _sizes(course: Course, side: Side) -> Iterator[tuple[Direction | None, list[KeptReading]]]:
    """The latest cold reading of each direction, and both together where both are there."""
    latest = {direction: course.latest(side, direction) for direction in Direction}
    kept = {d: one for d, one in latest.items() if one and not one.after_exercise}
    yield from ((direction, [one]) for direction, one in kept.items())
    if len(kept) == len(Direction):
        yield None, list(kept.values())


def _beside(cited: CitedNorm, size_deg: float, error95_deg: float) -> Beside:
    most = cited.norm.further_share(size_deg - error95_deg)
    fewest = cited.norm.further_share(size_deg + error95_deg)
    if most is None or fewest is None:
        return Beside(cited, None, None)
    return Beside(cited, math.floor(100 * fewest), math.ceil(100 * most))
