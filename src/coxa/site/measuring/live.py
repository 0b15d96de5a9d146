"""A test measured live becomes a job like any other: read already, waiting to be kept or let go."""

from __future__ import annotations

from django.utils import timezone

from coxa.app.ids import new_id
from coxa.app.measure_recording import MeasuredRecording
from coxa.app.screening import require_test_allowed
from coxa.capture import save_recording
from coxa.site.home import PRIVATE_FOLDER
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage


def hand_in_read(measured: MeasuredRecording, *, after_exercise: bool | None) -> Job:
    """A job in the state that a recording has once it was read; its landmarks are on the disk.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested.
    """
    measurement = measured.measurement
    require_test_allowed(DjangoStorage(), measurement.test, timezone.localtime())
    job_id = new_id()
    jobs.folder_of(job_id).mkdir(mode=PRIVATE_FOLDER)
    try:
        save_recording(measured.recording, jobs.landmarks_file(job_id))
        return Job.objects.create(
            id=job_id,
            created_at=timezone.now(),
            state=JobState.DONE,
            progress=1.0,
            source=measurement.source,
            test=measurement.test,
            mirrored=measured.recording.mirrored,
            after_exercise=after_exercise,
            measurement=measurement.to_dict(),
        )
    except BaseException:
        jobs.drop_files(job_id)
        raise
