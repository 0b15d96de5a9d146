"""The report for a physiotherapist: a page that prints on two sheets, and the same as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from coxa.app.answer_report import report_facts
from coxa.exchange.answer_report import REPORT_CSS, Report, report_body, report_of, report_pdf
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import now, storage_for, words_of_page


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    context = {"place": "progress", "report": mark_safe(report_body(_report(request)))}
    return render(request, "coxa/answer_report.html", context)


@require_safe
def pdf(request: HttpRequest) -> HttpResponse:
    content = report_pdf(_report(request), language=get_language() or "en")
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="coxa-report.pdf"'
    return answer


@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """The style sheet of the report, from where the report is made."""
    return HttpResponse(REPORT_CSS, content_type="text/css; charset=utf-8")


def _report(request: HttpRequest) -> Report:
    names = {name: one.name for name, one in catalogue().exercises.items()}
    facts = report_facts(storage_for(request), names, now=now())
    return report_of(facts, words=words_of_page())
