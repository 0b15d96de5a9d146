"""A column of a table: where its value stands in a record, and how a cell is written and read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Kind(Enum):
    """How a value becomes the text of a cell."""

    PLAIN = auto()
    """A number, a moment, a word, true or false; an empty cell means that there is none."""
    TEXT = auto()
    """Free text; an empty cell is an empty text."""
    NUMBERS = auto()
    """Numbers with a space between them."""
    JSON = auto()
    """Anything else, as JSON."""


@dataclass(frozen=True)
class Column:
    """A column: its name, the path of its value in the record, and its kind."""

    name: str
    path: tuple[str, ...]
    kind: Kind = Kind.PLAIN

    def write(self, record: dict[str, Any]) -> str:
        """The cell for this column."""
        value: Any = record
        for step in self.path:
            value = value[step]
        if self.kind is Kind.JSON:
            return json.dumps(value, ensure_ascii=False)
        if self.kind is Kind.NUMBERS:
            return " ".join(map(repr, value))
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def read(self, cell: str, record: dict[str, Any]) -> None:
        """Put the cell's value into ``record``.

        Raises
        ------
        ValueError
            When the cell holds no JSON or no numbers where they belong.
        """
        for step in self.path[:-1]:
            record = record.setdefault(step, {})
        record[self.path[-1]] = self._value(cell)

    def _value(self, cell: str) -> object:
        if self.kind is Kind.JSON:
            return json.loads(cell)
        if self.kind is Kind.NUMBERS:
            return [float(number) for number in cell.split()]
        if self.kind is Kind.PLAIN and cell == "":
            return None
        return cell


def plain(*names: str, within: str = "") -> tuple[Column, ...]:
    """Plain columns named as their fields, all in the record or in one record ``within`` it."""
    return tuple(_column(name, within, Kind.PLAIN) for name in names)


def text(name: str, within: str = "") -> Column:
    """A column of free text."""
    return _column(name, within, Kind.TEXT)


def numbers(name: str, within: str = "") -> Column:
    """A column of lists of numbers."""
    return _column(name, within, Kind.NUMBERS)


def as_json(name: str, within: str = "") -> Column:
    """A column of JSON."""
    return _column(name, within, Kind.JSON)


def _column(name: str, within: str, kind: Kind) -> Column:
    return Column(name, (within, name) if within else (name,), kind)
