"""The page plan."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def plan(request: HttpRequest) -> HttpResponse:
    return render(request, "coxa/plan.html", {"place": "plan"})
