"""The questions that are asked before the first test, read from ``data/questions.toml``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from coxa.catalogue import Condition
from coxa.records import SHOWN, Record

QUESTIONS_A_PAGE = 3

REASK_AFTER_DAYS = 28
"""Answers older than this no longer count: the questions are asked again."""


class Consequence(StrEnum):
    """What a yes leads to."""

    SAME_DAY = "same-day"
    BLOCK_ALL = "block-all"
    BLOCK_LISTED = "block-listed"
    ADVISE = "advise"
    LIFTS = "lifts"


class Whom(StrEnum):
    """Who is to be seen."""

    EMERGENCY = "emergency"
    DOCTOR_TODAY = "doctor-today"
    SURGEON = "surgeon"
    DOCTOR = "doctor"
    PHYSIOTHERAPIST = "physiotherapist"
    MIDWIFE = "midwife"


class Question(Record):
    """One question with a yes or a no for an answer."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    question: Annotated[str, SHOWN]
    why: Annotated[str, SHOWN]
    """Why it is asked, for the person."""
    consequence: Consequence
    see: Whom
    condition: Condition | None = None
    """The condition whose listed exercises and tests a yes closes."""
    asked_if: str | None = None
    """Asked only after a yes to this question."""
    lifted_by: str | None = None
    """A yes to this question lowers ``block-all`` to what lists the condition."""


def _read() -> tuple[Question, ...]:
    path = Path(__file__).parent / "data" / "questions.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Question.model_validate_json(json.dumps(row)) for row in table["questions"])


QUESTIONS: tuple[Question, ...] = _read()
"""All questions, in the order of asking."""


def applicable(answers: Mapping[str, bool]) -> tuple[Question, ...]:
    """The questions that must be answered, given the answers so far (follow-ups after a yes)."""
    return tuple(
        question
        for question in QUESTIONS
        if question.asked_if is None or answers.get(question.asked_if) is True
    )


def next_page(answers: Mapping[str, bool]) -> tuple[Question, ...]:
    """The next questions to ask, three at most; empty when all are answered."""
    open_questions = [q for q in applicable(answers) if q.id not in answers]
    return tuple(open_questions[:QUESTIONS_A_PAGE])
