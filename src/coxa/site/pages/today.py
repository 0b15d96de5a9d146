"""Today: the one thing that is due now, the week, and the answer in one line."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.app.answer import current_answer
from coxa.app.history import finished_sessions, own_readings
from coxa.app.screening import advice_from_log
from coxa.app.storage import Storage
from coxa.app.today import Due, due_today
from coxa.app.weekly_note import weekly_note
from coxa.evidence import first_sentences
from coxa.site.pages.common import now, storage_for


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    storage = storage_for(request)
    due = due_today(storage, now=now())
    if due.due is Due.WELCOME:
        return render(request, "coxa/welcome.html", {"place": "today", "minutes": due.minutes})
    context = {
        "place": "today",
        "today": due,
        "advice": advice_from_log(storage, now()),
        "date": now(),
        "week": _week(storage),
        "so_far": first_sentences(current_answer(storage, now().tzinfo)),
        "note": weekly_note(storage, now=now()),
    }
    return render(request, "coxa/today.html", context)


def _week(storage: Storage) -> list[dict[str, object]]:
    """The last seven days: what was read and trained."""
    here = now()
    read = {r.taken_at.astimezone(here.tzinfo).date() for r in own_readings(storage)}
    trained = {s.started_at.astimezone(here.tzinfo).date() for s in finished_sessions(storage)}
    days = [here.date() - timedelta(days=ago) for ago in range(6, -1, -1)]
    return [{"day": day, "read": day in read, "trained": day in trained} for day in days]
