"""A test by phone becomes a job; what the phone recorded is on the disk."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from coxa.app import screening
from coxa.app.measure_phone import ReadTake, joined, one_a_leg
from coxa.capture import write_orientation_csv
from coxa.safety import PainDecision
from coxa.site.measuring import jobs
from coxa.site.measuring.already_read import hand_in_read
from coxa.site.models import Job
from coxa.site.storage import DjangoStorage


def hand_in_phone(takes: Sequence[ReadTake], after_exercise: bool | None) -> Job:
    """The job that now waits for the person's decision.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested.
    """

    def save_files(job_id: str) -> None:
        for side, take in one_a_leg(takes).items():
            write_orientation_csv(take.recording, jobs.phone_file(job_id, side))

    return hand_in_read(joined(takes), save_files, after_exercise=after_exercise)


def report_pinch() -> PainDecision:
    """Write a groin pinch down."""
    return screening.report_pinch(DjangoStorage(), at=timezone.localtime())
