"""The life of a measuring job: handed in, read, kept or let go."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from coxa.app.ids import new_id
from coxa.app.keep_measurement import keep_measurement
from coxa.app.screening import require_test_allowed
from coxa.assessment import require_camera_test
from coxa.capture import inspect
from coxa.errors import InvalidRecord, MissingPart, UnknownThing, UnusableFile
from coxa.quantities import Side, Test
from coxa.records import KeptReading, Measurement, Message
from coxa.site.home import PRIVATE_FOLDER, Home
from coxa.site.measuring import pictures
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage

SUFFIXES = (".mp4", ".mov", ".webm", ".m4v")
SAMPLE = "seated-rotation.mp4"
CHUNK_BYTES = 1024 * 1024
MOST_NAME_BYTES = 120
WAITING = (JobState.QUEUED, JobState.RUNNING)

handed_in = threading.Event()
"""Set when a recording waits to be read, so that the reader need not look all the time."""


def home() -> Home:
    place: Home = settings.HOME
    return place


def folder_of(job_id: str) -> Path:
    """Where a job's files lie until they are kept or let go."""
    return home().uploads / job_id


def submit(
    file: BinaryIO | File[bytes],
    name: str,
    *,
    test: Test = Test.SEATED,
    mirrored: bool = False,
    is_sample: bool = False,
    after_exercise: bool | None = None,
) -> Job:
    """Take a recording in and queue it. The file is copied in pieces, whatever its size.

    ``after_exercise``: whether the person had warmed up before; ``None`` when not asked yet.

    Raises
    ------
    BlockedForSafety
        When the person may not be tested.
    UsageFault
        For a test that a camera cannot read.
    UnusableFile
        For a file that is empty, cut off, or of a kind that is not read; nothing of it stays.
    """
    require_test_allowed(DjangoStorage(), test, timezone.localtime())
    require_camera_test(test)
    source = own_name(name)
    suffix = Path(source).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnusableFile("recording_not_video", file=source)
    job_id = new_id()
    folder_of(job_id).mkdir(mode=PRIVATE_FOLDER)
    try:
        with (folder_of(job_id) / source).open("wb") as target:
            shutil.copyfileobj(file, target, CHUNK_BYTES)
        inspect(folder_of(job_id) / source)
    except BaseException:
        drop_files(job_id)
        raise
    job = Job.objects.create(
        id=job_id,
        created_at=timezone.now(),
        source=source,
        test=test,
        mirrored=mirrored,
        is_sample=is_sample,
        after_exercise=after_exercise,
    )
    transaction.on_commit(handed_in.set)
    return job


def submit_sample() -> Job:
    """Hand in the recording that ships with coxa, exactly as an upload."""
    sample = files("coxa") / "samples" / SAMPLE
    with as_file(sample) as path:
        if not path.is_file():
            raise MissingPart("sample_missing")
        with path.open("rb") as file:
            return submit(file, SAMPLE, is_sample=True)


def own_name(name: str) -> str:
    """A file's name without any folder, short enough to be kept."""
    bare = PureWindowsPath(PurePosixPath(name).name).name.replace("\0", "")
    stem = Path(bare).stem.encode(errors="ignore")[:MOST_NAME_BYTES].decode(errors="ignore")
    suffix = Path(bare).suffix[:10]
    return f"{stem or 'recording'}{suffix}"


def find(job_id: str) -> Job:
    """The job of this id. Raises UnknownThing."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        raise UnknownThing("measurement_unknown", id=job_id)
    return job


def measurement_of(job: Job) -> Measurement | None:
    return Measurement.from_dict(job.measurement) if job.measurement is not None else None


def fault_of(job: Job) -> Message | None:
    return Message.from_dict(job.fault) if job.fault is not None else None


def cancel(job_id: str) -> None:
    """Stop reading a recording and delete it; a running reader notices within a moment."""
    changed = Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(state=JobState.CANCELLED)
    if changed:
        drop_files(job_id)
    else:
        Job.objects.filter(pk=job_id, state=JobState.RUNNING).update(cancel_asked=True)


def keep(
    job_id: str,
    *,
    taken_at: datetime,
    after_exercise: bool | None = None,
    with_pictures: bool = False,
) -> Sequence[KeptReading]:
    """Keep what a finished job found: readings, landmarks, and pictures only when asked.

    ``after_exercise``: ``None`` leaves it at what was said when the recording was handed in.

    Raises
    ------
    UnknownThing, InvalidRecord
        Without such a job, before it is done, or when nothing was accepted.
    """
    job = find(job_id)
    measurement = measurement_of(job)
    if measurement is None or job.state != JobState.DONE:
        raise InvalidRecord("measurement_not_done")
    kept = keep_measurement(
        DjangoStorage(),
        measurement,
        measurement_id=job.id,
        taken_at=taken_at,
        now=timezone.now(),
        after_exercise=job.after_exercise if after_exercise is None else after_exercise,
        of_sample=job.is_sample,
    )
    landmarks = landmarks_file(job.id)
    if landmarks.exists():
        landmarks.replace(home().recordings / f"{job.id}.npz")
    for side in Side:
        if phone_file(job.id, side).exists():
            phone_file(job.id, side).replace(home().recordings / f"{job.id}-{side.value}.csv")
    if with_pictures:
        moments = pictures.recall(job.id)
        for reading in kept:
            moment = moments.get((reading.side, reading.series.direction))
            if moment is not None:
                picture_file(reading.id).write_bytes(moment)
    let_go(job.id)
    return kept


def let_go(job_id: str) -> None:
    """Forget a job and everything of it that was not kept."""
    cancel(job_id)
    Job.objects.filter(pk=job_id).exclude(state=JobState.RUNNING).delete()
    pictures.let_go(job_id)
    drop_files(job_id)


def landmarks_file(job_id: str) -> Path:
    return folder_of(job_id) / "landmarks.npz"


def phone_file(job_id: str, side: Side) -> Path:
    """What a phone on that shin recorded."""
    return folder_of(job_id) / f"phone-{side.value}.csv"


def video_file(job: Job) -> Path:
    return folder_of(job.id) / job.source


def picture_file(reading_id: str) -> Path:
    """Where the picture of a kept reading lies, if the person asked to keep it."""
    return home().pictures / f"{reading_id}.jpg"


def drop_files(job_id: str) -> None:
    shutil.rmtree(folder_of(job_id), ignore_errors=True)


def take_up_after_restart() -> None:
    """Queue again what a stopped program left half read; sweep up what belongs to no job."""
    for job in Job.objects.filter(state=JobState.RUNNING):
        if job.cancel_asked or not video_file(job).exists():
            job.state = JobState.CANCELLED
        else:
            job.state, job.progress = JobState.QUEUED, 0.0
        job.save()
    Job.objects.filter(state=JobState.CANCELLED).delete()
    known = set(Job.objects.values_list("id", flat=True))
    for entry in home().uploads.iterdir():
        if entry.name not in known:
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink()
