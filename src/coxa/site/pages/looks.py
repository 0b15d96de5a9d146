"""The style sheet of the drawings, from where the drawings are made."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coxa.exchange import CHART_CSS


@require_safe
def charts(request: HttpRequest) -> HttpResponse:
    return HttpResponse(CHART_CSS, content_type="text/css; charset=utf-8")
