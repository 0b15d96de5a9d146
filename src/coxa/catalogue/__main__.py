"""``python -m coxa.catalogue --check [FOLDER] | --schema``: for whoever edits catalogue files."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from coxa.catalogue.load import SHIPPED, read_folder
from coxa.catalogue.packs import faults_of, is_catalogue
from coxa.catalogue.schema import schema


def check(folder: Path) -> int:
    """Print every fault of a catalogue or a pack; 0 when there is none."""
    if not is_catalogue(folder):
        sys.stderr.write(f"{folder}: this is no catalogue: it has no folder 'exercises'\n")
        return 2
    faults = faults_of(folder)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if faults:
        return 1
    catalogue, _ = read_folder(folder)
    sys.stdout.write(
        f"catalogue: {len(catalogue.exercises)} exercises, {len(catalogue.tests)} tests, "
        f"{len(catalogue.norms)} norms, {len(catalogue.sources)} sources: no fault\n"
    )
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen task; the return value is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m coxa.catalogue", description=__doc__)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--check", nargs="?", const=SHIPPED, type=Path, metavar="FOLDER")
    task.add_argument("--schema", action="store_true", help="print the JSON Schema of the files")
    chosen = parser.parse_args(arguments)
    if chosen.schema:
        sys.stdout.write(json.dumps(schema(), indent=2) + "\n")
        return 0
    return check(chosen.check)


if __name__ == "__main__":
    sys.exit(main())
