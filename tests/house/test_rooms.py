"""A room is entered only by its door, and the core stands without the web."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tracked import ROOT

COXA = ROOT / "src/coxa"
CORE = (
    "quantities", "errors", "records", "wording", "catalogue", "safety", "body", "pose",
    "capture", "angles", "assessment", "experiment", "programme", "coach", "evidence", "exchange",
)  # fmt: skip
# Here each file is a door: a use case of `app`, or a part of `site` that stands for itself.
# They are loaded one by one, so that a command starts quickly.
ROOMS_WITH_MANY_DOORS = ("app", "site")
# A part of a room that is too large for the room's own door.
OWN_DOORS = (
    "coxa.assessment.guided", "coxa.body.figure", "coxa.exchange.answer_report",
    "coxa.exchange.calendar", "coxa.exchange.handout",
)  # fmt: skip
BLOCKED = ("django", "ninja", "uvicorn", "whitenoise", "click", "rich", "scipy")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports from, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield str(node.module)


def past_the_door(module: str, own_room: str) -> bool:
    """Whether an import reaches into another room."""
    parts = module.split(".")
    if module in OWN_DOORS:
        return False
    if parts[0] != "coxa" or len(parts) < 3 or parts[1] == own_room:
        return False
    return parts[1] not in ROOMS_WITH_MANY_DOORS or len(parts) > 3


def test_a_room_is_imported_only_through_its_init() -> None:
    """``from coxa.angles.series import x`` is for the files of ``angles`` alone."""
    files = list(COXA.rglob("*.py"))
    assert len(files) > 60
    climbed_in = [
        f"{path.relative_to(COXA)} imports {module}"
        for path in files
        for module in imports(path)
        if past_the_door(module, own_room=path.relative_to(COXA).parts[0])
    ]
    assert climbed_in == []


@pytest.mark.parametrize("room", [room for room in CORE if (COXA / room).is_dir()])
def test_every_room_declares_what_it_offers(room: str) -> None:
    tree = ast.parse((COXA / room / "__init__.py").read_text(encoding="utf-8"))
    names = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    if not any(path.name != "__init__.py" for path in (COXA / room).rglob("*.py")):
        pytest.skip(f"{room} holds nothing yet")
    assert "__all__" in names


def test_the_core_imports_where_there_is_no_web_and_no_terminal() -> None:
    program = f"""
import sys
for name in {BLOCKED!r}:
    sys.modules[name] = None
import importlib
for room in {CORE!r}:
    importlib.import_module("coxa." + room)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_help_loads_none_of_the_heavy_parts() -> None:
    """``coxa --help`` answers at once, because what it does not need stays unloaded."""
    heavy = ("django", "cv2", "numpy", "pydantic", "ai_edge_litert", "rich", "uvicorn")
    program = f"""
import sys
from coxa.cli import main
try:
    main(["--help"])
except SystemExit as end:
    assert not end.code, end.code
print("loaded:", [name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "measure" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded: []"
