"""The one person a data folder belongs to, and what they answered before starting."""

from __future__ import annotations

from datetime import time
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


class GoalTag(StrEnum):
    """What a person wants to do more easily; it chooses words, never a promise."""

    WALKING = "walking"
    RUNNING = "running"
    SQUATTING = "squatting"
    JUMPING = "jumping"
    SPORT = "sport"
    OTHER = "other"


class Goal(Record):
    """A person's goal: their own words, and one tag."""

    tag: GoalTag = GoalTag.OTHER
    words: Annotated[str, Field(max_length=200)] = ""


class Wanted(StrEnum):
    """Which way the hips are to turn further."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


Weekday = Annotated[int, Field(ge=0, le=6)]
"""0 is Monday."""


class Preferences(Record):
    """What a person has: days, minutes, things, places; and what they want."""

    goal: Goal = Goal()
    wanted: Wanted = Wanted.IN
    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1, max_length=7)] = tuple(range(7))
    """Days on which there is time."""
    minutes: Annotated[int, Field(ge=5, le=45)] = 10
    """For a session, at most."""
    equipment: tuple[str, ...] = ("chair", "mat", "pillow", "towel", "wall")
    """Ids of things at hand (``coxa.catalogue.Equipment``)."""
    places: tuple[str, ...] = ("floor", "mat-or-bed", "chair", "standing", "wall")
    """Where exercises can be done (``coxa.catalogue.Place``)."""
    at: time | None = None
    """The usual hour: readings compare best at the same one; reminders go by it."""
