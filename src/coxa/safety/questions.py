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


class Consequence(StrEnum):
    """What a yes leads to."""

    SAME_DAY = "same-day"
    BLOCK_ALL = "block-all"
    BLOCK_LISTED = "block-listed"
    ADVISE = "advise"
    ASK_ALL = "ask-all"
    LIFTS = "lifts"


class Whom(StrEnum):
    """Who is to be seen."""

    EMERGENCY = "emergency"
    DOCTOR_TODAY = "doctor-today"
    SURGEON = "surgeon"
    DOCTOR = "doctor"
    PHYSIOTHERAPIST = "physiotherapist"
    MIDWIFE = "midwife"
    PARENT = "parent"


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
    every_days: Annotated[int, Field(ge=1, le=366)] = 183
    """How long an answer counts; then the question is asked again."""


def _read() -> tuple[Question, ...]:
    path = Path(__file__).parent / "data" / "questions.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Question.model_validate_json(json.dumps(row)) for row in table["questions"])


_ALL = _read()

QUESTIONS: tuple[Question, ...] = tuple(q for q in _ALL if q.consequence is not Consequence.ASK_ALL)
"""All questions that a person must have answered, in the order of asking."""

(CHANGED,) = (q for q in _ALL if q.consequence is Consequence.ASK_ALL)
"""Asked beside a few of them, where the other answers still count; a yes asks all of them."""


def applicable(answers: Mapping[str, bool]) -> tuple[Question, ...]:
    """The questions that must be answered, given the answers so far (follow-ups after a yes)."""
    return tuple(
        question
        for question in QUESTIONS
        if question.asked_if is None or answers.get(question.asked_if) is True
    )


def still_open(
    given: Mapping[str, bool], counted: Mapping[str, bool] | None = None
) -> tuple[Question, ...]:
    """The questions that are left to ask.

    Parameters
    ----------
    given
        Answers of now.
    counted
        Earlier answers that still count (:func:`coxa.safety.answers_that_count`).
    """
    if not counted or given.get(CHANGED.id):
        return tuple(q for q in applicable(given) if q.id not in given)
    known = {**counted, **given}
    left = tuple(q for q in applicable(known) if q.id not in known)
    everything_anew = all(q.id in given for q in applicable(given))
    return left if CHANGED.id in given or everything_anew else (*left, CHANGED)


def next_page(
    given: Mapping[str, bool], counted: Mapping[str, bool] | None = None
) -> tuple[Question, ...]:
    """The next questions to ask, three at most; empty when all are answered."""
    return still_open(given, counted)[:QUESTIONS_A_PAGE]
