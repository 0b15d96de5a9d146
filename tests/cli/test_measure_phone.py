"""``coxa measure FILE.csv``: what a phone on the shin recorded, in the same form as a film."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coxa.capture import write_orientation_csv
from coxa.cli import main
from tests.synthetic_phone import going, wear


def measure(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["measure", *arguments])


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    path = tmp_path / "shin.csv"
    write_orientation_csv(wear(going([33, 33, 33])), path)
    return path


def test_json_is_of_the_same_form_as_for_a_film(recorded: Path) -> None:
    result = measure(str(recorded), "--side", "right", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert (found["device"], found["method"]) == ("phone", "phone-gravity/1")
    assert found["source"] == "shin.csv"
    (reading,) = found["readings"]
    assert (reading["side"], reading["direction"]) == ("right", "internal")
    assert reading["value_deg"] == pytest.approx(33, abs=0.5)
    assert reading["accepted"] is True


def test_refused_readings_exit_with_three(recorded: Path) -> None:
    result = measure(str(recorded), "--side", "right", "--test", "supine-90-90-rotation", "--json")
    assert result.exit_code == 3
    reasons = json.loads(result.stdout)["readings"][0]["reasons"]
    assert [reason["id"] for reason in reasons] == ["phone_shin_not_level"]


def test_the_first_movement_may_be_named(recorded: Path) -> None:
    named = [str(recorded), "--side", "right", "--json", "--first"]
    assert measure(*named, "internal").exit_code == 0
    assert measure(*named, "external").exit_code == 3


def test_a_report_needs_no_picture(recorded: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    result = measure(str(recorded), "--side", "right", "--report", str(report))
    assert result.exit_code == 0
    assert "<svg" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--json"], "--side"),
        (["--side", "right", "--mirrored"], "--mirrored"),
        (["--side", "middle"], "--side"),
    ],
)
def test_wrong_usage_is_one_line(recorded: Path, arguments: list[str], said: str) -> None:
    result = measure(str(recorded), *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_film_is_not_asked_for_a_side() -> None:
    result = measure("a.mp4", "--side", "right")
    assert result.exit_code == 2
    assert "film" in result.stderr


def test_an_unusable_file_names_its_line(recorded: Path) -> None:
    with recorded.open("a", encoding="utf-8") as file:
        file.write("99,1,2,x,,,,,,\r\n")
    lines = len(recorded.read_text(encoding="utf-8").splitlines())
    result = measure(str(recorded), "--side", "right", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Line {lines} " in result.stderr
