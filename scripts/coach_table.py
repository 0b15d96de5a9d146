"""Writes into docs/coach.md what the camera counts and sees of each exercise, from the catalogue.

python scripts/coach_table.py            bring the table up to the catalogue
python scripts/coach_table.py --check    1 if it is not
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from coxa.catalogue import Exercise, load_shipped

DOC = Path(__file__).parent.parent / "docs/coach.md"
BEGIN, END = "<!-- what the camera sees -->", "<!-- end -->"
HEAD = "| exercise | the camera stands | it counts | it sees | words only |\n|---|---|---|---|---|"


def table(exercises: Iterable[Exercise]) -> str:
    """One row to an exercise, by name."""
    rows = (row(exercise) for exercise in sorted(exercises, key=lambda one: one.name))
    return "\n".join([HEAD, *rows])


def row(exercise: Exercise) -> str:
    """Its place, whether it counts, and the cues of its faults by whether they are seen."""
    camera = exercise.camera
    seen = [fault for fault in exercise.faults if camera.counts and fault.id in camera.faults]
    words = [fault for fault in exercise.faults if fault not in seen]
    place = f"{camera.seen_from.value}, {camera.distance_m:g} m off, {camera.height_m:g} m high"
    cells = (
        exercise.name,
        place,
        "yes" if camera.counts else "no, by the clock",
        " ".join(fault.cue for fault in seen),
        " ".join(fault.cue for fault in words),
    )
    return f"| {' | '.join(cell or '–' for cell in cells)} |"


def with_table(text: str, found: str) -> str:
    """The page with the table between its two marks."""
    between = re.compile(f"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", re.S)
    changed, times = between.subn(lambda _: f"{found}\n", text)
    if times != 1:
        raise ValueError(f"docs/coach.md needs {BEGIN} and {END} once, for the table between them.")
    return changed


def main(arguments: list[str]) -> int:
    """Write the table, or look whether it is the catalogue's."""
    before = DOC.read_text(encoding="utf-8")
    after = with_table(before, table(load_shipped().exercises.values()))
    if "--check" in arguments:
        if after != before:
            print("docs/coach.md is behind the catalogue: python scripts/coach_table.py")
        return int(after != before)
    DOC.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
