"""Measure now with the camera: what to prepare, one question, then the guided test."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from coxa.app.screening import require_test_allowed
from coxa.quantities import Test
from coxa.site.catalogue import catalogue
from coxa.site.live.registry import live_tests
from coxa.site.pages.common import ask_first, now, storage_for
from coxa.site.pages.live_words import live_words
from coxa.site.pages.warm_up import WarmUpForm

ANY_JOB = "0" * 32
"""Stands in an address for the job that there is not yet."""


class BeginForm(WarmUpForm):
    """Whether the hips are warm; whether to end a test that runs elsewhere."""

    take_over = forms.BooleanField(required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@ensure_csrf_cookie
@ask_first
def measure_live(request: HttpRequest) -> HttpResponse:
    """What to prepare and the question; once it is answered, the guided test itself."""
    require_test_allowed(storage_for(request), Test.SEATED, now())
    form = BeginForm(request.POST if request.method == "POST" else None)
    form.answer_from_sessions(request)
    answered = request.method == "POST" and form.is_valid()
    if answered and (form.cleaned_data["take_over"] or not live_tests.running):
        return _guided_test(request, form)
    context = {
        "place": "measure",
        "protocol": catalogue().tests[Test.SEATED],
        "drawing": f"coxa/parts/{Test.SEATED.value.replace('-', '_')}.svg",
        "form": form,
        "running": live_tests.running,
    }
    status = 200 if request.method != "POST" else 422 if form.errors else 409
    return render(request, "coxa/measure_live.html", context, status=status)


def _guided_test(request: HttpRequest, form: BeginForm) -> HttpResponse:
    """The page that holds the camera, with a ticket for one test."""
    context = {
        "ticket": live_tests.issue(**form.cleaned_data),
        "words": live_words(),
        "next": reverse("job", args=[ANY_JOB]).replace(ANY_JOB, "{job}"),
        "phone": _address_or_nothing("phone"),
    }
    return render(request, "coxa/measure_live_test.html", context)


def _address_or_nothing(name: str) -> str:
    """Of a page that may not be there."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
