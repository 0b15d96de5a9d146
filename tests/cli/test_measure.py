"""``coxa measure`` without the pose model: forms, exit codes, reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import coxa.capture
from coxa.capture import PoseRecording
from coxa.cli import main
from coxa.errors import UnusableFile
from tests.synthetic_body import Script, film, repeats


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> list[PoseRecording]:
    """What the pose model is said to have seen: put a recording in."""
    seen: list[PoseRecording] = []
    monkeypatch.setattr(coxa.capture, "record_video", lambda *_, **__: seen[0])
    return seen


def measure(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["measure", *arguments])


def test_json_is_one_object_of_the_documented_form(recorded: list[PoseRecording]) -> None:
    recorded.append(film(Script(right_deg=repeats(33), left_deg=lambda _: 0.0)))
    result = measure("a.mp4", "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert list(found)[:3] == ["test", "device", "source"]
    assert (found["test"], found["device"]) == ("seated-rotation", "camera")
    (reading,) = found["readings"]
    assert set(reading) == {
        "side", "direction", "value_deg", "error95_deg", "repeats_deg", "accepted", "reasons",
    }  # fmt: skip
    assert (reading["side"], reading["direction"]) == ("right", "internal")
    assert (reading["accepted"], reading["reasons"]) == (True, [])
    assert reading["value_deg"] == pytest.approx(33, abs=2)
    assert len(reading["repeats_deg"]) == 3


def test_refused_readings_stay_in_the_list_and_exit_with_three(
    recorded: list[PoseRecording],
) -> None:
    recorded.append(film(Script()))
    result = measure("a.mp4", "--json")
    assert result.exit_code == 3
    for reading in json.loads(result.stdout)["readings"]:
        assert reading["accepted"] is False
        assert reading["value_deg"] is None
        assert [set(reason) for reason in reading["reasons"]] == [{"id", "message"}]


def test_people_get_a_table_with_errors_and_reasons(recorded: list[PoseRecording]) -> None:
    recorded.append(film(Script(right_deg=repeats(-38))))
    told = measure("a.mp4").stdout
    assert "out (external)" in told
    assert "Give or take" in told
    recorded[0] = film(Script())
    assert "no turning of a leg" in measure("a.mp4").stdout


def test_an_unusable_file_is_one_line_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> PoseRecording:
        raise UnusableFile("recording_empty", file="a.mp4")

    monkeypatch.setattr(coxa.capture, "record_video", broken)
    result = measure("a.mp4", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["a.mp4", "--model", "lite"], ["a.mp4", "--test", "squat"], ["-x"]]
)
def test_wrong_usage_exits_with_two_and_keeps_stdout_empty(arguments: list[str]) -> None:
    result = measure(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


def test_a_missing_file_is_said_plainly() -> None:
    result = measure("no-such-film.mp4")
    assert result.exit_code == 2
    assert "no-such-film.mp4" in result.stderr


def test_a_report_stands_alone(
    recorded: list[PoseRecording], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recorded.append(film(Script(right_deg=repeats(33))))
    monkeypatch.setattr(coxa.capture, "picture_of", lambda *_, **__: b"\xff\xd8\xff")
    report = tmp_path / "report.html"
    assert measure("a.mp4", "--report", str(report)).exit_code == 0
    page = report.read_text(encoding="utf-8")
    assert "<svg" in page
    assert "give or take" in page
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "base64," in page
