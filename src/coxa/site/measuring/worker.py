"""The one reader: takes queued recordings in turn, in a thread beside the server."""

from __future__ import annotations

import logging
import threading
import time

from django.conf import settings
from django.db import connections

from coxa.app.measure_recording import measure_recording
from coxa.app.moment_pictures import moment_pictures
from coxa.capture import save_recording
from coxa.errors import CoxaError
from coxa.quantities import Test
from coxa.records import Message
from coxa.site.measuring import jobs, pictures
from coxa.site.models import Job
from coxa.site.models.job import JobState

TELL_EVERY_S = 0.25
LOOK_EVERY_S = 10.0
"""For what another program handed in; what this one did is told by ``jobs.handed_in``."""

log = logging.getLogger(__name__)


class _Cancelled(Exception):
    """The person pressed cancel."""


class _Stopping(Exception):
    """The program ends; the recording is taken up again at the next start."""


class Worker:
    """Reads recordings until it is stopped."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="measuring", daemon=True)

    def start(self) -> None:
        jobs.take_up_after_restart()
        self._thread.start()

    def stop(self) -> None:
        """Stop before the next recording; one that is being read is taken up after a restart."""
        self._stop.set()
        jobs.handed_in.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            # Before looking: what is handed in during the look is then seen by the next one.
            jobs.handed_in.clear()
            try:
                if not self._stop.is_set() and not read_next(self._stop):
                    jobs.handed_in.wait(LOOK_EVERY_S)
            except Exception:
                log.exception("The reader stumbled and goes on.")
                self._stop.wait(1.0)
        connections.close_all()


def read_next(stopping: threading.Event | None = None) -> bool:
    """Read the oldest queued recording, if there is one. The video is deleted whatever happens."""
    job = Job.objects.filter(state=JobState.QUEUED).order_by("created_at", "id").first()
    if job is None:
        return False
    claimed = Job.objects.filter(pk=job.id, state=JobState.QUEUED).update(state=JobState.RUNNING)
    if not claimed:
        return True
    stopped = False
    try:
        _read(job, stopping)
    except _Stopping:
        stopped = True
    except _Cancelled:
        Job.objects.filter(pk=job.id).update(state=JobState.CANCELLED)
    except CoxaError as fault:
        _fail(job, Message(id=fault.message_id, params=fault.params))
    except Exception:
        log.exception("A recording could not be read.")
        _fail(job, Message(id="reading_failed"))
    finally:
        if not stopped:
            jobs.video_file(job).unlink(missing_ok=True)
        if Job.objects.filter(pk=job.id, state=JobState.CANCELLED).exists():
            jobs.drop_files(job.id)
    return True


def _read(job: Job, stopping: threading.Event | None) -> None:
    video = jobs.video_file(job)
    found = measure_recording(
        video,
        test=Test(job.test),
        model=settings.COXA_POSE_MODEL,
        mirrored=job.mirrored,
        progress=_Progress(job.id, stopping),
    )
    pictures.remember(job.id, moment_pictures(found, video))
    save_recording(found.recording, jobs.landmarks_file(job.id))
    Job.objects.filter(pk=job.id).update(
        state=JobState.DONE, progress=1.0, measurement=found.measurement.to_dict()
    )


def _fail(job: Job, message: Message) -> None:
    Job.objects.filter(pk=job.id).update(state=JobState.FAILED, fault=message.to_dict())


class _Progress:
    """Writes the share read into the job's row, and ends the reading when told to."""

    def __init__(self, job_id: str, stopping: threading.Event | None) -> None:
        self._job_id = job_id
        self._stopping = stopping
        self._told_at = 0.0

    def __call__(self, share: float) -> None:
        if self._stopping is not None and self._stopping.is_set():
            raise _Stopping
        if time.monotonic() - self._told_at < TELL_EVERY_S:
            return
        self._told_at = time.monotonic()
        wanted = Job.objects.filter(pk=self._job_id, cancel_asked=False)
        if not wanted.update(progress=share):
            raise _Cancelled
