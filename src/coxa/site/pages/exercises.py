"""The exercises: a list by what they are for, and a page for each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from coxa.app.screening import clearance
from coxa.catalogue import Aim, load_catalogue
from coxa.site.pages.common import now, storage_for


def _groups() -> list[tuple[Aim, str, str]]:
    return [
        (
            Aim.INTERNAL_RANGE,
            gettext("To turn in further"),
            gettext("Stretches of what turns the hip out."),
        ),
        (
            Aim.ACTIVE_INTERNAL,
            gettext("To use the range by your own strength"),
            gettext("Active turning in, without a load."),
        ),
        (
            Aim.INTERNAL_STRENGTH,
            gettext("To turn in more strongly"),
            gettext("Work for the muscles that turn the hip in."),
        ),
        (
            Aim.BALANCE_EXTERNAL,
            gettext("To keep the other direction in step"),
            gettext("These train turning out. They do not count as turning-in work."),
        ),
    ]


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """All exercises, grouped by aim; those that the answers close are marked."""
    catalogue = load_catalogue()
    groups = [
        (title, words, [one for one in catalogue.exercises.values() if one.aim is aim])
        for aim, title, words in _groups()
    ]
    closed = clearance(storage_for(request), now()).exercises_closed
    context = {"place": "plan", "groups": groups, "closed": closed}
    return render(request, "coxa/exercises.html", context)


@require_safe
def exercise(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """One exercise: start, steps, dose, faults, when to stop, what the article got wrong."""
    catalogue = load_catalogue()
    found = catalogue.exercise(exercise_id)
    if found.id != exercise_id:
        return redirect("exercise", found.id, permanent=True)
    context = {
        "place": "plan",
        "exercise": found,
        "sources": [catalogue.sources[source] for source in found.sources],
        "closed": clearance(storage_for(request), now()).exercises_closed.get(found.id),
    }
    return render(request, "coxa/exercise.html", context)
