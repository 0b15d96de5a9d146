"""The answer: did it improve? One sentence a side first, then the figures under it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.app.answer import current_answer, deviations_now
from coxa.app.history import only_sample
from coxa.evidence import SeriesAnswer, SideAnswer, headline, why_apart
from coxa.exchange import answer_plot, answer_table, for_screens
from coxa.quantities import Side
from coxa.records import Message
from coxa.site.pages.common import now, storage_for, words_of_page
from coxa.site.pages.own_error import ErrorLine, error_lines


@dataclass(frozen=True)
class SeriesView:
    """The answer of one series with its own picture."""

    answer: SeriesAnswer
    sides: list[tuple[Side, SideAnswer, Message]]
    errors: list[ErrorLine]
    plot: str
    table: str


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Each series by itself: devices and positions are never compared."""
    storage, zone = storage_for(request), now().tzinfo
    found = current_answer(storage, zone)
    apart = why_apart(one.series for one in found.series)
    context = {
        "place": "progress",
        "parts": [_view(one) for one in found.series],
        "why_apart": apart,
        "methods_differ": any(why.id == "apart_method" for why in apart),
        "notes": [note for note in found.notes if note not in apart],
        "deviations": deviations_now(storage, zone),
        "only_sample": only_sample(storage),
    }
    return render(request, "coxa/answer.html", context)


def _view(one: SeriesAnswer) -> SeriesView:
    words = words_of_page()
    telling = any(own.gain_deg is not None for own in one.sides.values())
    return SeriesView(
        answer=one,
        sides=[(side, own, headline(one, side)) for side, own in one.sides.items()],
        errors=error_lines([one]),
        plot=for_screens(lambda width: answer_plot([one], width=width, words=words))
        if telling
        else "",
        table=answer_table([one], words=words) if telling else "",
    )
