"""The person, the safety questions, the plan and the answer, under ``/api/you``."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from coxa.app.answer import current_answer
from coxa.app.person import save_person
from coxa.app.plan import current_plan
from coxa.app.preferences import save_preferences
from coxa.app.screening import answer_questions, clearance
from coxa.evidence import Answer
from coxa.records import Person, Plan, Preferences, Record
from coxa.safety import CHANGED, QUESTIONS, Clearance, Question
from coxa.site.api.own_page import own_page
from coxa.site.storage import DjangoStorage

router = Router(auth=own_page, tags=["you"])


class Answers(Record):
    """Yes or no for each question, by its id."""

    answers: dict[str, bool]


@router.get("/person", response=Person)
def read_person(request: HttpRequest) -> Person:
    return DjangoStorage().person()


@router.put("/person", response=Person)
def write_person(request: HttpRequest, body: Person) -> Person:
    """Keep year of birth and sex; ``null`` means "not said"."""
    return save_person(
        DjangoStorage(),
        year_of_birth=body.year_of_birth,
        sex=body.sex,
        today=timezone.localdate(),
    )


@router.get("/preferences", response=Preferences)
def read_preferences(request: HttpRequest) -> Preferences:
    """What the person wants and has."""
    return DjangoStorage().preferences()


@router.put("/preferences", response=Preferences)
def write_preferences(request: HttpRequest, body: Preferences) -> Preferences:
    """Keep what the person wants and has; the plan goes by it."""
    return save_preferences(DjangoStorage(), body)


@router.get("/questions", response=list[Question])
def list_questions(request: HttpRequest) -> list[Question]:
    """All questions; one with ``asked_if`` is asked only after a yes to that one.

    The last asks whether anything has changed, and only of somebody who has answered before.
    """
    return [*QUESTIONS, CHANGED]


@router.get("/clearance", response=Clearance)
def read_clearance(request: HttpRequest) -> Clearance:
    """What the latest answers allow."""
    return clearance(DjangoStorage(), timezone.localtime())


@router.post("/clearance", response=Clearance)
def write_answers(request: HttpRequest, body: Answers) -> Clearance:
    """Answer the questions."""
    return answer_questions(DjangoStorage(), body.answers, at=timezone.localtime())


@router.get("/plan", response=Plan)
def read_plan(request: HttpRequest, start_now: bool = False) -> Plan:
    """The coming days."""
    return current_plan(DjangoStorage(), now=timezone.localtime(), start_now=start_now)


@router.get("/answer", response=Answer)
def read_answer(request: HttpRequest) -> Answer:
    """Did it improve?"""
    return current_answer(DjangoStorage(), timezone.localtime().tzinfo)
