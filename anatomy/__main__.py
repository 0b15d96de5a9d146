"""`python -m anatomy`: compute the tables of `src/coxa/body/data` anew."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import coxa.body
from anatomy.leg import Leg
from anatomy.paths import muscle_paths

DATA = Path(coxa.body.__file__).parent / "data"

_LIST = re.compile(r"\[(?:[^\[\]{}]|\[[^\[\]{}]*\])*\]")
"""A list of plain values, or of such lists: kept on one line, so that a change can be read."""


def main() -> None:
    """Write every table."""
    leg = Leg()
    _write("muscle_paths.json", muscle_paths(leg))


def _write(name: str, table: dict[str, Any]) -> None:
    text = json.dumps(table, indent=1, ensure_ascii=False)
    (DATA / name).write_text(_LIST.sub(_on_one_line, text) + "\n", encoding="utf-8")
    print(f"{name}: {(DATA / name).stat().st_size / 1000:.0f} kB")


def _on_one_line(match: re.Match[str]) -> str:
    return " ".join(match[0].split()).replace("[ ", "[").replace(" ]", "]")


if __name__ == "__main__":
    main()
