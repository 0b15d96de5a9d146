"""Tables as spreadsheets write them: CSV in, one checked row a line out, or named faults."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from coxa.exchange.bundle.faults import Fault, fault

T = TypeVar("T")
MOST_SHOWN = 40


class WrongRow(Exception):
    """A row that cannot be used, and why."""

    def __init__(self, message_id: str, **params: str | int | float | bool) -> None:
        super().__init__(message_id)
        self.message_id, self.params = message_id, params


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, without blanks around them."""

    line: int
    cells: dict[str, str]
    decimal_comma: bool


def read_rows(
    content: bytes,
    file: str,
    columns: tuple[Sequence[str], Sequence[str]],
    read: Callable[[Row], T],
    found: Callable[[Fault], None],
) -> Iterator[T]:
    """What ``read`` makes of every row that is not empty; a row that it cannot use is a fault.

    Cells are set apart by commas or, as some spreadsheets do it, by semicolons; then a number may
    have a decimal comma. The header tells which.

    Parameters
    ----------
    file : its name, for the faults.
    columns : those that must be there, and those that may.
    read : raises `WrongRow` for a row that cannot be used.
    found : is told every fault, in the order of the table.
    """
    semicolons = b";" in content.partition(b"\n")[0]
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    reader = csv.reader(text, delimiter=";" if semicolons else ",", strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(header, *columns)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                try:
                    yield read(_row(line, header, cells, decimal_comma=semicolons))
                except WrongRow as wrong:
                    found(fault(file, line, wrong.message_id, **wrong.params))
            line = reader.line_num + 1
    except WrongRow as wrong:
        found(fault(file, line, wrong.message_id, **wrong.params))
    except csv.Error as problem:
        found(fault(file, line, "bundle_fault_csv", problem=str(problem)))
    except UnicodeDecodeError:
        found(fault(file, 1, "bundle_fault_text"))


def shown(cell: str) -> str:
    """A cell as a fault may repeat it: short, and nothing in it that steers a terminal."""
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in cell)
    return plain if len(plain) <= MOST_SHOWN else f"{plain[:MOST_SHOWN]}…"


def _check_header(header: Sequence[str], required: Sequence[str], optional: Sequence[str]) -> None:
    if not any(header):
        raise WrongRow("pair_fault_no_header")
    for name in header:
        if name not in (*required, *optional):
            raise WrongRow("bundle_fault_column", column=shown(name))
    if len(set(header)) < len(header):
        raise WrongRow("bundle_fault_column_twice")
    for name in required:
        if name not in header:
            raise WrongRow("bundle_fault_no_column", column=name)


def _row(line: int, header: Sequence[str], cells: Sequence[str], *, decimal_comma: bool) -> Row:
    if len(cells) != len(header):
        raise WrongRow("bundle_fault_cells", count=len(cells), expected=len(header))
    own = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    return Row(line, own, decimal_comma)
