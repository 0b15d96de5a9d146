"""The table of pairs that ``coxa validate`` reads: CSV in, checked pairs or named faults out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from coxa.errors import InvalidRecord, UnusableFile
from coxa.evidence import MOST_PAST_ZERO_DEG, Pair
from coxa.exchange.bundle.faults import Fault, fault
from coxa.exchange.delimited import Row, WrongRow, read_rows

REQUIRED = (
    "participant",
    "date",
    "side",
    "test",
    "direction",
    "device",
    "value_deg",
    "reference_deg",
)
OPTIONAL = ("mode", "method", "reference_device", "repeat", "error95_deg")
KIND = ("test", "direction", "device", "mode", "method", "reference_device")
NUMBERS = ("value_deg", "reference_deg", "error95_deg")
REFUSED = "refused"
"""Stands in ``value_deg`` where coxa gave no reading."""

MAX_PAIRS_BYTES = 10_000_000
"""No table of pairs is larger; whoever reads the file checks it."""

NUMBER = re.compile(r"[+-]?\d{1,3}(\.\d{1,12})?")
COUNT = re.compile(r"[1-9]\d?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class RejectedPairs(UnusableFile):
    """Rows that cannot be used: none was. ``faults`` names every one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        first = faults[0]
        super().__init__("pairs_rejected", count=len(faults), file=first.file, line=first.line)
        self.faults = tuple(faults)


def read_pairs(content: bytes, file: str) -> tuple[Pair, ...]:
    """Every pair of the table, in its order; a table with a header alone has none.

    Cells are set apart by commas or, as some spreadsheets do it, by semicolons; then a number may
    have a decimal comma. The header tells which.

    Parameters
    ----------
    file : its name, for the faults.

    Raises
    ------
    RejectedPairs
        When a row cannot be read or contradicts itself or another; every such row is named.
    """
    faults: list[Fault] = []
    pairs = list(read_rows(content, file, (REQUIRED, OPTIONAL), _pair, faults.append))
    faults += _contradictions(pairs, file)
    if faults:
        raise RejectedPairs(sorted(faults, key=lambda one: one.line))
    return tuple(pairs)


def _pair(found: Row) -> Pair:
    row = found.cells
    for name in REQUIRED:
        if not row[name]:
            raise WrongRow("pair_fault_empty", column=name)
    for name in NUMBERS:
        row[name] = _number(name, row.get(name, ""), decimal_comma=found.decimal_comma)
    pair = _checked(row, found.line)
    if pair.wrong_sign:
        raise WrongRow(
            f"pair_fault_sign_{pair.kind.direction.value}", most=f"{MOST_PAST_ZERO_DEG:g}"
        )
    return pair


def _checked(row: dict[str, str], line: int) -> Pair:
    if not DAY.fullmatch(row["date"]) or not _is_day(row["date"]):
        raise WrongRow("pair_fault_date", cell=row["date"])
    if row.get("repeat") and not COUNT.fullmatch(row["repeat"]):
        raise WrongRow("pair_fault_repeat", cell=row["repeat"])
    try:
        return Pair.from_dict(
            {
                "row": line,
                "participant": row["participant"],
                "day": row["date"],
                "side": row["side"],
                "kind": {name: row.get(name) or None for name in KIND},
                "value_deg": None if row["value_deg"] == REFUSED else row["value_deg"],
                "reference_deg": row["reference_deg"],
                "repeat": row.get("repeat") or None,
                "error95_deg": row["error95_deg"] or None,
            }
        )
    except InvalidRecord as wrong:
        column = str(wrong.params["where"]).removeprefix("kind.")
        raise WrongRow(
            "bundle_fault_value", column=column, problem=wrong.params["problem"]
        ) from wrong


def _number(name: str, cell: str, *, decimal_comma: bool) -> str:
    """The cell with a plain minus and a decimal point, if it is a number at all."""
    plain = cell.replace("\N{MINUS SIGN}", "-")
    if decimal_comma:
        plain = plain.replace(",", ".")
    allowed = {"value_deg": (REFUSED,), "error95_deg": ("",)}.get(name, ())
    if plain not in allowed and not NUMBER.fullmatch(plain):
        raise WrongRow("pair_fault_number", column=name, cell=cell)
    return plain


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _contradictions(pairs: Sequence[Pair], file: str) -> Iterator[Fault]:
    """Rows of the same leg, day and kind must be told apart by their numbers in ``repeat``."""
    seen: dict[tuple[object, ...], dict[int | None, int]] = {}
    for pair in pairs:
        rows = seen.setdefault((pair.participant, pair.day, pair.side, pair.kind), {})
        first = next(iter(rows.values()), None)
        if pair.repeat in rows:
            yield fault(file, pair.row, "pair_fault_twice", other=rows[pair.repeat])
        elif first is not None and (pair.repeat is None or None in rows):
            yield fault(file, pair.row, "pair_fault_unnumbered", other=first)
        rows.setdefault(pair.repeat, pair.row)
