"""docs/coach.md says what the coach does now: its phases, its events, what the camera sees."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from coxa.catalogue import load_shipped
from coxa.coach import Phase
from coxa.coach.events import Event
from coxa.records import SeenWhat
from scripts.coach_table import DOC, table, with_table
from tests.house.tracked import ROOT

TEXT = DOC.read_text(encoding="utf-8")


def test_the_table_of_what_the_camera_sees_is_the_catalogues() -> None:
    after = with_table(TEXT, table(load_shipped().exercises.values()))
    assert after == TEXT, "python scripts/coach_table.py brings docs/coach.md up to the catalogue"


def test_the_table_claims_nothing_that_the_catalogue_does_not() -> None:
    """An exercise that the camera does not count has no fault that it sees."""
    for exercise in load_shipped().exercises.values():
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| {exercise.name} |"))
        _, _, _, counts, sees, _, _ = (cell.strip() for cell in row.split("|"))
        assert counts.startswith("yes") is exercise.camera.counts
        if not exercise.camera.counts:
            assert sees == "–"


@pytest.mark.parametrize(
    "name",
    [
        *(phase.value for phase in Phase),
        *(seen.value for seen in SeenWhat),
        *(one.model_fields["kind"].default for one in get_args(get_args(Event)[0])),
    ],
)
def test_every_phase_and_every_event_is_told(name: str) -> None:
    assert f"`{name}`" in TEXT


def test_every_picture_is_there_and_small() -> None:
    pictures = re.findall(r"\]\((pictures/[\w-]+\.jpg)\)", TEXT)
    assert len(set(pictures)) > 40
    for picture in set(pictures):
        size = (ROOT / "docs" / picture).stat().st_size
        assert 5_000 < size < 60_000, f"{picture}: {size} bytes"
