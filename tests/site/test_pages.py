"""Pages: asked first, one thing due, typed readings kept, plain words for every mistake."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from coxa.quantities import Direction, Side
from coxa.safety import QUESTIONS
from coxa.site.storage import DjangoStorage

PAGES = (
    "/",
    "/questions/",
    "/measure/",
    "/measure/video/",
    "/measure/type/",
    "/plan/",
    "/exercises/",
    "/answer/",
    "/progress/",
    "/settings/",
    "/settings/you/",
    "/people/",
    "/settings/want/",
    "/settings/have/",
    "/settings/readings/",
    "/settings/import/",
    "/settings/delete/",
    "/about/",
    "/article/",
    "/hip-rotation/",
    "/plan/handout/",
)
NUMBERS = ("left_internal", "left_external", "right_internal", "right_external")


def typed(**changes: str) -> dict[str, str]:
    moment = timezone.localtime() - timedelta(minutes=1)
    form = {
        "test": "seated-rotation",
        "device": "goniometer",
        "mode": "active",
        "after_exercise": "no",
        "taken_at": moment.strftime("%Y-%m-%dT%H:%M"),
        **dict.fromkeys(NUMBERS, ""),
    }
    return form | changes


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_for_a_person_without_records(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    assert web.get(address).status_code == 200


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_for_a_person_with_records(
    web: Client, cleared: DjangoStorage, address: str
) -> None:
    web.post("/measure/type/", typed(left_internal="30", right_external="41.5"))
    assert len(cleared.readings()) == 2
    assert web.get(address).status_code == 200


def test_nothing_may_be_loaded_from_outside(web: Client) -> None:
    policy = web.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "unsafe" not in policy


def test_another_host_name_is_refused(storage: DjangoStorage) -> None:
    """A page elsewhere must not reach the records through a name that leads to this machine."""
    assert Client(HTTP_HOST="evil.example").get("/").status_code == 400


@pytest.mark.parametrize("address", ["/measure/", "/measure/video/", "/measure/type/", "/plan/"])
def test_questions_come_before_measuring(web: Client, address: str) -> None:
    response = web.get(address)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/questions/")


def test_questions_come_three_at_a_time_and_are_kept_once_all_are_answered(web: Client) -> None:
    answers: dict[str, str] = {}
    for _ in range(20):
        response = web.post("/questions/", answers)
        if response.status_code == 302:
            break
        asked = [question.id for question in response.context["questions"]]
        assert 1 <= len(asked) <= 3
        answers |= dict.fromkeys(asked, "no")
    stored = DjangoStorage().screenings()
    assert len(stored) == 1
    assert not any(stored[0].answers.values())
    assert response.headers["Location"] == "/settings/you/"


def test_a_blocking_answer_closes_tests_and_sessions_and_names_whom_to_see(web: Client) -> None:
    first = QUESTIONS[0]
    response = web.post("/questions/", {first.id: "yes"})
    assert response.headers["Location"] == "/questions/result/"
    page = web.get("/questions/result/").content.decode()
    assert "a doctor, today" in page
    assert web.get("/measure/").headers["Location"] == "/questions/result/"
    assert web.post("/measure/sample/").headers["Location"] == "/questions/result/"
    assert web.post("/measure/type/", typed(left_internal="30")).status_code == 302
    assert not DjangoStorage().readings()


def test_typed_readings_are_signed_and_carry_their_error(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_internal="30", left_external="41.5"))
    found = {reading.series.direction: reading for reading in cleared.readings()}
    assert found[Direction.INTERNAL].value_deg == 30
    assert found[Direction.EXTERNAL].value_deg == -41.5
    assert all(reading.error95_deg == 9.2 for reading in found.values())
    assert "30° (give or take 9°)" in web.get("/progress/").content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "Type at least one angle"),
        ({"left_internal": "91"}, "No hip turns further than 90°"),
        ({"left_internal": "nan"}, "Type a number of degrees"),
        ({"left_internal": "30", "taken_at": ""}, "Give a date and a time"),
        ({"left_internal": "30", "taken_at": "1026-01-01T10:00"}, "too long ago"),
        ({"left_internal": "30", "error95_deg": "80"}, "between 1° and 30°"),
        ({"left_internal": "30", "device": "other"}, "Give your instrument a name"),
        ({"left_internal": "30", "taken_at": "2999-01-01T10:00"}, "still to come"),
        ({"left_internal": "30", "device": "camera"}, "not one of the available choices"),
        ({"left_internal": "30", "after_exercise": ""}, "answer with yes or no"),
        ({"left_internal": "30", "after_exercise": "perhaps"}, "not one of the available choices"),
    ],
)
def test_a_slip_of_the_pen_is_told_and_nothing_is_kept(
    web: Client, cleared: DjangoStorage, change: dict[str, str], sentence: str
) -> None:
    response = web.post("/measure/type/", typed(**change))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not cleared.readings()


def test_a_typed_reading_keeps_the_stated_error_and_the_name_of_another_instrument(
    web: Client, cleared: DjangoStorage
) -> None:
    given = typed(left_internal="30", device="other", instrument="Plurimeter", error95_deg="5")
    assert web.post("/measure/type/", given).status_code == 302
    (kept,) = cleared.readings()
    assert (kept.error95_deg, kept.series.method) == (5.0, "typed: plurimeter")
    assert "Sitting, plurimeter, by your own muscles" in web.get("/progress/").content.decode()


def test_a_pinch_ends_the_test_and_is_kept_as_a_report(web: Client, cleared: DjangoStorage) -> None:
    page = web.post("/measure/pinch/").content.decode()
    assert "the test is over" in page
    assert [report.groin_pinch for report in cleared.pain()] == [True]
    assert web.get("/measure/").status_code == 403
    assert web.post("/measure/sample/").status_code == 403


def test_a_reading_is_moved_deleted_and_brought_back(web: Client, cleared: DjangoStorage) -> None:
    web.post("/measure/type/", typed(left_internal="30"))
    reading_id = cleared.readings()[0].id
    web.post(f"/settings/readings/{reading_id}/move/")
    assert cleared.readings()[0].side is Side.RIGHT
    web.post(f"/settings/readings/{reading_id}/delete/")
    assert not cleared.readings()
    for change in reversed(cleared.amendments()):
        web.post(f"/settings/changes/{change.id}/undo/")
    assert [(r.id, r.side) for r in cleared.readings()] == [(reading_id, Side.LEFT)]


def test_export_then_delete_then_import_gives_everything_back(
    web: Client, cleared: DjangoStorage
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    web.post("/measure/type/", typed(left_internal="30", right_internal="28"))
    before = cleared.readings()
    bundle = web.get("/settings/export/").content
    assert web.post("/settings/delete/", {"word": "no"}).status_code == 422
    assert cleared.readings() == before
    web.post("/settings/delete/", {"word": "Delete"})
    assert not cleared.readings()
    assert not cleared.screenings()
    web.post("/settings/import/", {"bundle": SimpleUploadedFile("coxa.zip", bundle)})
    assert cleared.readings() == before
    assert cleared.screenings()


def test_a_file_that_is_no_bundle_is_refused_in_words(web: Client, cleared: DjangoStorage) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    response = web.post("/settings/import/", {"bundle": SimpleUploadedFile("x.zip", b"nonsense")})
    assert response.status_code == 422
    assert 'class="wrong"' in response.content.decode()


@pytest.mark.parametrize("year", ["1492", "2999", "x"])
def test_an_impossible_year_of_birth_is_refused(web: Client, year: str) -> None:
    page = web.post("/settings/you/", {"year_of_birth": year, "sex": ""}).content.decode()
    assert 'class="wrong"' in page


def test_a_page_that_does_not_exist_says_so(web: Client) -> None:
    response = web.get("/measure/0123/")
    assert response.status_code == 404
    assert "no such measurement" in response.content.decode()
