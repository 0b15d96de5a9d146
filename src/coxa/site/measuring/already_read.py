"""A test measured as it went becomes a job like any other, waiting to be kept or let go."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from coxa.app.ids import new_id
from coxa.app.screening import require_test_allowed
from coxa.records import Measurement
from coxa.site.home import PRIVATE_FOLDER
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage


def hand_in_read(
    measurement: Measurement,
    save_files: Callable[[str], None],
    *,
    mirrored: bool = False,
    after_exercise: bool | None,
) -> Job:
    """A job in the state that a film has once it was read.

    Parameters
    ----------
    save_files
        Puts what was recorded into the folder of the job of this id; when it raises, nothing stays.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested.
    """
    require_test_allowed(DjangoStorage(), measurement.test, timezone.localtime())
    job_id = new_id()
    jobs.folder_of(job_id).mkdir(mode=PRIVATE_FOLDER)
    try:
        save_files(job_id)
        return Job.objects.create(
            id=job_id,
            created_at=timezone.now(),
            state=JobState.DONE,
            progress=1.0,
            source=measurement.source,
            test=measurement.test,
            mirrored=mirrored,
            after_exercise=after_exercise,
            measurement=measurement.to_dict(),
        )
    except BaseException:
        jobs.drop_files(job_id)
        raise
