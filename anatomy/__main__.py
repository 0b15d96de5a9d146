"""Computes the tables of `src/coxa/body/data` anew.

python -m anatomy              write them (`make body`)
python -m anatomy agreement    print computed values beside published ones
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import coxa.body
from anatomy.agreement import agreement
from anatomy.arms import moment_arms
from anatomy.leg import Leg
from anatomy.paths import muscle_paths
from anatomy.tables import exercise_muscles
from coxa.catalogue import load_shipped

DATA = Path(coxa.body.__file__).parent / "data"

_LIST = r"\[(?:[^\[\]{}]|\[[^\[\]{}]*\])*\]"
_LEAF = re.compile(rf"{_LIST}|\{{(?:[^\[\]{{}}]|{_LIST})*\}}")
"""A list of plain values or of such lists, or a record of those: kept on one line."""


def main(words: list[str]) -> None:
    """Write every table, or print the agreement."""
    leg = Leg()
    if words == ["agreement"]:
        print("\n".join(agreement(leg)))
        return
    _write("muscle_paths.json", muscle_paths(leg))
    _write("moment_arms.json", moment_arms(leg))
    _write("exercise_muscles.json", exercise_muscles(leg, load_shipped().exercises.values()))


def _write(name: str, table: dict[str, Any]) -> None:
    text = json.dumps(table, indent=1, ensure_ascii=False)
    (DATA / name).write_text(_LEAF.sub(_on_one_line, text) + "\n", encoding="utf-8")
    print(f"{name}: {(DATA / name).stat().st_size / 1000:.0f} kB")


def _on_one_line(match: re.Match[str]) -> str:
    return re.sub(r"(?<=[\[{]) | (?=[\]}])", "", " ".join(match[0].split()))


if __name__ == "__main__":
    main(sys.argv[1:])
