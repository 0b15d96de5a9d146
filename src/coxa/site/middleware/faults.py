"""Errors raised on purpose become a plain page: what happened, nothing is lost, what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from coxa.errors import CoxaError
from coxa.wording import say_error


class PlainFaults:
    """Turns a :class:`CoxaError` of a page into its sentence; the API has its own handler."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, CoxaError):
            return None
        sentence = say_error(fault, gettext)
        return render(request, "coxa/fault.html", {"sentence": sentence}, status=fault.http_status)
