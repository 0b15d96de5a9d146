"""``coxa answer --report``: two pages in a file of the kind that its name ends in."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coxa.app.memory import MemoryStorage
from coxa.cli import answer as answer_command
from coxa.quantities import Side
from tests.app.courses import keep_course
from tests.app.test_today import NOW


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> MemoryStorage:
    kept = MemoryStorage()
    gain = {Side.LEFT: 9.0, Side.RIGHT: 3.0}
    keep_course(kept, NOW - timedelta(days=44), gain_deg=gain, seed=3)
    monkeypatch.setattr(answer_command, "open_records", lambda: kept)
    return kept


def run(*options: str) -> Result:
    return CliRunner().invoke(answer_command.command, options)


@pytest.mark.usefixtures("storage")
def test_the_page_and_the_pdf_are_written_and_the_answer_is_told_all_the_same(
    tmp_path: Path,
) -> None:
    page, pdf = tmp_path / "report.html", tmp_path / "report.PDF"
    for file in (page, pdf):
        result = run("--report", str(file))
        assert result.exit_code == 0, result.output
        assert result.output.startswith("Yes: your left hip turns in about")
        assert f"Written to {file}." in result.output
    assert "Lying turn-in stretch" in page.read_text("utf-8")
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("storage")
def test_another_ending_or_a_table_is_refused_before_any_work(tmp_path: Path) -> None:
    odd = tmp_path / "report.doc"
    result = run("--report", str(odd))
    assert result.exit_code == 2
    assert "end its name in .html or .pdf" in result.output
    assert not odd.exists()
    table = run("--csv", str(odd), "--report", str(tmp_path / "a.pdf"))
    assert table.exit_code == 2
    assert "not of a table" in table.output


@pytest.mark.usefixtures("storage")
def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("--report", str(tmp_path / "nowhere" / "a.pdf"))
    assert isinstance(result.exception, FileNotFoundError)
