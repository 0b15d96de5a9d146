"""``coxa pool`` and ``coxa answer --pool``: forms, exit codes, the report, the own share."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coxa.app.export_records import export_records
from coxa.app.memory import MemoryStorage
from coxa.cli import main
from coxa.exchange import read_shares, write_pool, write_share
from coxa.quantities import Side
from tests.app.courses import keep_course
from tests.cli.test_program import process
from tests.evidence.pool.shares import gain, people, share

GAINS_DEG = [6.1, 2.3, 8.4, 4.0, -0.8, 5.5, 7.2, 3.1, 9.6, 1.4, 4.8, 6.6]


def pool(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["pool", *map(str, arguments)])


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Twelve people, a file each; one also has a turn outward."""
    shares = [
        share(n, gain(gain_deg=x, weeks=4 + n), *([gain(direction="external")] if n == 0 else []))
        for n, x in enumerate(GAINS_DEG)
    ]
    found = []
    for number, one in enumerate(shares):
        found.append(tmp_path / f"p{number}.json")
        found[-1].write_bytes(write_share(one))
    return found


def test_people_get_the_sentence_first_and_then_the_figures(files: list[Path]) -> None:
    told = pool(*files)
    assert told.exit_code == 0
    first, second, *_ = told.stdout.splitlines()
    assert first == "seated-rotation, internal, active: gains, set against a hip that waited"
    assert second.startswith("Yes: in 12 people the hip turned in about 4.8° further on average")
    for name in ("A new person", "I²", "Cochran's Q", "For each week longer", "stretch (12"):
        assert name in told.stdout
    assert "In one person the change in how far the hip turns out" in told.stdout


def test_json_is_one_object_with_a_pool_a_kind(files: list[Path]) -> None:
    told = pool(*files, "--json")
    assert told.stderr == ""
    found = json.loads(told.stdout)
    assert found["people"] == 12
    inward, outward = found["pools"]
    assert (inward["direction"], outward["direction"]) == ("internal", "external")
    assert inward["people"] == len(inward["members"]) == 12
    assert inward["members"][0]["gain_deg"] == 6.1
    assert inward["summary"][0]["id"] == "pool_further_internal"
    assert outward["prediction95_deg"] is None


def test_every_key_of_the_json_is_documented(root: Path, files: list[Path]) -> None:
    page = (root / "docs/file-formats.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("| `coxa pool ")]
    (own,) = [part for part in page.split("\n## ") if part.startswith("A share:")]
    found = json.loads(pool(*files, "--json").stdout)
    inward = found["pools"][0]
    parts = ("heterogeneity", "other_estimates", "dose_response", "groupings")
    inner = [one[0] if isinstance(one, list) else one for one in (inward[name] for name in parts)]
    names = {*found, *inward, *(name for one in inner for name in one)}
    for name in names | set(inward["groupings"][0]["groups"][0]):
        assert f"`{name}`" in line, name
    for name in inward["members"][0]:
        assert f"`{name}`" in line + own, name


def test_wrong_files_are_all_named_and_nothing_is_worked_out(
    files: list[Path], tmp_path: Path
) -> None:
    broken, other = tmp_path / "broken.json", tmp_path / "other.json"
    broken.write_text("{", encoding="utf-8")
    other.write_text('{"format": "coxa-share", "version": 9}', encoding="utf-8")
    report, gathered = tmp_path / "report.html", tmp_path / "all.json"
    told = pool(*files, broken, other, "--json", "--report", report, "--gather", gathered)
    assert told.exit_code == 2
    assert told.stdout == ""
    first, second, last = told.stderr.splitlines()
    assert first.startswith("broken.json: This is no JSON")
    assert second.startswith("other.json: It was written by a later coxa")
    assert last.startswith("coxa: Files that cannot be used: 2; the first is broken.json.")
    assert not report.exists()
    assert not gathered.exists()


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_opened_is_one_line(tmp_path: Path, name: str) -> None:
    told = pool(tmp_path / name, "--json")
    assert told.exit_code == 2
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1


def test_the_same_file_twice_counts_once_and_that_is_said(files: list[Path]) -> None:
    told = pool(*files, files[0])
    assert "in 12 people" in told.stdout
    assert "somebody who was there already: 1" in told.stdout


def test_gathered_people_are_the_same_people(files: list[Path], tmp_path: Path) -> None:
    gathered = tmp_path / "all.json"
    one_by_one = json.loads(pool(*files, "--gather", gathered, "--json").stdout)
    together = json.loads(pool(gathered, "--json").stdout)
    assert together["pools"] == one_by_one["pools"]


def test_a_report_stands_alone(files: list[Path], tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert pool(*files, "--report", report).exit_code == 0
    page = report.read_text(encoding="utf-8")
    assert page.count("<svg") == 4  # two kinds, wide and narrow
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_an_empty_share_has_a_plain_answer(tmp_path: Path) -> None:
    file = tmp_path / "empty.json"
    file.write_bytes(write_share(share(1)))
    assert "nothing to put together" in pool(file).stdout
    assert json.loads(pool(file, "--json").stdout)["pools"] == []


def test_no_file_and_too_many_wishes_are_wrong_usage(files: list[Path], tmp_path: Path) -> None:
    both: list[str | Path] = [files[0], "--share", tmp_path / "own.json"]
    for arguments in ([], both):
        told = pool(*arguments)
        assert told.exit_code == 2
        assert len(told.stderr.splitlines()) == 1


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of somebody whose left hip trained while the right one waited."""
    place = tmp_path_factory.mktemp("home")
    kept = MemoryStorage()
    keep_course(kept, datetime(2026, 3, 2, 7, 30, tzinfo=UTC), gain_deg={Side.LEFT: 6.0})
    bundle = place / "course.zip"
    bundle.write_bytes(export_records(kept))
    assert process("import", str(bundle), home=place).returncode == 0
    return place


def test_the_own_share_is_written_and_all_of_it_told(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    told = process("pool", "--share", str(file), home=home)
    assert told.returncode == 0, told.stderr
    assert "a gain of +" in told.stdout
    assert "No name, no date, no single reading." in told.stdout
    (own,) = read_shares([(file.name, file.read_bytes())])
    assert len(own.gains) == 1
    again = process("pool", "--share", str(file), home=home)
    assert again.returncode == 2
    assert "nothing was written" in again.stderr


def test_nothing_to_share_is_said_and_no_file_is_left(tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    told = process("pool", "--share", str(file), home=tmp_path / "new")
    assert told.returncode == 2
    assert "no gain to share yet" in told.stderr
    assert not file.exists()


def test_an_answer_borrows_and_says_both(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "pool.json"
    file.write_bytes(write_pool(people(GAINS_DEG)))
    told = process("answer", "--pool", str(file), home=home)
    assert told.returncode == 0, told.stderr
    assert "With what 12 other people gained in mind (+5° on average)" in told.stdout
    found = json.loads(process("answer", "--pool", str(file), "--json", home=home).stdout)
    left = found["series"][0]["sides"]["left"]
    assert left["borrowed"]["people"] == 12
    alone = json.loads(process("answer", "--json", home=home).stdout)
    own = alone["series"][0]["sides"]["left"]
    assert own["borrowed"] is None
    assert left["gain_deg"] == own["gain_deg"]
    assert left["verdict"] == own["verdict"]


def test_too_few_people_lend_nothing_and_that_is_said(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "pool.json"
    file.write_bytes(write_pool(people(GAINS_DEG[:3])))
    assert "nothing is borrowed" in process("answer", "--pool", str(file), home=home).stdout
