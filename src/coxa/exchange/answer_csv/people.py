"""From the rows of one person to what the answer takes: each series by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from coxa.evidence import Exercised, Person, why_apart
from coxa.exchange.answer_csv.rows import TableReading
from coxa.experiment import Phased
from coxa.quantities import Side
from coxa.records import KeptReading, Message, Phase, Series

BEFORE_THE_FIRST = timedelta(hours=12)
"""Minutes done before a hip's first reading are taken to be done so long before it."""

SUSPICIOUSLY_MANY = 5
"""Fewer equal readings of a hip are nothing strange."""


@dataclass(frozen=True, slots=True)
class OneSeries:
    """The readings of one person in one series, and what is to be said of them."""

    participant: str | None
    series: Series
    person: Person
    notes: tuple[Message, ...]


def series_of(participant: str | None, rows: Sequence[TableReading]) -> Iterator[OneSeries]:
    """Each series of a person, in the order of their first rows."""
    by_series: dict[Series, list[TableReading]] = {}
    for row in sorted(rows, key=attrgetter("line")):
        by_series.setdefault(row.series, []).append(row)
    apart = why_apart(by_series)
    for series, readings in by_series.items():
        own = sorted(readings, key=attrgetter("at"))
        hips = [[row for row in own if row.side is side] for side in Side]
        doses = [one for hip in hips if _doses_known(hip) for one in _exercised(hip)]
        yield OneSeries(
            participant=participant,
            series=series,
            person=Person([_phased(row) for row in own], doses),
            notes=(*_noticed(hips), *apart),
        )


def _noticed(hips: Sequence[Sequence[TableReading]]) -> Iterator[Message]:
    for hip in hips:
        if any(row.dose_min is not None for row in hip) and not _doses_known(hip):
            yield Message(id="readings_doses_left_out", params={"side": hip[0].side.value})
    for hip, other in (hips, hips[::-1]):
        if _waits_early(hip, other):
            yield Message(id="readings_waiting_early", params={"side": hip[0].side.value})
    many = [hip for hip in hips if len(hip) >= SUSPICIOUSLY_MANY]
    if many and all(len({row.value_deg for row in hip}) == 1 for hip in many):
        yield Message(id="readings_all_equal")


def _waits_early(hip: Sequence[TableReading], other: Sequence[TableReading]) -> bool:
    waits = [row.at.date() for row in hip if row.phase is Phase.WAITING]
    trained = [row.at.date() for row in other if row.phase is Phase.TRAINING]
    return bool(waits and trained) and waits[0] < trained[0]


def _doses_known(hip: Sequence[TableReading]) -> bool:
    """Whether every reading of the training states the minutes since the one before."""
    trained = [row.dose_min for row in hip if row.phase is Phase.TRAINING]
    return bool(trained) and None not in trained


def _exercised(hip: Sequence[TableReading]) -> Iterator[Exercised]:
    """The minutes of a hip, half way between the reading before and the one that states them."""
    before = hip[0].at - 2 * BEFORE_THE_FIRST
    for row in hip:
        if row.dose_min:
            yield Exercised(before + (row.at - before) / 2, row.side, row.dose_min)
        before = row.at


def _phased(row: TableReading) -> Phased:
    reading = KeptReading(
        id=f"{row.line:032x}",
        taken_at=row.at,
        series=row.series,
        side=row.side,
        value_deg=row.value_deg,
        error95_deg=row.error95_deg,
    )
    return Phased(reading=reading, phase=row.phase)
