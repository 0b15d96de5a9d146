"""What hip rotation is: turning in and out, what limits it, where one stands, whom to see."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from coxa.app.standing import standings
from coxa.catalogue import Catalogue
from coxa.site.catalogue import catalogue
from coxa.site.pages.cited import numbered
from coxa.site.pages.common import now, storage_for
from coxa.site.stills import still_name

TURNED_IN, TURNED_OUT = "seated-block-turn-in", "seated-turn-out"
"""Exercises whose end poses show a sitting person's hips turned in, and one turned out."""

BOTH_WAYS = "prone-wipers"
"""The exercise in which one hip turns in while the other one turns out."""


@require_safe
def hip_rotation(request: HttpRequest) -> HttpResponse:
    """Topic by topic; the person's own latest readings beside the published ones."""
    known = catalogue()
    told = known.hip_rotation
    if told is None:
        raise Http404
    storage = storage_for(request)
    norms = [norm.source for norm in known.norms.values()]
    context = {
        "place": "measure",
        "topics": told.topics,
        "pictures": _pictures(known),
        "moving": known.exercises.get(BOTH_WAYS),
        "standings": standings(storage, known, now().date()),
        "norms": list(known.norms.values()),
        "person": storage.person(),
        "sources": numbered((*told.cited, *norms), known.sources),
    }
    return render(request, "coxa/hip_rotation.html", context)


def _pictures(known: Catalogue) -> list[tuple[str, str]]:
    """Names of pictures with what they show; none where the build drew none."""
    shown = (
        (TURNED_IN, gettext("Both hips turned in: the feet have gone outward.")),
        (TURNED_OUT, gettext("The right hip turned out: its foot has gone inward.")),
    )
    found = [
        (still_name(one, one.end_pose), words)
        for name, words in shown
        if (one := known.exercises.get(name))
    ]
    return [(name, words) for name, words in found if name]
