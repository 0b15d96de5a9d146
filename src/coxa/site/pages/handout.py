"""What is taken away: one sheet for an exercise or a plan, to print from the page or as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from coxa.app.plan import current_plan
from coxa.exchange.handout import Handout, exercise_handout, pdf_of, plan_handout
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import ask_first, now, storage_for, words_of_page
from coxa.site.stills import picture_names, read_picture, still_name


@require_safe
def exercise_page(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """The sheet of an exercise, on a page that prints as one."""
    found = catalogue().exercise(exercise_id)
    context = {
        "place": "plan",
        "handout": _of_exercise(request, exercise_id),
        "back": reverse("exercise", args=[found.id]),
        "pdf": reverse("exercise-pdf", args=[found.id]),
    }
    return render(request, "coxa/handout.html", context)


@require_safe
def exercise_pdf(request: HttpRequest, exercise_id: str) -> HttpResponse:
    return _pdf(_of_exercise(request, exercise_id), f"coxa-{catalogue().exercise(exercise_id).id}")


@require_safe
@ask_first
def plan_page(request: HttpRequest) -> HttpResponse:
    """The coming week of the plan, on a page that prints as one."""
    handout = _of_plan(request)
    if handout is None:
        return redirect("plan")
    context = {
        "place": "plan",
        "handout": handout,
        "back": reverse("plan"),
        "pdf": reverse("plan-pdf"),
    }
    return render(request, "coxa/handout.html", context)


@require_safe
@ask_first
def plan_pdf(request: HttpRequest) -> HttpResponse:
    handout = _of_plan(request)
    return redirect("plan") if handout is None else _pdf(handout, "coxa-plan")


def _of_exercise(request: HttpRequest, exercise_id: str) -> Handout:
    found = catalogue().exercise(exercise_id)
    return exercise_handout(
        found,
        words=words_of_page(),
        link=request.build_absolute_uri(reverse("exercise", args=[found.id])),
        pictures=picture_names(found),
    )


def _of_plan(request: HttpRequest) -> Handout | None:
    """``None`` when nothing is planned."""
    plan = current_plan(storage_for(request), now=now())
    if not plan.days:
        return None
    known = catalogue().exercises
    pictures = {one.id: still_name(one, one.end_pose) for one in known.values()}
    return plan_handout(
        plan,
        known,
        words=words_of_page(),
        link=request.build_absolute_uri(reverse("plan")),
        pictures={name: picture for name, picture in pictures.items() if picture},
    )


def _pdf(handout: Handout, name: str) -> HttpResponse:
    content = pdf_of(handout, read_picture, language=get_language() or "en")
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer
