"""The fair comparison: three screens before it begins, then its record, and its end."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.app.answer import comparison_now
from coxa.app.comparison import (
    USUAL_WEEKS,
    WEEKS_TO_CHOOSE,
    begin_comparison,
    end_comparison,
    require_comparison_open,
    start_window,
)
from coxa.app.prospects import prospects, readings_a_week
from coxa.app.storage import Storage
from coxa.experiment import waits_weeks
from coxa.site.pages.common import ask_first, now, storage_for


@require_safe
@ask_first
def asked(request: HttpRequest) -> HttpResponse:
    """First screen: what is asked, how it works, and what it costs to do without."""
    storage = storage_for(request)
    if storage.experiment() is not None:
        return redirect("compare-record")
    require_comparison_open(storage, now=now())
    foreseen = prospects(storage, now=now())
    return render(request, "coxa/compare_asked.html", {"place": "plan", "foreseen": foreseen})


@require_safe
@ask_first
def length(request: HttpRequest) -> HttpResponse:
    """Second screen: how long, with what would show by then."""
    storage = storage_for(request)
    require_comparison_open(storage, now=now())
    context = {
        "place": "plan",
        "foreseen": prospects(storage, now=now()),
        "chosen": _weeks(request.GET) or USUAL_WEEKS,
        "measured": bool(storage.readings()),
    }
    return render(request, "coxa/compare_length.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@ask_first
def draw(request: HttpRequest) -> HttpResponse:
    """Third screen: what the lot will decide; confirmed, it is drawn and sealed."""
    storage = storage_for(request)
    posted = request.method == "POST"
    weeks = _weeks(request.POST if posted else request.GET)
    require_comparison_open(storage, now=now())
    if weeks is None:
        messages.error(request, gettext("Please choose how long. Nothing was drawn yet."))
        return redirect("compare-length")
    a_week = readings_a_week(storage, now=now())
    if posted:
        begin_comparison(storage, now=now(), weeks=weeks, readings_a_week=a_week)
        messages.success(request, gettext("Drawn and sealed. The plan goes by it from now on."))
        return redirect("compare-record")
    return render(request, "coxa/compare_draw.html", _before_the_draw(storage, weeks, a_week))


@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """What was fixed, that it was not changed, and what was otherwise."""
    comparison = comparison_now(storage_for(request), now=now())
    if comparison is None:
        return redirect("plan")
    return render(request, "coxa/compare_record.html", {"place": "plan", "comparison": comparison})


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Go back to the usual plan."""
    end_comparison(storage_for(request), now=now())
    messages.success(
        request,
        gettext("The comparison is over, and its record is kept. Your readings stay as they are."),
    )
    return redirect("plan")


def _before_the_draw(storage: Storage, weeks: int, a_week: int) -> dict[str, object]:
    earliest, latest = start_window(storage, now=now())
    return {
        "place": "plan",
        "weeks": weeks,
        "a_week": a_week,
        "readings": weeks * a_week,
        "waits_weeks": waits_weeks(weeks),
        "earliest": earliest,
        "latest": latest,
    }


def _weeks(said: QueryDict) -> int | None:
    """One of the lengths that there are to choose."""
    return next((weeks for weeks in WEEKS_TO_CHOOSE if said.get("weeks") == str(weeks)), None)
