"""The answer: did it improve? One sentence a side first, then the figures under it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.app.answer import current_answer, deviations_now
from coxa.evidence import headline
from coxa.exchange import answer_plot, answer_table, for_screens
from coxa.site.pages.common import now, storage_for, words_of_page


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Each series by itself: devices and positions are never compared."""
    storage, zone = storage_for(request), now().tzinfo
    found = current_answer(storage, zone)
    words = words_of_page()
    telling = [
        one for one in found.series if any(s.gain_deg is not None for s in one.sides.values())
    ]
    context = {
        "place": "progress",
        "answer": found,
        "parts": [
            (one, [(side, own, headline(one, side)) for side, own in one.sides.items()])
            for one in found.series
        ],
        "deviations": deviations_now(storage, zone),
        "plot": for_screens(lambda width: answer_plot(telling, width=width, words=words))
        if telling
        else "",
        "table": answer_table(telling, words=words) if telling else "",
    }
    return render(request, "coxa/answer.html", context)
