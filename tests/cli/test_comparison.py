"""``coxa answer`` shows what was fixed beforehand, and that it was not changed afterwards."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from coxa.app.comparison import begin_comparison
from coxa.app.memory import MemoryStorage
from coxa.cli import answer as answer_command
from tests.app.courses import keep_course
from tests.app.test_today import NOW, clear


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> MemoryStorage:
    storage = MemoryStorage()
    clear(storage)
    monkeypatch.setattr(answer_command, "open_records", lambda: storage)
    return storage


def said(*options: str) -> str:
    result = CliRunner().invoke(answer_command.command, options, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_the_record_of_the_comparison_goes_with_the_answer(storage: MemoryStorage) -> None:
    drawn = begin_comparison(storage, now=NOW, weeks=6)
    keep_course(storage, NOW, days=30)
    found = json.loads(said("--json"))
    assert found["comparison"]["sha256"] == drawn.sha256
    assert found["comparison"]["unchanged"] is True
    assert found["series"][0]["planned_readings"] == 18
    assert "are still those that were drawn" in said()


def test_a_changed_record_says_so(storage: MemoryStorage) -> None:
    drawn = begin_comparison(storage, now=NOW, weeks=6)
    later = drawn.second_side_starts_on + timedelta(days=7)
    storage.save_experiment(drawn.model_copy(update={"second_side_starts_on": later}))
    assert json.loads(said("--json"))["comparison"]["unchanged"] is False
    assert "somebody changed the record of the draw" in said()


def test_without_a_comparison_there_is_none(storage: MemoryStorage) -> None:
    assert json.loads(said("--json"))["comparison"] is None
