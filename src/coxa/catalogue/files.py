"""Reading catalogue files, one record a file; a fault names file, line, field and remedy."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coxa.errors import CatalogueFault
from coxa.records import Record

Kept = TypeVar("Kept", bound=Record)
Where = tuple[int | str, ...]

_REMEDIES = {
    "missing": "add this field",
    "extra_forbidden": "remove this field, or correct its spelling",
    "enum": "use one of the words listed",
    "less_than_equal": "lower the value",
    "greater_than_equal": "raise the value",
    "greater_than": "raise the value",
    "string_pattern_mismatch": "use lower-case words joined by dashes",
}
_SEE_SCHEMA = "correct the value; the schema is printed by: python -m coxa.catalogue --schema"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of a catalogue file; ``line`` counts from 1 and is 0 where it is not known."""

    file: str
    line: int
    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.where}: {self.problem}. Remedy: {self.remedy}."

    def as_error(self) -> CatalogueFault:
        return CatalogueFault(
            "catalogue_fault",
            file=self.file,
            line=self.line,
            where=self.where,
            problem=self.problem,
            remedy=self.remedy,
        )


def read_record(path: Path, kind: type[Kept]) -> tuple[Kept | None, list[Fault]]:
    """The record in ``path``, or ``None`` and all its faults. The file's name must be its id."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        return None, [Fault(path.name, 0, "file", str(fault), "save it as readable UTF-8 text")]
    try:
        data = tomllib.loads(text)
        record = kind.model_validate_json(json.dumps(data))
    except tomllib.TOMLDecodeError as fault:
        found = re.search(r"at line (\d+)", str(fault))
        line = int(found.group(1)) if found else 0
        return None, [Fault(path.name, line, "file", str(fault), "correct the TOML syntax")]
    except TypeError as fault:
        return None, [Fault(path.name, 0, "file", str(fault), _SEE_SCHEMA)]
    except ValidationError as fault:
        return None, [_from_pydantic(path, text, detail) for detail in fault.errors()]
    if str(data["id"]) != path.stem:
        problem = f"the id is {data['id']!r}, the file is named {path.stem!r}"
        return record, [Fault(path.name, line_of(text, ("id",)), "id", problem, "make them agree")]
    return record, []


def _from_pydantic(path: Path, text: str, detail: ErrorDetails) -> Fault:
    told = detail.get("ctx", {})
    where: Where = detail["loc"] + told.get("where", ())
    return Fault(
        file=path.name,
        line=line_of(text, where) or 1,
        where=".".join(str(part) for part in where) or "file",
        problem=detail["msg"],
        remedy=told.get("remedy") or _REMEDIES.get(detail["type"], _SEE_SCHEMA),
    )


_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w.-]+)\s*=")


def line_of(text: str, where: Where) -> int:
    """The line (from 1) that holds the field ``where``, or its nearest enclosing table; else 0."""
    best, best_depth = 0, 0
    table: list[int | str] = []
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header.group(2), header.group(1) == "[[", counts)
            here = table
        elif key := _KEY.match(line):
            here = table + list(key.group(1).split("."))
        else:
            continue
        depth = len(here)
        if depth > best_depth and tuple(here) == where[:depth]:
            best, best_depth = number, depth
    return best


def _table_path(name: str, is_array: bool, counts: dict[str, int]) -> list[int | str]:
    """The path of a table header; a table inside an array belongs to its latest element."""
    if is_array:
        counts[name] = counts.get(name, -1) + 1
        for inner in [other for other in counts if other.startswith(f"{name}.")]:
            del counts[inner]
    path: list[int | str] = []
    parts = name.split(".")
    for end, part in enumerate(parts, start=1):
        path.append(part)
        position = counts.get(".".join(parts[:end]))
        if position is not None:
            path.append(position)
    return path
