"""The page measure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def measure(request: HttpRequest) -> HttpResponse:
    return render(request, "coxa/measure.html", {"place": "measure"})
