"""Choose how to measure, hand in a recording, and end a test that pinches."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.app.screening import report_pinch, require_test_allowed
from coxa.catalogue import load_catalogue
from coxa.errors import UnusableFile
from coxa.quantities import Test
from coxa.site.measuring import jobs
from coxa.site.pages.common import ask_first, now, storage_for
from coxa.site.pages.warm_up import WarmUpForm
from coxa.wording import say_error


@require_safe
@ask_first
def measure(request: HttpRequest) -> HttpResponse:
    """One choice: film it, try the sample, or type it."""
    require_test_allowed(storage_for(request), now=now())
    return render(request, "coxa/measure.html", {"place": "measure"})


@require_http_methods(["GET", "HEAD", "POST"])
@ask_first
def measure_video(request: HttpRequest) -> HttpResponse:
    """How to film the seated test, and where to drop the film in."""
    require_test_allowed(storage_for(request), now=now())
    wrong = ""
    form = WarmUpForm(request.POST if request.method == "POST" else None)
    form.answer_from_sessions(request)
    if request.method == "POST":
        file = request.FILES.get("recording")
        if getattr(request, "upload_too_large", False):
            gigabytes = round(settings.COXA_MAX_UPLOAD_BYTES / 1024**3)
            wrong = gettext(
                "This file is larger than {size} GB, so it was not taken in. Your records are "
                "unchanged; record at 1080p or lower, or cut it to the test."
            ).format(size=gigabytes)
        elif file is None:
            wrong = gettext("Choose a video first.")
        elif form.is_valid():
            try:
                job = jobs.submit(
                    file,
                    file.name or "",
                    mirrored="mirrored" in request.POST,
                    after_exercise=form.cleaned_data["after_exercise"],
                )
                return redirect("job", job.id)
            except UnusableFile as fault:
                wrong = say_error(fault, gettext)
    context = {
        "place": "measure",
        "protocol": load_catalogue().tests.get(Test.SEATED),
        "form": form,
        "wrong": wrong,
        "accepted": ",".join(jobs.SUFFIXES),
    }
    return render(
        request, "coxa/measure_video.html", context, status=422 if request.method == "POST" else 200
    )


@require_POST
@ask_first
def measure_sample(request: HttpRequest) -> HttpResponse:
    """The sample recording, handed in like any other."""
    return redirect("job", jobs.submit_sample().id)


@require_http_methods(["GET", "HEAD", "POST"])
def pinch(request: HttpRequest) -> HttpResponse:
    """A pinch in the groin ends the test: nothing of it is kept but the report."""
    decision = None
    if request.method == "POST":
        decision = report_pinch(storage_for(request), at=now())
        if job_id := request.POST.get("job"):
            jobs.let_go(job_id)
    return render(request, "coxa/pinch.html", {"place": "measure", "decision": decision})
