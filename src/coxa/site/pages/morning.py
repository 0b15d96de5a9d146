"""The morning question: how the hip feels the day after a session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coxa.app.report_pain import report_morning_pain
from coxa.app.today import morning_question_due
from coxa.site.pages.common import now, storage_for

SCORES = range(11)


@require_http_methods(["GET", "HEAD", "POST"])
def morning(request: HttpRequest) -> HttpResponse:
    storage = storage_for(request)
    if request.method == "POST" and request.POST.get("score", "") in {str(n) for n in SCORES}:
        decision = report_morning_pain(storage, score=int(request.POST["score"]), at=now())
        if not decision.step_back:
            return redirect("today")
        context = {"place": "today", "decision": decision}
        return render(request, "coxa/morning.html", context)
    if not morning_question_due(storage, now=now()):
        return redirect("today")
    return render(request, "coxa/morning.html", {"place": "today", "scores": SCORES})
