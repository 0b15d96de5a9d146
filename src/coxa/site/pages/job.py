"""A recording on its way: progress, result, refusal; keep it or let it go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from coxa.app.measure_live import is_live
from coxa.exchange import for_screens, rotation_plot, rotation_table
from coxa.quantities import Device, Direction, Side
from coxa.records import Measurement, Reading
from coxa.site.measuring import jobs, pictures
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.pages.common import words_of_page
from coxa.site.pages.fields import MomentField
from coxa.site.pages.warm_up import WarmUpForm

STATES = {
    JobState.QUEUED: "coxa/job_progress.html",
    JobState.RUNNING: "coxa/job_progress.html",
    JobState.FAILED: "coxa/job_failed.html",
    JobState.CANCELLED: "coxa/job_cancelled.html",
    JobState.DONE: "coxa/job_result.html",
}

AGAIN = {page: page for page in ("measure-live", "phone")}
"""Pages on which a person measures now, without a film."""


@dataclass(frozen=True)
class SideResult:
    """What one side gave, with the directions for which there is a picture."""

    side: Side
    readings: tuple[Reading, ...]


@require_safe
def job(request: HttpRequest, job_id: str) -> HttpResponse:
    """The page for whatever state the job is in."""
    found = jobs.find(job_id)
    context: dict[str, object] = {"place": "measure", "job": found, "fault": jobs.fault_of(found)}
    measurement = jobs.measurement_of(found)
    if found.state == JobState.DONE and measurement is not None:
        context |= _result(found, measurement)
    return render(request, STATES[JobState(found.state)], context)


@require_safe
def job_status(request: HttpRequest, job_id: str) -> HttpResponse:
    """The bar alone while it is read; once it is over, the browser loads the whole page."""
    found = jobs.find(job_id)
    if found.state in jobs.WAITING:
        return render(request, "coxa/parts/job_bar.html", {"job": found})
    response = HttpResponse(status=204)
    response["HX-Refresh"] = "true"
    return response


@require_safe
def job_picture(request: HttpRequest, job_id: str, side: str, direction: str) -> HttpResponse:
    """The moment measured, as long as it is in memory."""
    try:
        moment = pictures.recall(job_id).get((Side(side), Direction(direction)))
    except ValueError as fault:
        raise Http404 from fault
    if moment is None:
        raise Http404
    return HttpResponse(moment, content_type="image/jpeg")


@require_POST
def job_cancel(request: HttpRequest, job_id: str) -> HttpResponse:
    jobs.cancel(job_id)
    messages.info(request, gettext("Stopped. The video was deleted and nothing was kept."))
    return redirect("measure")


class KeepForm(WarmUpForm):
    """When it was recorded, and what to keep beside the numbers.

    Whether the person had warmed up is asked here only when it was not when the film was handed
    in, and never of the sample.
    """

    taken_at = MomentField()
    with_pictures = forms.BooleanField(required=False)

    def __init__(self, job: Job, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if job.is_sample or job.after_exercise is not None:
            del self.fields["after_exercise"]


@require_POST
def job_keep(request: HttpRequest, job_id: str) -> HttpResponse:
    found = jobs.find(job_id)
    form = KeepForm(found, request.POST)
    measurement = jobs.measurement_of(found)
    if not form.is_valid() and measurement is not None:
        context = {"place": "measure", "job": found} | _result(found, measurement) | {"form": form}
        return render(request, STATES[JobState.DONE], context, status=422)
    kept = jobs.keep(job_id, **form.cleaned_data)
    messages.success(
        request,
        ngettext("{count} reading is kept.", "{count} readings are kept.", len(kept)).format(
            count=len(kept)
        ),
    )
    return redirect("plan")


@require_POST
def job_discard(request: HttpRequest, job_id: str) -> HttpResponse:
    jobs.let_go(job_id)
    messages.info(request, gettext("Nothing was kept."))
    return redirect(AGAIN.get(request.POST.get("again", ""), "measure"))


def _result(found: Job, measurement: Measurement) -> dict[str, object]:
    words = words_of_page()
    plot = for_screens(
        lambda width: rotation_plot(
            measurement.curves, measurement.readings, width=width, words=words
        )
    )
    sides = tuple(
        SideResult(side, tuple(r for r in measurement.readings if r.side is side)) for side in Side
    )
    return {
        "measurement": measurement,
        "again": _again(measurement),
        "sides": [result for result in sides if result.readings],
        "plot": _drawing(plot) if measurement.curves else "",
        "table": _drawing(rotation_table(measurement.readings, words=words)),
        "moments": _in_order(pictures.recall(found.id)),
        "form": KeepForm(found, initial={"taken_at": timezone.localtime(found.created_at)}),
    }


def _again(measurement: Measurement) -> str:
    """The page on which it was measured a moment ago; nothing for a film."""
    if measurement.device is Device.PHONE:
        return "phone"
    return "measure-live" if is_live(measurement) else ""


def _in_order(moments: pictures.Moments) -> list[tuple[Side, Direction]]:
    """Left before right, turning in before turning out, as in the results."""
    return [(side, d) for side in Side for d in Direction if (side, d) in moments]


def _drawing(markup: str) -> SafeString:
    """Drawings are built as a tree and escaped by it."""
    return mark_safe(markup)
