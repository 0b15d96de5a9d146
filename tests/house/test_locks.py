"""The locks pin everything by version and hash, and agree with one another."""

from __future__ import annotations

import json
import re

import pytest

from tests.house.tracked import ROOT

LOCKS = ("run", "dev", "node", "fuzz", "body", "oracle")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.*?))? \\\n((?:    --hash=.*\n?)+)", re.M)


def lock_text(name: str) -> str:
    return (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str, str]]:
    return {(found[1], found[2], found[3] or "") for found in PIN.finditer(lock_text(name))}


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name: str) -> None:
    requirements = [line for line in lock_text(name).splitlines() if re.match(r"\w", line)]
    assert len(requirements) == len(pins(name)) > 0


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host_an_index_or_a_folder(name: str) -> None:
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted", lock_text(name))


def test_what_a_user_runs_is_what_the_tests_ran() -> None:
    assert pins("run") <= pins("dev")


def test_the_front_ends_lock_has_integrity_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert len(installed) > 20
    assert [name for name, entry in installed.items() if "integrity" not in entry] == []
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
