"""The answer: did it improve? One sentence first, then pictures, then all figures to unfold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from coxa.app.answer import comparison_now, current_answer, deviations_now
from coxa.app.answer_report import courses_of
from coxa.app.history import only_sample
from coxa.app.weekly_note import weekly_note
from coxa.evidence import (
    SeriesAnswer,
    SideAnswer,
    first_sentences,
    headline,
    why_apart,
    worlds_of,
)
from coxa.exchange import (
    CourseOf,
    answer_plot,
    answer_table,
    companion_figures,
    course_plot,
    course_table,
    for_screens,
    leaning_figures,
    rows_table,
    series_figures,
    side_figures,
    worlds_plot,
)
from coxa.exchange.answer_report import METHOD
from coxa.quantities import Side
from coxa.records import Message
from coxa.site.pages.common import now, storage_for, words_of_page
from coxa.site.pages.own_error import ErrorLine, error_lines


@dataclass(frozen=True)
class SideView:
    """The answer of one hip: its sentence, and how sure it is as a hundred worlds."""

    side: Side
    own: SideAnswer
    says: Message
    worlds_say: Message | None
    worlds: SafeString


@dataclass(frozen=True)
class SeriesView:
    """The answer of one series with its pictures and all its figures."""

    answer: SeriesAnswer
    sides: list[SideView]
    errors: list[ErrorLine]
    course: SafeString
    course_table: SafeString
    plot: SafeString
    tables: list[SafeString]


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Each series by itself: devices and positions are never compared."""
    storage, zone = storage_for(request), now().tzinfo
    found = current_answer(storage, zone, detail=True)
    apart = why_apart(one.series for one in found.series)
    first, *also = first_sentences(found)
    context = {
        "place": "progress",
        "first": first,
        "also": also,
        "week": weekly_note(storage, now=now()),
        "parts": [_view(course) for course in courses_of(storage, found, zone)],
        "why_apart": apart,
        "methods_differ": any(why.id == "apart_method" for why in apart),
        "notes": [note for note in found.notes if note not in apart],
        "comparison": comparison_now(storage, now=now()),
        "deviations": deviations_now(storage, zone, now=now()),
        "method": [Message(id=name) for name in METHOD],
        "engine": found.engine,
        "only_sample": only_sample(storage),
    }
    return render(request, "coxa/answer.html", context)


def _view(course: CourseOf) -> SeriesView:
    one, words, zone = course.answer, words_of_page(), now().tzinfo
    telling = any(own.gain_deg is not None for own in one.sides.values())
    interval = for_screens(lambda width: answer_plot([one], width=width, words=words))
    drawn = for_screens(lambda width: course_plot(course, width=width, words=words, zone=zone))
    figures = (side_figures, series_figures, leaning_figures, companion_figures)
    tables = [answer_table([one], words=words), *(rows_table(f(one, words=words)) for f in figures)]
    return SeriesView(
        answer=one,
        sides=[_side(one, side) for side in one.sides],
        errors=error_lines([one]),
        course=_built(drawn),
        course_table=_built(course_table(course, words=words, zone=zone)),
        plot=_built(interval if telling else ""),
        tables=_all_built(tables if telling else []),
    )


def _side(one: SeriesAnswer, side: Side) -> SideView:
    worlds = worlds_of(one, side)
    return SideView(
        side=side,
        own=one.sides[side],
        says=headline(one, side),
        worlds_say=worlds.said if worlds else None,
        worlds=_built(worlds_plot(worlds, side, words=words_of_page()) if worlds else ""),
    )


def _all_built(markup: Sequence[str]) -> list[SafeString]:
    return [_built(one) for one in markup if one]


def _built(markup: str) -> SafeString:
    """Drawings and tables are built as a tree and escaped by it."""
    return mark_safe(markup)
