"""docs/safety.md names every question with what it leads to, and every rule that asks again."""

from __future__ import annotations

from pathlib import Path

from coxa.safety import CHANGED, QUESTIONS
from coxa.safety.again import RULES


def test_every_question_and_every_rule_stands_on_the_page(root: Path) -> None:
    page = (root / "docs/safety.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    for question in (*QUESTIONS, CHANGED):
        row = rows[question.id]
        assert row.endswith(f"| {question.see} | {question.every_days} |")
        assert question.asked_if is None or f"`{question.asked_if}`" in row
    assert {rule.message_id for rule in RULES} <= rows.keys()
