"""Rows that contradict each other: the same reading twice, phases that cannot have come so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from coxa.exchange.answer_csv.rows import TableReading
from coxa.quantities import Side
from coxa.records import Phase, Series

Found = tuple[int, str, dict[str, str | int]]
"""A line, and the reason: a message's id and parameters."""

MOST_DAYS = 1000
"""Days with readings in one series: nearly three years of daily ones. The model's memory and time
grow with them."""

STAGES = (Phase.FAMILIARISATION, Phase.BASELINE, Phase.WAITING, Phase.TRAINING)
"""In the order in which a hip goes through them; it need not go through all."""


def half_named(people: Mapping[str | None, Sequence[TableReading]]) -> Iterator[Found]:
    """Rows without a participant in a table that names participants elsewhere."""
    if len(people) > 1:
        for row in people.get(None, ()):
            yield row.line, "pair_fault_empty", {"column": "participant"}


def contradictions(rows: Sequence[TableReading]) -> Iterator[Found]:
    """All contradictions between the rows of one person."""
    yield from _twice(rows)
    ordered = sorted(rows, key=attrgetter("at"))
    by_line: dict[tuple[Side, Series], list[TableReading]] = {}
    by_hip: dict[Side, list[TableReading]] = {}
    for row in ordered:
        by_line.setdefault((row.side, row.series), []).append(row)
        if row.phase is not Phase.FAMILIARISATION:
            by_hip.setdefault(row.side, []).append(row)
    # What a hip has gone through is true of every device; each test needs getting used to anew.
    found = {one[0]: one for own in by_hip.values() for one in _out_of_order(own)}
    yield from _too_many_days(ordered)
    for own in by_line.values():
        found |= {one[0]: one for one in _out_of_order(own) if one[0] not in found}
    yield from found.values()
    for side, own in by_hip.items():
        yield from _waiting_for_nobody(own, by_hip.get(side.other, ()))


def _twice(rows: Iterable[TableReading]) -> Iterator[Found]:
    """Readings of one hip, day and series must be told apart by their hours."""
    seen: dict[tuple[Side, Series, date], dict[datetime | None, int]] = {}
    for row in rows:
        lines = seen.setdefault((row.side, row.series, row.at.date()), {})
        hour = row.at if row.timed else None
        if hour in lines or (lines and (hour is None or None in lines)):
            other = lines.get(hour) or next(iter(lines.values()))
            yield row.line, "reading_fault_twice", {"other": other}
        lines.setdefault(hour, row.line)


def _too_many_days(rows: Iterable[TableReading]) -> Iterator[Found]:
    """The first reading of a series that is one day too many; ``rows`` are in order of time."""
    days: dict[Series, set[date]] = {}
    for row in rows:
        own = days.setdefault(row.series, set())
        if row.at.date() not in own:
            own.add(row.at.date())
            if len(own) == MOST_DAYS + 1:
                yield row.line, "reading_fault_days", {"most": MOST_DAYS}


def _out_of_order(rows: Sequence[TableReading]) -> Iterator[Found]:
    """Rows of a phase that the hip had left already; ``rows`` are in the order of time.

    Of a day on which no hours are written the order is not known.
    """
    before: TableReading | None = None
    for _, readings_of_day in groupby(rows, key=lambda row: row.at.date()):
        today = list(readings_of_day)
        reached = before
        for row in today:
            last = reached if row.timed else before
            if last is not None and _stage(row) < _stage(last):
                yield (
                    row.line,
                    "reading_fault_order",
                    {"phase": row.phase.value, "later": last.phase.value, "other": last.line},
                )
            if row.timed:
                reached = _further(reached, row)
        for row in today:
            before = _further(before, row)


def _further(one: TableReading | None, other: TableReading) -> TableReading:
    return other if one is None or _stage(other) > _stage(one) else one


def _stage(row: TableReading) -> int:
    return STAGES.index(row.phase)


def _waiting_for_nobody(
    own: Sequence[TableReading], other: Sequence[TableReading]
) -> Iterator[Found]:
    """A hip waits while the other trains: not when that one is read, too, and never trains."""
    if other and all(row.phase is not Phase.TRAINING for row in other):
        for row in own:
            if row.phase is Phase.WAITING:
                yield row.line, "reading_fault_waiting", {"other": other[-1].line}
