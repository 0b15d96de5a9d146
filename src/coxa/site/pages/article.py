"""The article, corrected: its question answered in general, then statement by statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from coxa.catalogue import Catalogue, Exercise, Finding, Statement, Verdict
from coxa.site.catalogue import catalogue
from coxa.site.pages.cited import numbered


@dataclass(frozen=True)
class VerdictView:
    """A verdict as a word, and how many statements got it."""

    id: str
    name: str
    count: int


@dataclass(frozen=True)
class PartView:
    """The statements about one exercise, or about none."""

    number: int
    title: str
    exercise: Exercise | None
    statements: list[Statement]
    counts: list[VerdictView]


def verdict_name(verdict: Verdict) -> str:
    return {
        Verdict.RIGHT: gettext("right"),
        Verdict.UNCLEAR: gettext("unclear"),
        Verdict.CLAIM: gettext("only claimed"),
        Verdict.WRONG: gettext("wrong"),
        Verdict.DANGEROUS: gettext("dangerous"),
    }[verdict]


def finding_name(finding: Finding) -> str:
    return {
        Finding.MORE: gettext("turned further than those who did not"),
        Finding.MORE_UNCOMPARED: gettext("turned further, but nobody was compared"),
        Finding.NO_DIFFERENCE: gettext("no difference"),
        Finding.NO_TRANSFER: gettext("no gain in movement"),
    }[finding]


@require_safe
def article(request: HttpRequest) -> HttpResponse:
    """The answer first; ``?verdict=dangerous`` shows the statements of one verdict."""
    known = catalogue()
    told = known.article
    if told is None:
        raise Http404
    wanted = _wanted(request.GET.get("verdict", ""))
    shown = [one for one in told.statements if wanted in (None, one.verdict)]
    context = {
        "place": "plan",
        "article": told,
        "studies": [(study, finding_name(study.finding)) for study in told.studies],
        "verdicts": _counts(told.statements),
        "wanted": wanted,
        "parts": _parts(shown, known),
        "total": len(told.statements),
        "verdict_names": {verdict: verdict_name(verdict) for verdict in Verdict},
        "sources": numbered(told.cited, known.sources),
    }
    return render(request, "coxa/article.html", context)


def _wanted(told: str) -> Verdict | None:
    return Verdict(told) if told in set(Verdict) else None


def _counts(statements: Iterable[Statement]) -> list[VerdictView]:
    counts = Counter(one.verdict for one in statements)
    return [VerdictView(v.value, verdict_name(v), counts[v]) for v in Verdict if counts[v]]


def _parts(statements: list[Statement], known: Catalogue) -> list[PartView]:
    by_number = {one.article_number: one for one in known.exercises.values()}
    found = []
    for number in dict.fromkeys(one.part for one in statements):
        members = [one for one in statements if one.part == number]
        exercise = by_number.get(number)
        title = exercise.name if exercise else gettext("Around the exercises")
        found.append(PartView(number, title, exercise, members, _counts(members)))
    return found
