"""Progress: readings with their error bars, sessions, pain, published readings beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from coxa.app.answer import current_answer, phased_readings
from coxa.app.history import Course, History, read_history
from coxa.app.person import age_years
from coxa.catalogue import CitedNorm
from coxa.evidence import SeriesAnswer
from coxa.exchange import PhaseBand, for_screens, history_plot, history_table
from coxa.experiment import Phase, Phased
from coxa.quantities import Direction, Mode, Side, Test
from coxa.records import KeptReading, Message, Person, Series
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import now, storage_for, words_of_page
from coxa.site.pages.own_error import ErrorLine, error_lines


@dataclass(frozen=True)
class CourseView:
    """One picture with what stands around it."""

    series: Series
    of_sample: bool
    some_warm: bool
    latest: list[tuple[Side, list[KeptReading]]]
    plot: SafeString
    table: SafeString
    errors: list[ErrorLine]
    norms: tuple[CitedNorm, ...]


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    storage = storage_for(request)
    history = read_history(storage)
    phased = phased_readings(storage, now().tzinfo)
    answers = current_answer(storage, now().tzinfo).series
    person = storage.person()
    context = {
        "place": "progress",
        "history": history,
        "courses": [_view(course, history, phased, answers, person) for course in history.courses],
        "why_apart": history.why_apart,
        "methods_differ": any(why.id == "apart_method" for why in history.why_apart),
        "sessions": list(reversed(history.sessions)),
        "pain": list(reversed(history.pain)),
    }
    return render(request, "coxa/progress.html", context)


def _view(
    course: Course,
    history: History,
    phased: Sequence[Phased],
    answers: Sequence[SeriesAnswer],
    person: Person,
) -> CourseView:
    zone, words = now().tzinfo, words_of_page()
    sessions = () if course.of_sample else history.sessions
    pain = () if course.of_sample else history.pain
    plot = for_screens(
        lambda width: history_plot(
            course.readings,
            sessions,
            pain,
            _bands([one for one in phased if one.reading.series.technique == course.technique]),
            width=width,
            words=words,
            zone=zone,
        )
    )
    series = course.readings[0].series
    return CourseView(
        series=series,
        of_sample=course.of_sample,
        some_warm=any(reading.after_exercise for reading in course.readings),
        latest=_latest(course),
        plot=_drawing(plot),
        table=_drawing(history_table(course.readings, words=words, zone=zone)),
        errors=error_lines([one for one in answers if one.series.technique == course.technique]),
        norms=() if course.of_sample else _norms(series.test, series.mode, person),
    )


def _latest(course: Course) -> list[tuple[Side, list[KeptReading]]]:
    found = [
        (side, [r for direction in Direction if (r := course.latest(side, direction))])
        for side in Side
    ]
    return [(side, readings) for side, readings in found if readings]


def _norms(test: Test, mode: Mode, person: Person) -> tuple[CitedNorm, ...]:
    age = age_years(person, now().date())
    found: list[CitedNorm] = []
    for direction in Direction:
        found += catalogue().norm_for(test, direction, mode, age, person.sex)
    return tuple(found)


def _bands(phased: Sequence[Phased]) -> list[PhaseBand]:
    """The phases of one course as days behind its readings: those of the series read most often.

    Turning in and turning out may have been begun on different days; two sets of bands on top of
    each other would tell nothing.
    """
    zone = now().tzinfo
    most_read = Counter(one.reading.series for one in phased).most_common(1)
    phased = [one for one in phased if one.reading.series in dict(most_read)]
    found: list[PhaseBand] = []
    for phase in (Phase.FAMILIARISATION, Phase.BASELINE, Phase.TRAINING):
        own = [p.reading.taken_at.astimezone(zone).date() for p in phased if p.phase is phase]
        if own:
            found.append(PhaseBand(min(own), max(own), Message(id=f"phase_{phase.value}")))
    return found


def _drawing(markup: str) -> SafeString:
    """Drawings are built as a tree and escaped by it."""
    return mark_safe(markup)
