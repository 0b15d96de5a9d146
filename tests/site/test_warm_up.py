"""The question before each reading: asked, kept, answered beforehand after a session, shown."""

from __future__ import annotations

import importlib
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from coxa.app.amend import undo
from coxa.quantities import Side
from coxa.records import DoneSet, Session
from coxa.site.measuring import jobs
from coxa.site.models import AmendmentRow, Job, ReadingRow
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage
from tests.site.test_pages import typed

FILM = (Path(__file__).parent.parent / "clips" / "left_internal_only.mp4").read_bytes()
QUESTION = "Have you warmed up, exercised or stretched in the last hour?"
MEASUREMENT = {
    "test": "seated-rotation",
    "device": "camera",
    "mode": "active",
    "method": "test",
    "source": "me.mp4",
    "duration_s": 12.0,
    "frame_count": 180,
    "readings": [
        {
            "side": "left",
            "direction": "internal",
            "value_deg": 35.0,
            "error95_deg": 4.8,
            "accepted": True,
        }
    ],
}


def film() -> SimpleUploadedFile:
    return SimpleUploadedFile("me.mp4", FILM)


def done(job: Job) -> Job:
    """The job as if its film had been read."""
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, measurement=MEASUREMENT)
    job.refresh_from_db()
    return job


def said(storage: DjangoStorage) -> list[bool | None]:
    return [reading.after_exercise for reading in storage.readings()]


def moment() -> str:
    return timezone.localtime().strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize("address", ["/measure/type/", "/measure/video/"])
def test_the_question_is_asked_and_open_before_a_reading(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    page = web.get(address).content.decode()
    assert QUESTION in page
    assert 'name="after_exercise" value="no"  required' in page, "neither answer is chosen"
    assert 'name="after_exercise" value="yes"  required' in page


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False)])
def test_the_answer_is_kept_with_what_was_typed(
    web: Client, cleared: DjangoStorage, answer: str, kept: bool
) -> None:
    web.post("/measure/type/", typed(left_internal="30", after_exercise=answer))
    assert said(cleared) == [kept]


def test_a_film_without_the_answer_is_not_taken_in(web: Client, cleared: DjangoStorage) -> None:
    response = web.post("/measure/video/", {"recording": film()})
    assert response.status_code == 422
    assert "answer with yes or no" in response.content.decode()
    assert not Job.objects.exists()


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False)])
def test_the_answer_goes_with_the_film_to_its_readings(
    web: Client, cleared: DjangoStorage, answer: str, kept: bool
) -> None:
    web.post("/measure/video/", {"recording": film(), "after_exercise": answer})
    job = done(Job.objects.get())
    page = web.get(f"/measure/{job.id}/").content.decode()
    assert QUESTION not in page, "it is not asked twice"
    assert ("not counted in the answer" in page) is kept
    web.post(f"/measure/{job.id}/keep/", {"taken_at": moment()})
    assert said(cleared) == [kept]


def test_a_film_handed_in_without_being_asked_is_asked_about_before_it_is_kept(
    web: Client, cleared: DjangoStorage
) -> None:
    job = done(jobs.submit(io.BytesIO(FILM), "me.mp4"))
    assert QUESTION in web.get(f"/measure/{job.id}/").content.decode()
    assert web.post(f"/measure/{job.id}/keep/", {"taken_at": moment()}).status_code == 422
    web.post(f"/measure/{job.id}/keep/", {"taken_at": moment(), "after_exercise": "yes"})
    assert said(cleared) == [True]


def test_nobody_is_asked_about_the_sample(web: Client, cleared: DjangoStorage) -> None:
    job = done(jobs.submit(io.BytesIO(FILM), "me.mp4", is_sample=True))
    assert QUESTION not in web.get(f"/measure/{job.id}/").content.decode()
    web.post(f"/measure/{job.id}/keep/", {"taken_at": moment()})
    assert said(cleared) == [None]


@pytest.mark.parametrize("address", ["/measure/type/", "/measure/video/"])
def test_a_session_that_just_ended_has_answered_it(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    at = timezone.localtime() - timedelta(seconds=1)
    one = DoneSet(
        at=at, exercise_id="frog", side=Side.LEFT, set_number=1, reps_done=1, hold_done_s=30
    )
    cleared.save_session(
        Session(id="a" * 32, started_at=at, finished_at=at, planned=(), done=(one,))
    )
    page = web.get(address).content.decode()
    assert 'name="after_exercise" value="yes" checked' in page
    assert f"You exercised with coxa until {at:%H:%M}" in page
    typed_all_the_same = typed(left_internal="30", after_exercise="no")
    web.post("/measure/type/", typed_all_the_same)
    assert said(cleared) == [False], "the person has the last word"


def test_a_warm_reading_is_hollow_named_and_not_counted(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_internal="30"))
    assert "hollow" not in web.get("/progress/").content.decode()
    web.post("/measure/type/", typed(left_internal="39", after_exercise="yes"))
    progress = web.get("/progress/").content.decode()
    assert "A hollow point was taken after exercise" in progress
    assert "39° (give or take 9°), after exercise" in progress
    assert 'fill="var(--coxa-paper, #ffffff)"' in progress
    assert "L 30°" in progress, "the cold reading speaks for its line"
    assert "stretching: 1." in web.get("/answer/").content.decode()


def test_the_answer_can_be_corrected_and_stays_unknown_until_then(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_internal="30"))
    row = ReadingRow.objects.get()
    row.data["after_exercise"] = None
    row.save()
    address = f"/settings/readings/{row.id}/"
    assert 'value="unknown" checked' in web.get(address).content.decode()
    change = {"size_deg": "30", "taken_at": moment(), "note": ""}
    web.post(address, change | {"after_exercise": "unknown"})
    assert said(cleared) == [None]
    web.post(address, change | {"after_exercise": "yes"})
    assert said(cleared) == [True]


def test_what_was_never_asked_becomes_unknown_and_old_changes_can_still_be_undone(
    web: Client, cleared: DjangoStorage
) -> None:
    """Records as they were before the question: a box, left empty or ticked."""
    web.post("/measure/type/", typed(left_internal="30", right_internal="31"))
    cold, warm = (reading.id for reading in cleared.readings())
    web.post(f"/settings/readings/{cold}/move/")
    row = ReadingRow.objects.get(pk=warm)
    row.data["after_exercise"] = True
    row.save()
    migration = importlib.import_module("coxa.site.migrations.0002_warm_up")
    migration.forget_unasked(apps, None)
    assert {reading.id: reading.after_exercise for reading in cleared.readings()} == {
        cold: None,
        warm: True,
    }
    assert AmendmentRow.objects.get().data["before"]["after_exercise"] is None
    undo(cleared, cleared.amendments()[0].id, at=timezone.now())
    assert {reading.side for reading in cleared.readings()} == set(Side)
