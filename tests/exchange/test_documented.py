"""docs/file-formats.md explains every file and every column of the export."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coxa.exchange.bundle.tables import PAIN_COLUMNS, READING_COLUMNS, Table, all_tables


@pytest.mark.parametrize("table", list(all_tables()), ids=lambda table: table.name)
def test_every_column_is_explained_under_its_file(root: Path, table: Table) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    parts = re.split(r"^### ", page, flags=re.MULTILINE)
    (own,) = [part for part in parts if f"`{table.file}`" in part.splitlines()[0]]
    explained_elsewhere = {
        "amendment_readings": {column.name for column in READING_COLUMNS},
        "session_pain": {column.name for column in PAIN_COLUMNS},
    }.get(table.name, set())
    for name in set(table.header) - explained_elsewhere:
        assert f"`{name}`" in own, name
