"""A test by phone becomes a job like any other: read already, waiting to be kept or let go."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from coxa.app import screening
from coxa.app.ids import new_id
from coxa.app.measure_phone import ReadTake, joined, one_a_leg
from coxa.capture import write_orientation_csv
from coxa.safety import PainDecision
from coxa.site.home import PRIVATE_FOLDER
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage


def hand_in_phone(takes: Sequence[ReadTake], after_exercise: bool | None) -> Job:
    """A job in the state of a film that was read; what the phone recorded is on the disk.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested.
    """
    measurement = joined(takes)
    screening.require_test_allowed(DjangoStorage(), measurement.test, timezone.localtime())
    job_id = new_id()
    jobs.folder_of(job_id).mkdir(mode=PRIVATE_FOLDER)
    try:
        for side, take in one_a_leg(takes).items():
            write_orientation_csv(take.recording, jobs.phone_file(job_id, side))
        return Job.objects.create(
            id=job_id,
            created_at=timezone.now(),
            state=JobState.DONE,
            progress=1.0,
            source=measurement.source,
            test=measurement.test,
            after_exercise=after_exercise,
            measurement=measurement.to_dict(),
        )
    except BaseException:
        jobs.drop_files(job_id)
        raise


def report_pinch() -> PainDecision:
    """Write a groin pinch down."""
    return screening.report_pinch(DjangoStorage(), at=timezone.localtime())
