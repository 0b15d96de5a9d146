"""Choose how to measure, hand in a recording, and end a test that pinches."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.app.measure_recording import camera_tests
from coxa.app.screening import clearance, report_pinch, require_test_allowed
from coxa.assessment import require_camera_test
from coxa.errors import UnusableFile
from coxa.quantities import Test
from coxa.safety import allowed_tests
from coxa.site.catalogue import catalogue
from coxa.site.measuring import jobs
from coxa.site.pages.common import ask_first, now, storage_for
from coxa.site.pages.warm_up import WarmUpForm
from coxa.wording import say_error

CAMERA_STANDS = {
    Test.SEATED: _("The camera stands in front of you, at knee height."),
    Test.PRONE: _("The camera stands on a chair behind your head and looks down at your hips."),
    Test.SUPINE_90_90: _("The camera stands on a chair behind your head and looks down on you."),
    Test.STANDING: _("The camera stands in front of you, at hip height."),
}
"""How each test is filmed, in one sentence to choose by."""


@require_safe
@ask_first
def measure(request: HttpRequest) -> HttpResponse:
    """One choice: film it, try the sample, or type it."""
    require_test_allowed(storage_for(request), now=now())
    return render(request, "coxa/measure.html", {"place": "measure"})


@require_http_methods(["GET", "HEAD", "POST"])
@ask_first
def measure_video(request: HttpRequest) -> HttpResponse:
    """Which test was filmed, how to film it, and where to drop the film in."""
    require_test_allowed(storage_for(request), now=now())
    tests = _tests_to_film(request)
    if not tests:
        return redirect("measure-type")
    test = _chosen(request, tests)
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
                    test=test,
                    mirrored="mirrored" in request.POST,
                    after_exercise=form.cleaned_data["after_exercise"],
                )
                return redirect("job", job.id)
            except UnusableFile as fault:
                wrong = say_error(fault, gettext)
    context = {
        "place": "measure",
        "tests": [(one, CAMERA_STANDS[one]) for one in tests],
        "test": test,
        "protocol": catalogue().tests[test],
        "drawing": f"coxa/parts/{test.value.replace('-', '_')}.svg",
        "form": form,
        "wrong": wrong,
        "accepted": ",".join(jobs.SUFFIXES),
    }
    return render(
        request, "coxa/measure_video.html", context, status=422 if request.method == "POST" else 200
    )


def _tests_to_film(request: HttpRequest) -> list[Test]:
    """What a camera reads and the person may do."""
    allowed = allowed_tests(clearance(storage_for(request), now()))
    return [test for test in camera_tests() if test in allowed]


def _chosen(request: HttpRequest, tests: Sequence[Test]) -> Test:
    """The test of the address, or the first of ``tests``; one that is closed says why."""
    asked = next((test for test in Test if test.value == request.GET.get("test")), tests[0])
    require_test_allowed(storage_for(request), asked, now())
    require_camera_test(asked)
    return asked


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
