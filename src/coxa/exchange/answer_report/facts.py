"""What the report is made from: the answer with all that was read, done, felt and planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coxa.evidence import Answer
from coxa.exchange.drawing import CourseOf
from coxa.quantities import Side
from coxa.records import Goal, Message, PainReport, Session


@dataclass(frozen=True)
class Work:
    """A set as it was done."""

    exercise_id: str
    side: Side
    minutes: float


@dataclass(frozen=True)
class Facts:
    """Everything that the report tells; the records of one person.

    Attributes
    ----------
    answer : with detail, so that it has a band and what it leans on.
    courses : one for each series of the answer.
    sessions : those in which something was done; ``work``: their sets.
    fixed : how the comparison was fixed beforehand, if there is one.
    exercise_names : names by id, in the language of the report.
    version : of this program.
    """

    answer: Answer
    courses: Sequence[CourseOf]
    made_at: datetime
    version: str
    goal: Goal = field(default_factory=Goal)
    sessions: Sequence[Session] = ()
    work: Sequence[Work] = ()
    pain: Sequence[PainReport] = ()
    fixed: Sequence[Message] = ()
    deviations: Sequence[Message] = ()
    exercise_names: Mapping[str, str] = field(default_factory=dict)
