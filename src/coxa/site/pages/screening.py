"""Asked first: safety questions, three at a time, and what the answers allow.

Whose earlier answers still count is asked a few of them only, unless they want them all.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coxa.app.screening import (
    advice_from_log,
    answer_questions,
    clearance,
    counted_answers,
)
from coxa.records import Message
from coxa.safety import (
    CHANGED,
    QUESTIONS,
    QUESTIONS_A_PAGE,
    Clearance,
    allowed_exercises,
    next_page,
    screen,
    still_open,
)
from coxa.site.catalogue import catalogue, in_this_language
from coxa.site.pages.common import next_address, now, storage_for

YES_NO = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
def screening(request: HttpRequest) -> HttpResponse:
    """Ask the next questions; keep the answers once all are given or one of them ends it."""
    answers = _answers(request)
    everything = "all" in request.POST
    counted = {} if everything else counted_answers(storage_for(request), now())
    if "back" in request.POST:
        answers = _without_last_page(answers)
    elif answers:
        found = screen(answers)
        if not still_open(answers, counted) or (found.because and found.same_day):
            return _finish(request, answers)
    left = still_open(answers, counted)
    questions = [in_this_language(question) for question in next_page(answers, counted)]
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
            "total": len(answers) + len(left),
            "everything": everything,
            "few": bool(counted) and not answers.get(CHANGED.id),
            "next": next_address(request, "today"),
        },
    )


@require_safe
def screening_result(request: HttpRequest) -> HttpResponse:
    """What is closed, why, and whom to see."""
    storage = storage_for(request)
    cleared = clearance(storage, now())
    if cleared.must_ask and not cleared.same_day:
        return redirect("screening")
    context = {
        "place": "today",
        "cleared": cleared,
        "closed": _closed(cleared),
        "open_names": [one.name for one in allowed_exercises(cleared, catalogue())],
        "first_time": not storage.readings(),
        "sooner": advice_from_log(storage, now()),
    }
    return render(request, "coxa/screening_result.html", context)


def _finish(request: HttpRequest, answers: dict[str, bool]) -> HttpResponse:
    storage = storage_for(request)
    first_time = not storage.screenings()
    cleared = answer_questions(storage, answers, at=now())
    if not cleared.tests_allowed or cleared.advice or cleared.exercises_closed:
        return redirect("screening-result")
    if first_time:
        return redirect("person")
    return redirect(next_address(request, "today"))


def _closed(cleared: Clearance) -> list[tuple[Message, list[str]]]:
    """Each reason with the exercises that it closes; nothing where everything is closed."""
    if not cleared.sessions_allowed:
        return []
    names: dict[str, list[str]] = {}
    reasons = {why.id: why for why in cleared.exercises_closed.values()}
    for exercise in catalogue().exercises.values():
        why = cleared.exercises_closed.get(exercise.id)
        if why is not None:
            names.setdefault(why.id, []).append(exercise.name)
    return [(reasons[key], own) for key, own in names.items()]


def _answers(request: HttpRequest) -> dict[str, bool]:
    return {
        question.id: YES_NO[request.POST[question.id]]
        for question in (*QUESTIONS, CHANGED)
        if request.POST.get(question.id) in YES_NO
    }


def _shown(request: HttpRequest) -> set[str]:
    return set(request.POST.getlist("shown"))


def _without_last_page(answers: dict[str, bool]) -> dict[str, bool]:
    kept = list(answers.items())
    beyond = len(kept) % QUESTIONS_A_PAGE or QUESTIONS_A_PAGE
    return dict(kept[: len(kept) - beyond])
