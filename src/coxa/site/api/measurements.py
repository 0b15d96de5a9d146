"""Measurements under ``/api/measurements``: hand a recording in, watch it, keep or cancel it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from ninja import File, Form, Path, Router, Status
from ninja.errors import HttpError
from ninja.files import UploadedFile
from pydantic import AwareDatetime

from coxa.quantities import Test
from coxa.records import KeptReading, Measurement, Message, Record, RecordId
from coxa.site.api.own_page import own_page
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.wording import say

router = Router(auth=own_page, tags=["measurements"])


class JobReply(Record):
    """How far a recording has come, and what it gave."""

    id: RecordId
    state: JobState
    progress: float
    source: str
    test: Test
    measurement: Measurement | None = None
    fault: Message | None = None
    message: str | None = None
    """The fault in words."""


class KeepRequest(Record):
    """What to keep of a measurement."""

    taken_at: AwareDatetime | None = None
    """``None``: it was recorded when it was handed in."""
    after_exercise: bool | None = None
    """``None``: as it was said when the recording was handed in."""
    with_pictures: bool = False


@router.post("", response={202: JobReply})
def hand_in(
    request: HttpRequest,
    recording: File[UploadedFile],
    test: Form[Test] = Test.SEATED,
    mirrored: Form[bool] = False,
    after_exercise: Form[bool | None] = None,
) -> Status[JobReply]:
    """Hand a recording in; it is read in the background and then deleted."""
    job = jobs.submit(
        recording,
        recording.name or "",
        test=test,
        mirrored=mirrored,
        after_exercise=after_exercise,
    )
    return Status(202, _reply(job))


@router.post("/sample", response={202: JobReply})
def hand_in_sample(request: HttpRequest) -> Status[JobReply]:
    """Hand the sample recording in."""
    return Status(202, _reply(jobs.submit_sample()))


@router.get("/{job_id}", response=JobReply)
def read_job(request: HttpRequest, job_id: Path[RecordId]) -> JobReply:
    """How far it has come."""
    return _reply(jobs.find(job_id))


@router.post("/{job_id}/cancel", response=JobReply)
def cancel(request: HttpRequest, job_id: Path[RecordId]) -> JobReply:
    """Stop reading and delete the recording."""
    jobs.find(job_id)
    jobs.cancel(job_id)
    return _reply(jobs.find(job_id))


@router.post("/{job_id}/keep", response=list[KeptReading])
def keep(request: HttpRequest, job_id: Path[RecordId], body: KeepRequest) -> list[KeptReading]:
    """Keep the accepted readings."""
    job = jobs.find(job_id)
    kept = jobs.keep(
        job_id,
        taken_at=timezone.localtime(body.taken_at) if body.taken_at else job.created_at,
        after_exercise=body.after_exercise,
        with_pictures=body.with_pictures,
    )
    return list(kept)


@router.delete("/{job_id}", response={204: None})
def let_go(request: HttpRequest, job_id: Path[RecordId]) -> Status[None]:
    """Forget a recording and all that was not kept of it."""
    if not Job.objects.filter(pk=job_id).exists():
        raise HttpError(404, gettext("There is no such measurement here."))
    jobs.let_go(job_id)
    return Status(204, None)


def _reply(job: Job) -> JobReply:
    fault = jobs.fault_of(job)
    return JobReply(
        id=job.id,
        state=JobState(job.state),
        progress=job.progress,
        source=job.source,
        test=Test(job.test),
        measurement=jobs.measurement_of(job),
        fault=fault,
        message=say(fault, gettext) if fault else None,
    )
