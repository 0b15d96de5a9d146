"""One row of the table of readings, checked by itself."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from typing import TypeVar

from coxa.evidence import METHOD_ERRORS, MOST_PAST_ZERO_DEG
from coxa.exchange.delimited import Row, WrongRow, shown
from coxa.quantities import MAX_ROTATION_DEG, Device, Direction, Mode, Side, Test
from coxa.records import Phase, Series

REQUIRED = ("date", "side", "test", "device", "value_deg", "phase")
OPTIONAL = ("participant", "direction", "mode", "error95_deg", "dose_min")

METHOD = "table"
"""Stands for how the numbers came about, which a table does not tell."""
LONGEST_NAME = 64
MOST_MINUTES = 10_000.0
"""There are 10,080 in a week."""

LEAST_ERROR_DEG = 0.1
"""No instrument held by hand is more exact, and the model's sums would no longer be either."""

NUMBER = re.compile(r"[+-]?\d{1,9}(\.\d{1,25})?([eE][+-]?\d{1,3})?", re.ASCII)
MOMENT = re.compile(
    r"(19|20)\d\d-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII
)
DAY_LENGTH = len("2026-03-02")
NOON = time(12)
"""Stands for the hour of a reading that has a day alone."""

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TableReading:
    """A reading of the table.

    Attributes
    ----------
    at : the wall clock as written, kept as if it were UTC; noon where there is a day alone.
    timed : whether the hour was written.
    value_deg : internal positive, external negative.
    dose_min : minutes of exercise of this hip since its reading before; ``None``: not stated.
    """

    line: int
    participant: str | None
    at: datetime
    timed: bool
    side: Side
    series: Series
    value_deg: float
    error95_deg: float
    phase: Phase
    dose_min: float | None


def reading_from(row: Row, today: date) -> TableReading:
    """The reading of a row. Raises `WrongRow`."""
    for name in REQUIRED:
        if not row.cells[name]:
            raise WrongRow("pair_fault_empty", column=name)
    series = _series(
        _word(Test, row, "test"),
        _word(Direction, row, "direction", Direction.INTERNAL),
        _word(Mode, row, "mode", Mode.ACTIVE),
        _word(Device, row, "device"),
    )
    at, timed = _moment(row.cells["date"], today)
    phase = _word(Phase, row, "phase")
    stated = _number(row, "error95_deg", 0.0, MAX_ROTATION_DEG)
    if stated is not None and stated < LEAST_ERROR_DEG:
        raise WrongRow("reading_fault_exact", least=f"{LEAST_ERROR_DEG:g}")
    return TableReading(
        line=row.line,
        participant=_participant(row),
        at=at,
        timed=timed,
        side=_word(Side, row, "side"),
        series=series,
        value_deg=_value(row, series.direction),
        error95_deg=METHOD_ERRORS[series.device].error95_deg if stated is None else stated,
        phase=phase,
        dose_min=_dose(row, phase),
    )


@cache
def _series(test: Test, direction: Direction, mode: Mode, device: Device) -> Series:
    """One object for all rows of a series."""
    return Series(test=test, direction=direction, mode=mode, device=device, method=METHOD)


def _participant(row: Row) -> str | None:
    name = row.cells.get("participant", "")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise WrongRow("reading_fault_participant", most=LONGEST_NAME)
    return sys.intern(name) or None


def _word(words: type[Word], row: Row, column: str, otherwise: Word | None = None) -> Word:
    cell = row.cells.get(column, "")
    if not cell and otherwise is not None:
        return otherwise
    try:
        return words(cell)
    except ValueError:
        allowed = ", ".join(word.value for word in words)
        raise WrongRow(
            "reading_fault_word", column=column, allowed=allowed, cell=shown(cell)
        ) from None


def _moment(cell: str, today: date) -> tuple[datetime, bool]:
    if not MOMENT.fullmatch(cell):
        raise WrongRow("reading_fault_date", cell=shown(cell))
    timed = len(cell) > DAY_LENGTH
    try:
        at = datetime.fromisoformat(cell).replace(tzinfo=UTC)
    except ValueError:
        raise WrongRow("reading_fault_date", cell=shown(cell)) from None
    if at.date() > today:
        raise WrongRow("reading_fault_future", cell=shown(cell), today=today.isoformat())
    return (at if timed else datetime.combine(at, NOON, UTC)), timed


def _value(row: Row, direction: Direction) -> float:
    value_deg = _number(row, "value_deg", -MAX_ROTATION_DEG, MAX_ROTATION_DEG) or 0.0
    if direction.sign * value_deg < -MOST_PAST_ZERO_DEG:
        raise WrongRow(f"pair_fault_sign_{direction.value}", most=f"{MOST_PAST_ZERO_DEG:g}")
    return value_deg


def _dose(row: Row, phase: Phase) -> float | None:
    minutes = _number(row, "dose_min", 0.0, MOST_MINUTES)
    if minutes and phase is not Phase.TRAINING:
        raise WrongRow("reading_fault_dose", phase=phase.value)
    return minutes


def _number(row: Row, column: str, least: float, most: float) -> float | None:
    cell = row.cells.get(column, "")
    if not cell:
        return None
    plain = cell.replace("\N{MINUS SIGN}", "-")
    if row.decimal_comma:
        plain = plain.replace(",", ".")
    if not NUMBER.fullmatch(plain):
        raise WrongRow("reading_fault_number", column=column, cell=shown(cell))
    number = float(plain)
    if not least <= number <= most:
        raise WrongRow(
            "reading_fault_range",
            column=column,
            least=f"{least:g}",
            most=f"{most:g}",
            cell=shown(cell),
        )
    return number
