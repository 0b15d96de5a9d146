"""From answers to what is allowed: the one place that decides it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from pydantic import Field

from coxa.catalogue import Catalogue, Exercise, load_catalogue
from coxa.quantities import Test
from coxa.records import Message, Record, ScreeningAnswers
from coxa.safety.again import answers_that_count
from coxa.safety.questions import (
    Consequence,
    Question,
    Whom,
    applicable,
)


class Clearance(Record):
    """What a person may do, and why not the rest."""

    tests_allowed: bool
    sessions_allowed: bool
    tests_closed: dict[Test, Message] = Field(default_factory=dict)
    """Each closed test with its reason."""
    exercises_closed: dict[str, Message] = Field(default_factory=dict)
    """Each closed exercise with its reason."""
    because: tuple[Message, ...] = ()
    """Why everything is closed; empty when it is not, or when questions are still open."""
    advice: tuple[Message, ...] = ()
    see: tuple[Whom, ...] = ()
    """Whom to see, most urgent first."""
    same_day: bool = False
    must_ask: tuple[str, ...] = ()
    """Ids of questions without an answer; while there are any, nothing is allowed."""

    @property
    def blocked_exercises(self) -> frozenset[str]:
        return frozenset(self.exercises_closed)

    @property
    def blocked_tests(self) -> frozenset[Test]:
        return frozenset(self.tests_closed)


def then(question: Question) -> Message:
    """What is said after a yes."""
    return Message(id=f"then_{question.id}")


def screen(answers: Mapping[str, bool], catalogue: Catalogue | None = None) -> Clearance:
    """What these answers allow. An unanswered question is never taken for a no."""
    catalogue = catalogue or load_catalogue()
    asked = applicable(answers)
    missing = tuple(question.id for question in asked if question.id not in answers)
    yes = [question for question in asked if answers.get(question.id) is True]
    closing = [question for question in yes if _closes_everything(question, answers)]
    because = tuple(then(question) for question in closing)
    exercises, tests = _closed(yes, catalogue)
    if closing:
        exercises = dict.fromkeys(catalogue.exercises, because[0])
        tests = dict.fromkeys(Test, because[0])
    speaking = [q for q in yes if q not in closing and q.consequence is not Consequence.LIFTS]
    return Clearance(
        tests_allowed=not missing and len(tests) < len(Test),
        sessions_allowed=not missing and len(exercises) < len(catalogue.exercises),
        tests_closed=tests,
        exercises_closed=exercises,
        because=because,
        advice=tuple(then(question) for question in speaking),
        see=_whom(closing + speaking),
        same_day=any(q.consequence is Consequence.SAME_DAY for q in closing),
        must_ask=missing,
    )


def clearance_at(
    screenings: Sequence[ScreeningAnswers],
    now: datetime,
    catalogue: Catalogue | None = None,
    *,
    asked_anew_since: datetime | None = None,
) -> Clearance:
    """What the answers that still count allow now; see :func:`coxa.safety.answers_that_count`."""
    return screen(answers_that_count(screenings, now, asked_anew_since), catalogue)


def _closes_everything(question: Question, answers: Mapping[str, bool]) -> bool:
    if question.consequence is Consequence.BLOCK_ALL:
        return question.lifted_by is None or answers.get(question.lifted_by) is not True
    return question.consequence is Consequence.SAME_DAY


def _closed(
    yes: Iterable[Question], catalogue: Catalogue
) -> tuple[dict[str, Message], dict[Test, Message]]:
    """Exercises and tests whose files list a condition that the person has."""
    exercises: dict[str, Message] = {}
    tests: dict[Test, Message] = {}
    for question in yes:
        for exercise in catalogue.exercises.values():
            if question.condition in exercise.contraindications:
                exercises.setdefault(exercise.id, then(question))
        for protocol in catalogue.tests.values():
            if question.condition in protocol.contraindications:
                tests.setdefault(protocol.id, then(question))
    return exercises, tests


def _whom(questions: Iterable[Question]) -> tuple[Whom, ...]:
    named = {question.see for question in questions}
    return tuple(whom for whom in Whom if whom in named)


def allowed_exercises(clearance: Clearance, catalogue: Catalogue) -> tuple[Exercise, ...]:
    """The exercises that are open to the person, in the article's order."""
    if not clearance.sessions_allowed:
        return ()
    closed = clearance.blocked_exercises
    return tuple(e for e in catalogue.exercises.values() if e.id not in closed)


def allowed_tests(clearance: Clearance) -> tuple[Test, ...]:
    """The tests that are open to the person."""
    if not clearance.tests_allowed:
        return ()
    return tuple(test for test in Test if test not in clearance.blocked_tests)
