"""The exercises: a list to search by what they are for, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from coxa.app.own_end import own_ends
from coxa.app.screening import clearance
from coxa.catalogue import Aim, Exercise
from coxa.site.catalogue import catalogue
from coxa.site.pages.cited import numbered
from coxa.site.pages.common import now, storage_for
from coxa.site.pages.exercise_search import Search, minutes_both_sides
from coxa.site.pages.muscles import muscle_view


@dataclass(frozen=True)
class Group:
    """Exercises of one aim."""

    title: str
    about: str
    members: list[tuple[Exercise, int]]


def _aims() -> dict[Aim, tuple[str, str]]:
    return {
        Aim.INTERNAL_RANGE: (
            gettext("To turn in further"),
            gettext("Stretches of what turns the hip out."),
        ),
        Aim.ACTIVE_INTERNAL: (
            gettext("To use the range by your own strength"),
            gettext("Active turning in, without a load."),
        ),
        Aim.INTERNAL_STRENGTH: (
            gettext("To turn in more strongly"),
            gettext("Work for the muscles that turn the hip in."),
        ),
        Aim.BALANCE_EXTERNAL: (
            gettext("To keep the other direction in step"),
            gettext("These train turning out. They do not count as turning-in work."),
        ),
        Aim.EXTERNAL_RANGE: (
            gettext("To turn out further"),
            gettext("For people whose hips turn out too little for what they want."),
        ),
        Aim.ACTIVE_EXTERNAL: (
            gettext("To turn out by your own strength"),
            gettext("Active turning out, without a load."),
        ),
        Aim.EXTERNAL_STRENGTH: (
            gettext("To turn out more strongly"),
            gettext("Work for the muscles that turn the hip out."),
        ),
    }


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """All exercises or those searched for, by aim; those that the answers close are marked."""
    known = list(catalogue().exercises.values())
    search = Search.of(request.GET)
    found = [one for one in known if search.fits(one)]
    context = {
        "place": "plan",
        "search": search,
        "boxes": search.boxes(known),
        "found": found,
        "total": len(known),
        "groups": _grouped(found),
        "closed": clearance(storage_for(request), now()).exercises_closed,
    }
    return render(request, "coxa/exercises.html", context)


def _grouped(found: list[Exercise]) -> list[Group]:
    groups = []
    for aim, (title, about) in _aims().items():
        members = [(one, minutes_both_sides(one)) for one in found if one.aim is aim]
        if members:
            groups.append(Group(title, about, members))
    return groups


@require_safe
def exercise(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """One exercise: what to do first, everything else behind a fold."""
    known = catalogue()
    found = known.exercise(exercise_id)
    if found.id != exercise_id:
        return redirect("exercise", found.id, permanent=True)
    storage = storage_for(request)
    own = own_ends(storage, found)
    wanted = request.GET.get("end", "")
    chosen = next((side for side in own if side.value == wanted), None)
    context = {
        "place": "plan",
        "exercise": found,
        "minutes": minutes_both_sides(found),
        "muscles": muscle_view(found, own, chosen),
        "own_end": own[chosen] if chosen else None,
        "variants": _variants(found),
        "sources": numbered(found.sources, known.sources),
        "closed": clearance(storage, now()).exercises_closed.get(found.id),
    }
    return render(request, "coxa/exercise.html", context)


def _variants(exercise: Exercise) -> list[tuple[str, str | None, object]]:
    """Easier and harder: heading, why there is none, the ways."""
    return [
        (gettext("Easier"), exercise.no_easier, exercise.easier),
        (gettext("Harder"), exercise.no_harder, exercise.harder),
    ]
