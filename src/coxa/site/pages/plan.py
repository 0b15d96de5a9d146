"""The plan: the coming two weeks, each dose with its reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.app.history import only_sample
from coxa.app.plan import current_plan
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import ask_first, now, storage_for


@require_safe
@ask_first
def plan(request: HttpRequest) -> HttpResponse:
    """Today first, then the other days."""
    storage = storage_for(request)
    made = current_plan(storage, now=now())
    context = {
        "place": "plan",
        "plan": made,
        "only_sample": only_sample(storage),
        "today": made.days[0] if made.days else None,
        "coming": made.days[1:],
        "exercises": catalogue().exercises,
    }
    return render(request, "coxa/plan.html", context)
