"""Measuring jobs: read, kept or let go; the video is gone whatever happens."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape
from pathlib import Path
from queue import Empty, Queue

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.utils import timezone

from coxa.app.measure_recording import camera_tests
from coxa.catalogue import load_catalogue
from coxa.errors import BlockedForSafety, InvalidRecord, UnusableFile, UsageFault
from coxa.quantities import Direction, Side, Test
from coxa.records import ScreeningAnswers
from coxa.safety import QUESTIONS
from coxa.site.measuring import jobs, pictures, worker
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage

CLIP = Path(__file__).parent.parent / "clips" / "left_internal_only.mp4"
SOON_S = 5.0
"""Sooner than the reader would look by itself."""
A_WHILE_S = 0.3


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with override_settings(COXA_POSE_MODEL="heavy"):
        yield


def videos() -> list[Path]:
    return [file for file in settings.HOME.uploads.rglob("*") if file.suffix in jobs.SUFFIXES]


def without_pictures() -> bytes:
    """A whole container around nothing that could be decoded."""
    content = bytearray(CLIP.read_bytes())
    start, end = content.index(b"mdat") + 4, content.index(b"moov")
    length = (end - 4 if end > start else len(content)) - start
    content[start : start + length] = bytes(length)
    return bytes(content)


def handed_in(name: str = "me.mp4") -> Job:
    with CLIP.open("rb") as file:
        return jobs.submit(file, name)


def test_nobody_is_measured_before_the_questions(storage: DjangoStorage) -> None:
    with pytest.raises(BlockedForSafety):
        jobs.submit(io.BytesIO(b""), "me.mp4")
    assert not videos()


def blocked_by(storage: DjangoStorage, *yes: str) -> None:
    answers = {question.id: question.id in yes for question in QUESTIONS}
    storage.add_screening(ScreeningAnswers(at=timezone.now(), answers=answers))


@pytest.mark.parametrize("test", [Test.SUPINE_90_90, Test.STANDING])
@pytest.mark.parametrize("way", ["/measure/video/?test={}", "/api/measurements"])
def test_a_film_is_read_as_the_test_that_was_chosen(
    web: Client, cleared: DjangoStorage, way: str, test: Test
) -> None:
    with CLIP.open("rb") as file:
        form = {"recording": file, "after_exercise": "no", "test": test.value}
        assert web.post(way.format(test.value), form).status_code in {202, 302}
    job = Job.objects.get()
    assert job.test == test.value
    jobs.let_go(job.id)


@pytest.mark.parametrize(
    ("test", "yes"), [(Test.STANDING, "pregnancy"), (Test.SUPINE_90_90, "late_pregnancy")]
)
@pytest.mark.parametrize("way", ["/measure/video/?test={}", "/api/measurements"])
def test_a_test_that_an_answer_closes_is_not_offered_and_not_read(
    web: Client, storage: DjangoStorage, way: str, test: Test, yes: str
) -> None:
    blocked_by(storage, "pregnancy", yes)
    assert f"?test={test.value}" not in web.get("/measure/video/").content.decode()
    with CLIP.open("rb") as file:
        form = {"recording": file, "after_exercise": "no", "test": test.value}
        assert web.post(way.format(test.value), form).status_code == 403
    assert not Job.objects.exists()
    assert not videos()


def test_who_may_not_sit_for_it_begins_with_a_test_that_is_open(
    web: Client, storage: DjangoStorage
) -> None:
    blocked_by(storage, "pregnancy", "late_pregnancy")
    assert web.get("/measure/video/").context["test"] == Test.SEATED
    assert web.get("/measure/video/?test=standing-rotation").status_code == 403


def test_who_may_film_no_test_is_sent_to_type_a_reading_in(
    web: Client, storage: DjangoStorage
) -> None:
    blocked_by(storage, "groin_pinch")
    assert web.get("/measure/video/").headers["Location"] == "/measure/type/"


def test_only_what_a_camera_reads_is_offered_and_taken_in(
    web: Client, cleared: DjangoStorage
) -> None:
    by_camera = camera_tests()
    assert Test.SEATED in by_camera
    offered = web.get("/measure/video/").context["tests"]
    assert [test for test, _ in offered] == list(by_camera)
    for test in set(Test) - set(by_camera):
        assert web.get(f"/measure/video/?test={test.value}").status_code == 400
        with pytest.raises(UsageFault), CLIP.open("rb") as file:
            jobs.submit(file, "me.mp4", test=test)
    assert not videos()


@pytest.mark.parametrize("test", camera_tests())
def test_each_test_is_told_and_drawn(web: Client, cleared: DjangoStorage, test: Test) -> None:
    page = unescape(web.get(f"/measure/video/?test={test.value}").content.decode())
    protocol = load_catalogue().tests[test]
    assert protocol.camera.place in page
    assert protocol.start in page
    assert 'class="figure-drawing"' in page


@pytest.mark.parametrize("name", ["notes.txt", "me", "../../me.mp4.exe"])
def test_only_video_files_are_taken_in(cleared: DjangoStorage, name: str) -> None:
    with pytest.raises(UnusableFile):
        jobs.submit(io.BytesIO(b"x"), name)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/me.mp4", "me.mp4"), ("C:\\films\\me.mp4", "me.mp4"), ("/.mp4", ".mp4")],
)
def test_a_file_name_cannot_leave_its_folder(name: str, kept: str) -> None:
    assert jobs.own_name(name).startswith(kept)
    assert "/" not in jobs.own_name(name)


def test_a_recording_is_read_shown_kept_and_its_video_deleted(
    web: Client, cleared: DjangoStorage
) -> None:
    job = handed_in()
    assert len(videos()) == 1
    assert worker.read_next()
    assert not videos()
    job.refresh_from_db()
    assert job.state == JobState.DONE, job.fault
    page = web.get(f"/measure/{job.id}/").content.decode()
    assert "give or take" in page
    assert "<svg" in page
    (moment,) = pictures.recall(job.id)
    picture = web.get(f"/measure/{job.id}/{moment[0]}-{moment[1]}.jpg")
    assert picture.content.startswith(b"\xff\xd8")

    kept = jobs.keep(job.id, taken_at=timezone.now() - timedelta(minutes=1))
    assert [reading.id for reading in cleared.readings()] == [reading.id for reading in kept]
    assert cleared.measurement(job.id).source == "me.mp4"
    assert (settings.HOME.recordings / f"{job.id}.npz").exists()
    assert not list(settings.HOME.pictures.iterdir()), "a picture is kept only when asked"
    assert not jobs.folder_of(job.id).exists()
    assert not pictures.recall(job.id)


def test_a_picture_is_kept_only_when_asked_and_can_be_deleted(
    web: Client, cleared: DjangoStorage
) -> None:
    """The reading itself is typed in here as a finished job: reading a film takes long."""
    found = {
        "side": "left",
        "direction": "internal",
        "value_deg": 35.0,
        "error95_deg": 4.8,
        "accepted": True,
    }
    measurement = {
        "test": "seated-rotation",
        "device": "camera",
        "mode": "active",
        "method": "test",
        "source": "me.mp4",
        "duration_s": 12.0,
        "frame_count": 180,
        "readings": [found],
    }
    job = handed_in()
    Job.objects.filter(pk=job.id).update(state=JobState.DONE, measurement=measurement)
    pictures.remember(job.id, {(Side.LEFT, Direction.INTERNAL): b"\xff\xd8 a picture"})
    (kept,) = jobs.keep(job.id, taken_at=timezone.now(), with_pictures=True)
    address = f"/settings/readings/{kept.id}/picture.jpg"
    assert web.get(address).content == b"\xff\xd8 a picture"
    web.post(f"/settings/readings/{kept.id}/drop/")
    assert web.get(address).status_code == 404
    assert not list(settings.HOME.pictures.iterdir())
    assert cleared.readings() == [kept]


def test_an_unreadable_file_is_refused_in_words_and_deleted(
    web: Client, cleared: DjangoStorage
) -> None:
    job = jobs.submit(io.BytesIO(without_pictures()), "me.mp4")
    worker.read_next()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert not videos()
    assert "No picture could be read from me.mp4" in web.get(f"/measure/{job.id}/").content.decode()
    with pytest.raises(InvalidRecord):
        jobs.keep(job.id, taken_at=timezone.now())


def test_a_waiting_recording_can_be_cancelled(cleared: DjangoStorage) -> None:
    job = handed_in()
    jobs.cancel(job.id)
    assert not videos()
    assert not worker.read_next()


def test_a_running_recording_ends_when_cancel_is_pressed(cleared: DjangoStorage) -> None:
    job = handed_in()
    Job.objects.filter(pk=job.id).update(cancel_asked=True)
    worker.read_next()
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert not jobs.folder_of(job.id).exists()


def test_the_reader_sleeps_until_a_recording_is_handed_in(
    cleared: DjangoStorage,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]],
) -> None:
    looked: Queue[None] = Queue()
    monkeypatch.setattr(worker, "read_next", lambda _: looked.put(None))
    monkeypatch.setattr("coxa.site.measuring.worker.connections.close_all", lambda: None)
    reader = worker.Worker()
    reader.start()
    looked.get(timeout=SOON_S)
    with pytest.raises(Empty):
        looked.get(timeout=A_WHILE_S)
    with django_capture_on_commit_callbacks(execute=True):
        handed_in()
    looked.get(timeout=SOON_S)
    reader.stop()
    reader._thread.join(SOON_S)
    assert not reader._thread.is_alive()


def test_a_recording_left_half_read_is_taken_up_after_a_restart(cleared: DjangoStorage) -> None:
    job = handed_in()
    stopping = threading.Event()
    stopping.set()
    worker.read_next(stopping)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert len(videos()) == 1
    jobs.take_up_after_restart()
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_files_of_no_job_are_swept_up_at_the_start(cleared: DjangoStorage) -> None:
    stray = settings.HOME.uploads / "left-over.upload"
    stray.write_bytes(b"half an upload")
    jobs.take_up_after_restart()
    assert not stray.exists()


def test_too_large_a_file_is_refused_before_it_fills_the_disk(
    web: Client, cleared: DjangoStorage
) -> None:
    film = SimpleUploadedFile("me.mp4", b"x" * 200_000)
    with override_settings(COXA_MAX_UPLOAD_BYTES=1000):
        response = web.post("/measure/video/", {"recording": film})
    assert response.status_code == 422
    assert "larger than" in response.content.decode()
    assert not Job.objects.exists()
    assert not list(settings.HOME.uploads.glob("*.upload*"))


def test_the_sample_is_handed_in_like_an_upload_and_stays_apart(
    web: Client, cleared: DjangoStorage
) -> None:
    response = web.post("/measure/sample/")
    job = Job.objects.get()
    assert response.headers["Location"] == f"/measure/{job.id}/"
    assert job.is_sample
    assert jobs.video_file(job).stat().st_size > 10_000
    jobs.let_go(job.id)


def test_a_test_that_is_read_less_exactly_says_so_before_it_is_filmed(
    web: Client, cleared: DjangoStorage
) -> None:
    said = "less exactly than the seated one"
    pages = {
        test: web.get(f"/measure/video/?test={test.value}").content.decode()
        for test in camera_tests()
    }
    assert {test for test, page in pages.items() if said in page} == {Test.STANDING}
