"""The one person a data folder belongs to, and what they answered before starting."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from coxa.records.base import Moment, Record


class Sex(StrEnum):
    """Sex as the published norms divide people."""

    FEMALE = "female"
    MALE = "male"


class Person(Record):
    """Optional facts, asked once, used only to pick the published readings to set beside theirs."""

    year_of_birth: Annotated[int, Field(ge=1900, le=2100)] | None = None
    sex: Sex | None = None


class ScreeningAnswers(Record):
    """Answers to the questions before the first test; keys are the ids of ``coxa.safety``."""

    at: Moment
    answers: dict[str, bool]
