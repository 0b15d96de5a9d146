"""What hip rotation is: turning in and out, what limits it, where one stands, whom to see."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.app.standing import standings
from coxa.site.catalogue import catalogue
from coxa.site.pages.cited import numbered
from coxa.site.pages.common import now, storage_for


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
        "standings": standings(storage, known, now().date()),
        "norms": list(known.norms.values()),
        "person": storage.person(),
        "sources": numbered((*told.cited, *norms), known.sources),
    }
    return render(request, "coxa/hip_rotation.html", context)
