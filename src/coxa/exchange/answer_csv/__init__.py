"""The table of readings that ``coxa answer --csv`` reads: CSV in, people or named faults out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coxa.exchange.answer_csv.contradictions import contradictions, half_named
from coxa.exchange.answer_csv.faults import MOST_NAMED, Named, RejectedReadings
from coxa.exchange.answer_csv.people import OneSeries, series_of
from coxa.exchange.answer_csv.rows import OPTIONAL, REQUIRED, TableReading, reading_from
from coxa.exchange.delimited import read_rows

__all__ = [
    "MAX_READINGS_BYTES",
    "MOST_NAMED",
    "OPTIONAL",
    "REQUIRED",
    "OneSeries",
    "ReadingsTable",
    "RejectedReadings",
    "read_readings",
]

MAX_READINGS_BYTES = 100_000_000
"""20,000 people with 26 readings a side take so much. Whoever opens a table checks it."""


class ReadingsTable:
    """A checked table: people in the order of their first rows, each with one or more series."""

    def __init__(self, people: dict[str | None, list[TableReading]]) -> None:
        self._people = people
        self.series_count = sum(len({row.series for row in rows}) for rows in people.values())

    def __iter__(self) -> Iterator[OneSeries]:
        """Each series of each person, made as it is asked for."""
        for participant, rows in self._people.items():
            yield from series_of(participant, rows)


def read_readings(content: bytes, file: str, today: date) -> ReadingsTable:
    """Every reading of the table; a table with a header alone has nobody in it.

    Parameters
    ----------
    file : its name, for the faults.
    today : no reading was taken later.

    Raises
    ------
    RejectedReadings
        When a row cannot be read or contradicts itself or another: none is used, all are named.
    """
    named = Named(file)
    people: dict[str | None, list[TableReading]] = {}
    for row in read_rows(
        content, file, (REQUIRED, OPTIONAL), lambda row: reading_from(row, today), named.add
    ):
        people.setdefault(row.participant, []).append(row)
    for one in half_named(people):
        named.add_for(*one)
    for rows in people.values():
        for one in contradictions(rows):
            named.add_for(*one)
    named.stop_if_any()
    return ReadingsTable(people)
