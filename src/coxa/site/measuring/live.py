"""A test measured live becomes a job; its landmarks are on the disk."""

from __future__ import annotations

from coxa.app.measure_recording import MeasuredRecording
from coxa.capture import save_recording
from coxa.site.measuring import jobs
from coxa.site.measuring.already_read import hand_in_read
from coxa.site.models import Job


def hand_in_live(measured: MeasuredRecording, after_exercise: bool | None) -> Job:
    """The job that now waits for the person's decision.

    Raises
    ------
    BlockedForSafety
        When the person may no longer be tested.
    """

    def save_files(job_id: str) -> None:
        save_recording(measured.recording, jobs.landmarks_file(job_id))

    return hand_in_read(
        measured.measurement,
        save_files,
        mirrored=measured.recording.mirrored,
        after_exercise=after_exercise,
    )
