"""The article is gone through from its first line to its last, and every claim has a source."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from coxa.catalogue import SHIPPED, Verdict, load_catalogue, read_folder

CATALOGUE = load_catalogue()
# Lines of the article that state something to be put right (blank lines and headings aside).
STATED_LINES = (
    5, 9, 13, 15, 19, 21, 23, 25, 27, 29, 31, 35, 41, 43, 45, 47, 49, 51, 57, 59, 61, 63, 65, 67,
    71, 73, 75, 77, 79, 85, 91, 93, 95, 97, 103, 105, 107, 109, 111, 115, 117, 119, 121, 127, 129,
    131, 135,
)  # fmt: skip
TEXTS = ("article.toml", "hip-rotation.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped catalogue, to be damaged."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "catalogue"))


def damaged(path: Path, pattern: str, replacement: str, at: int) -> None:
    """Replace the ``at``-th match, from 0."""
    text = path.read_text(encoding="utf-8")
    match = list(re.finditer(pattern, text, re.M))[at]
    path.write_text(text[: match.start()] + replacement + text[match.end() :], encoding="utf-8")


def test_every_line_that_states_something_is_answered() -> None:
    assert CATALOGUE.article is not None
    answered = {line for one in CATALOGUE.article.statements for line in one.lines}
    assert set(STATED_LINES) - answered == set()


def test_each_of_the_eight_exercises_and_the_text_around_them_is_gone_through() -> None:
    assert CATALOGUE.article is not None
    parts = [one.part for one in CATALOGUE.article.statements]
    assert set(parts) == set(range(9))
    assert parts == sorted(parts)


def test_it_is_also_told_what_the_article_gets_right_and_what_is_dangerous() -> None:
    assert CATALOGUE.article is not None
    by_verdict: dict[Verdict, set[str]] = {verdict: set() for verdict in Verdict}
    for one in CATALOGUE.article.statements:
        by_verdict[one.verdict].add(one.id)
    assert all(by_verdict.values())
    assert {"twisted-an-hour", "lying-an-hour", "band-step-back"} <= by_verdict[Verdict.DANGEROUS]


@pytest.mark.parametrize("file", TEXTS)
@pytest.mark.parametrize("how", ["", "sources = []"], ids=["no sources", "empty sources"])
def test_any_claim_without_a_source_fails_the_build(folder: Path, file: str, how: str) -> None:
    claims = re.findall(r"^sources = .*$", (folder / file).read_text(encoding="utf-8"), re.M)
    assert len(claims) > 10
    for at in (0, len(claims) // 2, len(claims) - 1):
        shutil.copy(SHIPPED / file, folder / file)
        damaged(folder / file, r"^sources = .*$", how, at)
        _, faults = read_folder(folder)
        assert [fault.file for fault in faults] == [file]
        assert faults[0].where.endswith("sources")
        assert faults[0].line > 0


@pytest.mark.parametrize("file", TEXTS)
def test_a_source_that_is_not_there_is_named(folder: Path, file: str) -> None:
    damaged(folder / file, r'^sources = \["', 'sources = ["nobody-2030", "', 3)
    _, faults = read_folder(folder)
    assert [(fault.file, fault.where) for fault in faults] == [(file, "sources")]
    assert "nobody-2030" in faults[0].problem


def test_a_figure_from_memory_cannot_support_a_claim(folder: Path) -> None:
    damaged(folder / "sources/tak-2017.toml", r'^mark = "S"', 'mark = "M"', 0)
    _, faults = read_folder(folder)
    assert "article.toml" in {fault.file for fault in faults}


def test_a_link_to_an_exercise_that_is_not_there_is_named(folder: Path) -> None:
    damaged(folder / "article.toml", r'^exercise = ".*"$', 'exercise = "handstand"', 0)
    _, faults = read_folder(folder)
    assert [fault.problem for fault in faults] == ["there is no 'handstand'"]


def test_what_is_not_right_needs_something_to_do_instead(folder: Path) -> None:
    damaged(folder / "article.toml", r"^instead = .*$", "", 0)
    _, faults = read_folder(folder)
    assert [fault.file for fault in faults] == ["article.toml"]
    assert "instead" in faults[0].problem
