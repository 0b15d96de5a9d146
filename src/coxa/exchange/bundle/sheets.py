"""Between trees of rows and the text of CSV files; every faulty row is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coxa.errors import InvalidRecord
from coxa.exchange.bundle.faults import Fault, fault
from coxa.exchange.bundle.tables import ROOTS, Table, all_tables
from coxa.exchange.bundle.trees import Node, Trees

Key = tuple[str, ...]

LONGEST_COUNT = 9
"""Digits of a row's number; an id, which is longer, is never taken for one."""


@dataclass(frozen=True)
class Row:
    """A row as read: its line, its key and its values."""

    line: int
    key: Key
    node: Node


def write_sheets(trees: Trees) -> dict[str, str]:
    """The text of every CSV file, by its name."""
    rows: dict[str, list[Sequence[str]]] = {table.name: [table.header] for table in all_tables()}
    for table in ROOTS:
        _write_rows(table, trees[table.name], (), rows)
    return {table.file: _csv(rows[table.name]) for table in all_tables()}


def read_sheets(sheets: Mapping[str, str]) -> tuple[Trees, list[Fault]]:
    """Trees of rows from the text of CSV files; a file that is not there has no rows."""
    faults: list[Fault] = []
    rows = {
        table.name: list(_read_rows(table, sheets.get(table.file, ""), faults))
        for table in all_tables()
    }
    trees = {table.name: _join(table, rows, faults).get((), []) for table in ROOTS}
    return trees, faults


def _write_rows(
    table: Table, nodes: Sequence[Node], parent: Key, rows: dict[str, list[Sequence[str]]]
) -> None:
    for number, node in enumerate(nodes, start=1):
        own = (node["id"],) if table.has_ids else (str(number),)
        key = (*parent, *own) if table.key else ()
        rows[table.name].append([*key, *(column.write(node) for column in table.columns)])
        for child in table.children:
            _write_rows(child, node[child.slot], key, rows)


def _csv(rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()


def _read_rows(table: Table, content: str, faults: list[Fault]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    line = 1
    try:
        header = next(reader, None)
        if header is None:
            return
        wrong = _wrong_header(table, header)
        if wrong:
            faults.append(wrong)
            return
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                row = _read_row(table, header, cells, line, faults)
                if row is not None:
                    yield row
            line = reader.line_num + 1
    except csv.Error as problem:
        faults.append(fault(table.file, line, "bundle_fault_csv", problem=str(problem)))


def _wrong_header(table: Table, header: Sequence[str]) -> Fault | None:
    known = set(table.header)
    for name in header:
        if name not in known:
            return fault(table.file, 1, "bundle_fault_column", column=name)
    if len(set(header)) < len(header):
        return fault(table.file, 1, "bundle_fault_column_twice")
    for name in table.key:
        if name not in header:
            return fault(table.file, 1, "bundle_fault_no_column", column=name)
    return None


def _read_row(
    table: Table, header: Sequence[str], cells: Sequence[str], line: int, faults: list[Fault]
) -> Row | None:
    if len(cells) != len(header):
        faults.append(
            fault(table.file, line, "bundle_fault_cells", count=len(cells), expected=len(header))
        )
        return None
    by_name = dict(zip(header, cells, strict=True))
    if not table.has_ids and table.key and not _is_count(by_name[table.key[-1]]):
        faults.append(fault(table.file, line, "bundle_fault_number", column=table.key[-1]))
        return None
    node: Node = {"id": by_name["id"]} if table.has_ids else {}
    for column in table.columns:
        if column.name in by_name:
            try:
                column.read(by_name[column.name], node)
            except (ValueError, RecursionError):
                faults.append(fault(table.file, line, "bundle_fault_cell", column=column.name))
                return None
    wrong = _wrong_values(table, node, line)
    if wrong is not None:
        faults.append(wrong)
        return None
    return Row(line, tuple(by_name[name] for name in table.key), node)


def _wrong_values(table: Table, node: Node, line: int) -> Fault | None:
    try:
        table.check.from_dict(_filled(node, table.blank))
    except InvalidRecord as problem:
        where = str(problem.params["where"])
        names = {".".join(column.path): column.name for column in table.columns}
        return fault(
            table.file,
            line,
            "bundle_fault_value",
            column=names.get(where, where),
            problem=problem.params["problem"],
        )
    return None


def _filled(node: Node, blank: Mapping[str, Any]) -> Node:
    filled = dict(node)
    for name, value in blank.items():
        filled[name] = filled.get(name, {}) | value if isinstance(value, dict) else value
    return filled


def _join(
    table: Table, rows: Mapping[str, Sequence[Row]], faults: list[Fault]
) -> dict[Key, list[Node]]:
    """The rows of a table by the key of the row they belong to, their own rows put inside."""
    inside = {child.slot: _join(child, rows, faults) for child in table.children}
    seen: set[Key] = set()
    by_parent: dict[Key, list[tuple[int, Node]]] = {}
    for place, row in enumerate(rows[table.name]):
        key = _numbered(table, row.key)
        if key in seen:
            faults.append(fault(table.file, row.line, "bundle_fault_twice", key=" ".join(key)))
        seen.add(key)
        for slot, nodes in inside.items():
            row.node[slot] = nodes.pop(key, [])
        order = place if table.has_ids or not key else int(key[-1])
        by_parent.setdefault(key[:-1], []).append((order, row.node))
    for child in table.children:
        for row in rows[child.name]:
            if _numbered(child, row.key)[:-1] not in seen:
                faults.append(fault(child.file, row.line, "bundle_fault_belongs", table=table.file))
    return {
        parent: [node for _, node in sorted(nodes, key=lambda entry: entry[0])]
        for parent, nodes in by_parent.items()
    }


def _numbered(table: Table, key: Key) -> Key:
    """The key with its counts in one spelling, so that ``01`` is ``1``."""
    return tuple(str(int(part)) if _is_count(part) else part for part in key)


def _is_count(cell: str) -> bool:
    return cell.isascii() and cell.isdecimal() and len(cell) <= LONGEST_COUNT
