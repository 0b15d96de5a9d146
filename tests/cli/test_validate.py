"""``coxa validate``: forms, exit codes, the report, and the protocol's own numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coxa.cli import main
from coxa.evidence.agreement.coverage import wilson
from coxa.evidence.agreement.limits import limit_margin
from tests.evidence.pairs import twelve_people

HEADER = "participant,date,side,test,direction,device,value_deg,reference_deg,error95_deg,repeat"


def table(place: Path, *rows: str) -> Path:
    file = place / "pairs.csv"
    file.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return file


def rows(direction: str = "internal", sign: int = 1) -> list[str]:
    return [
        f"p{one.participant},{one.day},{one.side},seated-rotation,{direction},camera,"
        f"{sign * (one.value_deg or 0)},{sign * one.reference_deg},4.2,"
        for one in twelve_people()
    ]


def validate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, arguments)])


def test_json_is_one_object_with_an_analysis_a_kind(tmp_path: Path) -> None:
    told = validate(table(tmp_path, *rows(), *rows("external", -1)), "--json")
    assert told.exit_code == 0
    assert told.stderr == ""
    found = json.loads(told.stdout)
    assert set(found) == {"source", "analyses"}
    inward, outward = found["analyses"]
    assert (inward["direction"], outward["direction"]) == ("internal", "external")
    assert inward["differences"] == outward["differences"]
    assert inward["differences"]["pairs"] == 36
    assert inward["differences"]["people"] == 12
    assert inward["differences"]["bias_deg"]["value"] == pytest.approx(0.98889, abs=1e-5)
    assert set(inward["sides"]) == {"left", "right"}
    assert inward["coverage"]["within"] == 35
    for message in [*inward["summary"], *inward["notes"]]:
        assert set(message) == {"id", "message"}


def test_every_key_of_the_json_is_documented(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("| `coxa validate")]
    found = json.loads(validate(table(tmp_path, *rows()), "--json").stdout)
    (analysis,) = found["analyses"]
    names = {*found, *analysis, *analysis["differences"], *analysis["coverage"]}
    for name in names | set(analysis["differences"]["bias_deg"]):
        assert f"`{name}`" in line, name


def test_people_get_sentences_figures_and_sides(tmp_path: Path) -> None:
    told = validate(table(tmp_path, *rows())).stdout
    assert "On average coxa reads 1.0° further than the reference" in told
    assert "against a reference not named" in told
    for name in ("Bias", "Lower limit", "ICC(2,1)", "SEM", "MDC95", "35 of 36", "Left", "Right"):
        assert name in told
    assert "12 people are few" in told


def test_wrong_rows_are_named_and_nothing_is_worked_out(tmp_path: Path) -> None:
    good = rows()
    wrong = [good[0], good[1].replace("right", "middle"), good[0]]
    report = tmp_path / "report.html"
    told = validate(table(tmp_path, *wrong), "--json", "--report", report)
    assert told.exit_code == 2
    assert told.stdout == ""
    first, second, last = told.stderr.splitlines()
    assert first.startswith("pairs.csv, line 3: side")
    assert second.startswith("pairs.csv, line 4:")
    assert last.startswith("coxa: This table was not used, because of 2 faulty rows")
    assert not report.exists()


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "no pairs"), (1, "One pair is one difference"), (2, "are of one person")],
)
def test_little_has_a_plain_answer(tmp_path: Path, count: int, told: str) -> None:
    file = table(tmp_path, *rows()[:count])
    shown = validate(file)
    assert shown.exit_code == 0
    assert told in shown.stdout
    assert len(json.loads(validate(file, "--json").stdout)["analyses"]) == min(count, 1)


def test_all_refused_has_a_plain_answer(tmp_path: Path) -> None:
    refused = "p1,2026-03-02,left,seated-rotation,internal,camera,refused,30,,"
    shown = validate(table(tmp_path, refused))
    assert shown.exit_code == 0
    assert "refused all 1" in shown.stdout


def test_a_report_stands_alone(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert validate(table(tmp_path, *rows()), "--report", report).exit_code == 0
    page = report.read_text(encoding="utf-8")
    assert page.count("<svg") == 2  # wide and narrow
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, name: str) -> None:
    told = validate(tmp_path / name, "--json")
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1


def test_a_huge_file_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as sparse:
        sparse.truncate(11_000_000)
    told = validate(file)
    assert told.exit_code == 2
    assert "more than 10 MB" in told.stderr


def test_the_protocol_states_how_exactly_limits_get_known(root: Path) -> None:
    page = (root / "docs/validating.md").read_text(encoding="utf-8")
    for people in (10, 20, 40, 60, 100):
        known = f"| {people} | {limit_margin(people, 1):.2f} *s* | {limit_margin(people, 2.5):.1f}°"
        assert known in page
    for people in (20, 40, 60, 100):
        low, high = wilson(0.95, people)
        assert f"{100 * low:.0f} to {100 * high:.0f} %" in page
