"""The answer page: the sentence first, both pictures, the figures, the report; in German too."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

import pytest

from coxa.app.comparison import begin_comparison
from coxa.quantities import Device, Direction, Side
from coxa.records import ScreeningAnswers
from tests.app.courses import keep_course, seated

if TYPE_CHECKING:
    from django.test import Client

    from coxa.site.storage import DjangoStorage

GAIN = {Side.LEFT: 9.0, Side.RIGHT: 3.0}


@pytest.fixture
def trained(cleared: DjangoStorage) -> DjangoStorage:
    """Six weeks: left trained, right waited, then both."""
    keep_course(cleared, datetime.now(UTC) - timedelta(days=44), gain_deg=GAIN, seed=3)
    return cleared


def text(web: Client, path: str, **headers: str) -> str:
    response = web.get(path, headers=headers)
    assert response.status_code == 200
    main = response.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


@pytest.mark.usefixtures("trained")
def test_the_sentence_stands_before_everything_else(web: Client) -> None:
    said = text(web, "/answer/")
    first = said.index("Yes: your left hip turns in about")
    assert first < said.index("Sitting, phone")
    assert first < said.index("In more than 99 of 100 worlds")
    assert "Of the other hip it cannot be told yet." in said


@pytest.mark.usefixtures("trained")
def test_pictures_tables_and_figures_are_all_there(web: Client) -> None:
    page = web.get("/answer/").content.decode()
    worlds, course_and_interval = 2, 4
    assert page.count('role="img"') == worlds + course_and_interval
    for said in (
        "as it would be without training",
        "The same figure, had something else been assumed",
        "Nonoverlap of all pairs (NAP)",
        "Counted as",
        "The note of the week",
        "Whether turning further changes pain",
        "state-space-1",
    ):
        assert said in page, said


def test_the_series_that_the_sentence_is_about_comes_first(
    trained: DjangoStorage, web: Client
) -> None:
    few = seated(Direction.EXTERNAL, Device.GONIOMETER)
    keep_course(trained, datetime.now(UTC) - timedelta(days=60), days=12, of=few, sessions=False)
    said = text(web, "/answer/")
    assert said.index("phone on the shin, by your own muscles") < said.index("Sitting, goniometer")


@pytest.mark.usefixtures("trained")
def test_today_names_the_hip_and_has_the_note_of_the_week(web: Client) -> None:
    said = text(web, "/")
    assert "Yes: your left hip turns in about" in said
    assert "Last week, Monday to Sunday" in said


@pytest.mark.usefixtures("trained")
def test_the_report_is_a_page_with_its_looks_and_a_pdf(web: Client) -> None:
    said = text(web, "/answer/report/")
    assert "Left: It turns in about" in said
    assert "Lying turn-in stretch" in said
    assert ".report" in web.get("/looks/report.css").content.decode()
    pdf = web.get("/answer/report.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


@pytest.mark.usefixtures("trained")
def test_in_german_no_english_sentence_is_left_in_answer_and_report(web: Client) -> None:
    from django.conf import settings

    web.cookies[settings.LANGUAGE_COOKIE_NAME] = "de"
    for path in ("/answer/", "/answer/report/"):
        said = text(web, path)
        assert "deine linke Hüfte" in said or "Links:" in said
        for english in (" the ", " readings", " training", "turns in", " with "):
            assert english not in said, f"{path}: {said[max(0, said.find(english) - 60) :][:140]}"
    assert web.get("/answer/report.pdf").content.startswith(b"%PDF")


def test_what_was_fixed_beforehand_is_shown_with_its_seal(
    cleared: DjangoStorage, web: Client
) -> None:
    first = datetime.now(UTC) - timedelta(days=44)
    answers = cleared.screenings()[0].answers
    cleared.add_screening(ScreeningAnswers(at=first - timedelta(hours=1), answers=answers))
    drawn = begin_comparison(cleared, now=first, weeks=6)
    keep_course(cleared, first, gain_deg=GAIN, seed=3)
    said = text(web, "/answer/")
    assert "What was fixed beforehand" in said
    assert drawn.sha256 in said
    assert "What was otherwise than planned" in said
    assert "What was fixed beforehand" in text(web, "/answer/report/")


def test_without_a_reading_it_says_so_and_offers_no_report(
    cleared: DjangoStorage, web: Client
) -> None:
    said = text(web, "/answer/")
    assert "Cannot tell yet: there is no reading." in said
    assert "Report for" not in said
    assert text(web, "/answer/report/").count("Cannot tell yet: there is no reading.") == 1
