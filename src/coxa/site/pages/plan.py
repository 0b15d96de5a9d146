"""The plan: this week and the next, each dose with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from coxa.app.answer import comparison_now
from coxa.app.comparison import can_begin_comparison
from coxa.app.history import only_sample
from coxa.app.plan import current_plan
from coxa.app.plan_calendar import plan_calendar
from coxa.app.screening import advice_from_log
from coxa.records import PlanDay
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import ask_first, now, storage_for, words_of_page


@require_safe
@ask_first
def plan(request: HttpRequest) -> HttpResponse:
    """Today first, then the other days, week by week."""
    storage = storage_for(request)
    made = current_plan(storage, now=now())
    comparison = comparison_now(storage, now=now())
    running = comparison if comparison and comparison.schedule.ended_at is None else None
    context = {
        "place": "plan",
        "plan": made,
        "only_sample": only_sample(storage),
        "advice": advice_from_log(storage, now()),
        "today": made.days[0] if made.days else None,
        "weeks": _by_week(made.days[1:], now().date()),
        "preferences": storage.preferences(),
        "comparison": running,
        "ended": comparison is not None and running is None,
        "whole": running is None or running.unchanged,
        "can_compare": can_begin_comparison(storage),
    }
    return render(request, "coxa/plan.html", context)


@require_safe
@ask_first
def calendar(request: HttpRequest) -> HttpResponse:
    """The days that have something due, as a file for a calendar."""
    storage = storage_for(request)
    file = plan_calendar(storage, catalogue().exercises, words=words_of_page(), now=now())
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="coxa-plan.ics"'
    return response


def _by_week(days: Sequence[PlanDay], today: date) -> list[tuple[str, list[PlanDay]]]:
    """The days under the name of their week; weeks begin on Monday."""
    this_week = today - timedelta(days=today.weekday())
    names = [gettext("This week"), gettext("Next week"), gettext("The week after")]

    def week_of(day: PlanDay) -> int:
        return (day.day - this_week).days // 7

    return [(names[min(number, 2)], list(own)) for number, own in groupby(days, key=week_of)]
