"""Without a browser: the safety questions, then readings typed in the terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coxa.safety import QUESTIONS
from tests.cli.test_program import process

READING = ("left", "internal", "33", "--device", "goniometer")


def answered(home: Path, said: str) -> subprocess.CompletedProcess[str]:
    """``coxa questions`` with these lines typed."""
    return subprocess.run(
        [sys.executable, "-c", "from coxa.cli import main; main()", "questions"],
        input=said,
        capture_output=True,
        text=True,
        env={"COXA_HOME": str(home)},
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of somebody whom nothing keeps from measuring."""
    place = tmp_path_factory.mktemp("home")
    refused = process("type", *READING, "--cold", home=place)
    assert refused.returncode == 4
    assert "safety questions need an answer" in refused.stderr
    told = answered(place, "n\n" * len(QUESTIONS))
    assert told.returncode == 0, told.stderr
    assert "You may measure" in told.stdout
    return place


def test_a_reading_is_kept_with_all_that_was_said_of_it(home: Path) -> None:
    options = ("--warmed-up", "--mode", "passive", "--at", "2026-03-02 08:00", "--json")
    other = ("--device", "other", "--instrument", "Plurimeter", "--give-or-take", "5")
    told = process("type", "right", "external", "41.5", *other, *options, home=home)
    assert told.returncode == 0, told.stderr
    kept = json.loads(told.stdout)
    assert (kept["value_deg"], kept["error95_deg"], kept["after_exercise"]) == (-41.5, 5.0, True)
    assert kept["series"] == {
        "test": "seated-rotation",
        "direction": "external",
        "mode": "passive",
        "device": "other",
        "method": "typed: plurimeter",
    }
    assert "42° (give or take 5°), after exercise" in process("log", home=home).stdout


def test_a_plain_reading_is_told_in_one_line(home: Path) -> None:
    told = process("type", *READING, "--cold", home=home)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("Kept: ")
    assert told.stdout.endswith("left   internal  33° (give or take 9°)\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (READING, "--cold or --warmed-up"),
        (("left", "internal", "95", "--device", "goniometer", "--cold"), "further than 90°"),
        (("left", "internal", "33", "--device", "camera", "--cold"), "--device"),
        ((*READING, "--cold", "--at", "2999-01-01 08:00"), "still to come"),
    ],
)
def test_what_cannot_be_is_one_line_on_stderr(
    home: Path, arguments: tuple[str, ...], told: str
) -> None:
    refused = process("type", *arguments, home=home)
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert len(refused.stderr.splitlines()) == 1
    assert told in refused.stderr


def test_no_answer_is_never_taken_for_a_no(tmp_path: Path) -> None:
    told = answered(tmp_path, "\n")
    assert told.returncode == 130
    allowed = json.loads(process("questions", "--json", home=tmp_path).stdout)
    assert not allowed["tests_allowed"]


def test_an_answer_that_closes_everything_ends_the_asking(tmp_path: Path) -> None:
    told = answered(tmp_path, "y\n")
    assert told.returncode == 0, told.stderr
    assert "see a doctor today" in told.stdout
    assert process("type", *READING, "--cold", home=tmp_path).returncode == 4
