"""Point 0: questions first; a yes that blocks closes tests and sessions; a pinch ends it."""

from __future__ import annotations

import pytest

from tests.browser.steps import Site

pytestmark = pytest.mark.browser


def test_the_first_screen_leads_through_the_questions_to_measuring(site: Site) -> None:
    site.open("/")
    site.follow("Start with a few questions")
    assert site.page.get_by_role("group").count() == 3
    site.answer()
    assert site.heading() == "About you, if you like"
    site.page.get_by_label("Year of birth").fill("1980")
    site.page.get_by_role("radio", name="Female", exact=True).check()
    site.press("Save")
    assert site.heading() == "What do you want to do more easily?"
    site.page.get_by_role("radio", name="Squatting").check()
    site.press("Next")
    assert site.heading() == "When, where and with what?"
    site.page.get_by_role("checkbox", name="Sunday").uncheck()
    site.press("Save")
    site.follow("Measure now")
    assert site.heading() == "How far does each hip turn?"


def test_going_back_keeps_the_answers_before(site: Site) -> None:
    site.open("questions/")
    for question in site.page.get_by_role("group").all():
        question.get_by_role("radio", name="No").check()
    site.press("Next")
    second = site.text()
    site.press("Back")
    assert "Question 1 of" in site.text()
    for question in site.page.get_by_role("group").all():
        question.get_by_role("radio", name="No").check()
    site.press("Next")
    assert site.text() == second


def test_a_blocked_person_gets_neither_test_nor_session(site: Site) -> None:
    site.open("questions/")
    site.answer(yes_to="cannot stand or walk on")
    assert site.heading() == "Not now – please have this looked at first"
    assert "a doctor, today" in site.text()
    for path in ("measure/", "measure/video/", "measure/type/", "session/"):
        site.open(path)
        assert site.heading() == "Not now – please have this looked at first"
    site.open("/")
    assert site.heading() == "Please have this looked at"


def test_a_groin_pinch_ends_the_test(site: Site) -> None:
    site.clear()
    site.open("measure/video/")
    site.press("It pinches in my groin – stop")
    assert "the test is over" in site.heading()
    site.open("progress/")
    assert "groin pinch" in site.text()
