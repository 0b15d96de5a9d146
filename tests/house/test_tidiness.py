"""What must not stand in a committed file, and how long one may grow."""

from __future__ import annotations

import re

import pytest

from tests.house.tracked import tracked_texts

# Written with a character class so that this file does not match itself.
REGISTRY_HOST = re.compile(
    r"py[p]i\.org|pythonho[s]ted|registry\.n[p]mjs|n[p]mjs\.(org|com)|de[b]\.debian"
)
MACHINE_PATH = re.compile(
    r"(^|[^A-Za-z0-9_.])(/(wor[k]|far[m])/[A-Za-z.]|/roo[t]/|/hom[e]/[a-z]|/tm[p]/[a-z])", re.M
)
CODE = ("*.py", "*.ts", "*.css", "*.html", "*.sh")
LONGEST_LINES = 450


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = tracked_texts()
    assert len(found) > 100, "git lists too few files for this test to mean anything"
    return found


@pytest.mark.parametrize("forbidden", [REGISTRY_HOST, MACHINE_PATH], ids=["host", "path"])
def test_no_file_names_a_registry_or_a_place_on_one_machine(
    texts: dict[str, str], forbidden: re.Pattern[str]
) -> None:
    found = [
        f"{name}: {match[0].strip()}"
        for name, text in texts.items()
        for match in forbidden.finditer(text)
    ]
    assert found == []


def test_no_code_file_is_too_long_to_read() -> None:
    lengths = {name: text.count("\n") for name, text in tracked_texts(*CODE).items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_LINES} == {}


def test_every_python_file_says_what_it_is_for_in_its_first_line() -> None:
    silent = [
        name
        for name, text in tracked_texts("*.py").items()
        if text.strip() and not text.lstrip().startswith('"""') and "/migrations/" not in name
    ]
    assert silent == []
