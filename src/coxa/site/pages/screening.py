"""Asked first: safety questions, three at a time, and what the answers allow."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coxa.app.screening import answer_questions, clearance
from coxa.safety import (
    QUESTIONS,
    QUESTIONS_A_PAGE,
    applicable,
    next_page,
    screen,
)
from coxa.site.catalogue import in_this_language
from coxa.site.pages.common import next_address, now, storage_for

YES_NO = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
def screening(request: HttpRequest) -> HttpResponse:
    """Ask the next questions; keep the answers once all are given or one of them ends it."""
    answers = _answers(request)
    if "back" in request.POST:
        answers = _without_last_page(answers)
    elif request.method == "POST":
        found = screen(answers)
        if not found.must_ask or (found.because and found.same_day):
            return _finish(request, answers)
    questions = [in_this_language(question) for question in next_page(answers)]
    asked = request.method == "POST" and "back" not in request.POST
    return render(
        request,
        "coxa/screening.html",
        {
            "place": "today",
            "questions": questions,
            "given": {name: "yes" if yes else "no" for name, yes in answers.items()},
            "unanswered": asked and _shown(request) == {q.id for q in questions},
            "done": len(answers),
            "total": len(applicable(answers)),
            "next": next_address(request, "today"),
        },
    )


@require_safe
def screening_result(request: HttpRequest) -> HttpResponse:
    """What is closed, why, and whom to see."""
    cleared = clearance(storage_for(request), now())
    if cleared.must_ask and not cleared.same_day:
        return redirect("screening")
    return render(request, "coxa/screening_result.html", {"place": "today", "cleared": cleared})


def _finish(request: HttpRequest, answers: dict[str, bool]) -> HttpResponse:
    storage = storage_for(request)
    first_time = not storage.screenings()
    cleared = answer_questions(storage, answers, at=now())
    if not cleared.tests_allowed or cleared.advice or cleared.exercises_closed:
        return redirect("screening-result")
    if first_time:
        return redirect("person")
    return redirect(next_address(request, "today"))


def _answers(request: HttpRequest) -> dict[str, bool]:
    return {
        question.id: YES_NO[request.POST[question.id]]
        for question in QUESTIONS
        if request.POST.get(question.id) in YES_NO
    }


def _shown(request: HttpRequest) -> set[str]:
    return set(request.POST.getlist("shown"))


def _without_last_page(answers: dict[str, bool]) -> dict[str, bool]:
    kept = list(answers.items())
    beyond = len(kept) % QUESTIONS_A_PAGE or QUESTIONS_A_PAGE
    return dict(kept[: len(kept) - beyond])
