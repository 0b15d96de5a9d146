"""The program as a whole: help, faults, interruption, pipes; some of it in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import coxa
from coxa.catalogue import load_catalogue, use_packs
from coxa.cli import main
from coxa.cli.ending import INTERRUPTED
from coxa.cli.group import COMMANDS
from tests.catalogue.packs import make_pack

HEAVY = ("cv2", "django", "numpy", "pydantic", "rich", "ai_edge_litert", "uvicorn")


def process(*arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"COXA_HOME": str(home)} if home else {})
    return subprocess.run(
        [sys.executable, "-c", "from coxa.cli import main; main(prog_name='coxa')", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom coxa.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stderr.strip() == "[]"


def test_help_names_every_command_with_one_line() -> None:
    told = CliRunner().invoke(main, ["--help"])
    assert told.exit_code == 0
    for name, (_, line) in COMMANDS.items():
        assert any(name in row and line in row for row in told.stdout.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_every_option_an_explanation(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name
    assert command.help
    for option in command.params:
        explained = getattr(option, "help", None) or option.param_type_name == "argument"
        assert explained, f"{name} {option.name} has no help"


def test_the_version_is_told() -> None:
    assert coxa.__version__ in CliRunner().invoke(main, ["--version"]).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["log", "--no-such-option"],
        ["serve", "--port", "high"],
        ["catalogue", "no-such-exercise", "--json"],
        ["import", "no-such-file.zip", "--json"],
        ["measure", "a.mp4", "--report", "no/such/folder/report.html", "--json"],
    ],
)
def test_a_fault_is_one_line_on_stderr_and_nothing_on_stdout(arguments: list[str]) -> None:
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1
    assert told.stderr.startswith("coxa: ")


def test_an_interruption_ends_with_130_and_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coxa.capture.record_video", interrupted)
    told = CliRunner().invoke(main, ["measure", "a.mp4"])
    assert told.exit_code == INTERRUPTED
    assert "Traceback" not in told.stderr
    assert "Nothing is lost" in told.stderr


def test_a_reader_that_goes_away_is_no_fault() -> None:
    """As in ``coxa catalogue --json | head -c 1``."""
    running = subprocess.Popen(
        [sys.executable, "-c", "from coxa.cli import main; main()", "catalogue", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    complaint = running.stderr.read()
    running.wait(timeout=60)
    assert complaint == b""


def test_the_catalogue_is_one_json_object() -> None:
    told = CliRunner().invoke(main, ["catalogue", "--json"])
    found = json.loads(told.stdout)
    assert list(found) == ["exercises", "tests"]
    assert len(found["exercises"]) == len(load_catalogue().exercises)
    assert len(found["tests"]) == 4
    for exercise in found["exercises"]:
        assert {"id", "aim", "sources", "key_poses", "dose"} <= set(exercise)
        one = CliRunner().invoke(main, ["catalogue", exercise["id"], "--json"])
        assert json.loads(one.stdout) == exercise
        shown = CliRunner().invoke(main, ["catalogue", exercise["id"]])
        assert shown.exit_code == 0
        assert exercise["names"][0] in shown.stdout


def test_the_catalogue_that_ships_is_in_order() -> None:
    assert CliRunner().invoke(main, ["catalogue", "--check"]).exit_code == 0


def test_a_pack_is_checked_where_it_is_made_and_where_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = make_pack(tmp_path / "packs")
    monkeypatch.setenv("COXA_HOME", str(tmp_path))
    check, run = ["catalogue", "--check"], CliRunner().invoke
    try:
        assert run(main, [*check, str(pack)]).exit_code == 0
        assert run(main, check).exit_code == 0
        assert "feet wide" in run(main, ["catalogue", "own-knee-drop"]).stdout
        file = pack / "exercises/own-knee-drop.toml"
        file.write_text(file.read_text().replace('"groin_pinch", "in', '"in', 1))
        for told in (run(main, check), run(main, [*check, str(pack)])):
            assert told.exit_code == 1
            assert "own-knee-drop.toml:18: stop_signs: " in told.stderr
            assert "Remedy: add groin_pinch" in told.stderr
        assert run(main, ["catalogue", "own-knee-drop"]).exit_code == 2
        assert run(main, [*check, str(tmp_path)]).exit_code == 2
    finally:
        use_packs(None)


def test_an_exercise_is_written_as_one_page(tmp_path: Path) -> None:
    sheet = tmp_path / "clamshell.pdf"
    told = CliRunner().invoke(main, ["catalogue", "clamshell", "--pdf", str(sheet)])
    assert told.exit_code == 0, told.output
    assert str(sheet) in told.output
    assert sheet.read_bytes().count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("thing", [[], ["seated-rotation"]], ids=["nothing", "a test"])
def test_only_an_exercise_can_be_written_as_a_page(tmp_path: Path, thing: list[str]) -> None:
    sheet = tmp_path / "sheet.pdf"
    told = process("catalogue", *thing, "--pdf", str(sheet))
    assert told.returncode == 2
    assert "coxa catalogue" in told.stderr
    assert not sheet.exists()
