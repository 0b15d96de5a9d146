"""Two short pages: what is ticked is kept, what is left out is gone, and mistakes are told."""

from __future__ import annotations

from datetime import time

from django.test import Client

from coxa.records import Goal, GoalTag, Preferences, Wanted
from coxa.site.storage import DjangoStorage
from tests.site.test_pages import typed

HAVE = {
    "weekdays": ["0", "2", "4"],
    "minutes": "20",
    "at": "18:30",
    "equipment": ["mat", "band"],
    "places": ["floor", "chair"],
}


def test_what_is_wanted_is_kept_and_shown_again(web: Client, cleared: DjangoStorage) -> None:
    said = {"goal": "squatting", "goal_words": " sit on my heels ", "wanted": "both"}
    assert web.post("/settings/want/", said).headers["Location"] == "/settings/have/"
    kept = cleared.preferences()
    assert kept.goal == Goal(tag=GoalTag.SQUATTING, words="sit on my heels")
    assert kept.wanted is Wanted.BOTH
    page = web.get("/settings/want/").content.decode()
    assert 'value="sit on my heels"' in page
    assert 'value="squatting" checked' in page


def test_what_there_is_is_kept_and_leaves_the_goal_alone(
    web: Client, cleared: DjangoStorage
) -> None:
    cleared.save_preferences(Preferences(goal=Goal(tag=GoalTag.RUNNING)))
    assert web.post("/settings/have/", HAVE).headers["Location"] == "/"
    assert cleared.preferences() == Preferences(
        goal=Goal(tag=GoalTag.RUNNING),
        weekdays=(0, 2, 4),
        minutes=20,
        at=time(18, 30),
        equipment=("mat", "band"),
        places=("floor", "chair"),
    )
    page = web.get("/settings/have/").content.decode()
    assert 'value="18:30"' in page
    assert page.count('name="weekdays"') == 7
    assert page.count(" checked") == 3 + 1 + 2 + 2


def test_nothing_at_hand_is_an_answer_but_no_day_is_none(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/settings/have/", {k: v for k, v in HAVE.items() if k != "equipment"})
    assert cleared.preferences().equipment == ()
    for missing in ("weekdays", "places"):
        response = web.post("/settings/have/", {k: v for k, v in HAVE.items() if k != missing})
        assert response.status_code == 200
        assert "Please choose at least one." in response.content.decode()
    for wrong in ({"at": "noon"}, {"minutes": "600"}, {"places": ["moon"]}):
        assert web.post("/settings/have/", HAVE | wrong).status_code == 200
    assert cleared.preferences().minutes == 20


def test_a_length_that_came_from_elsewhere_is_shown(web: Client, cleared: DjangoStorage) -> None:
    cleared.save_preferences(Preferences(minutes=12))
    assert 'value="12" checked' in web.get("/settings/have/").content.decode()


def test_with_records_saving_leads_to_the_plan(web: Client, cleared: DjangoStorage) -> None:
    web.post("/measure/type/", typed(left_internal="30"))
    assert web.post("/settings/have/", HAVE).headers["Location"] == "/plan/"
    assert "Saved." in web.get("/plan/").content.decode()


def test_the_plan_leaves_as_a_calendar_at_the_usual_hour(
    web: Client, cleared: DjangoStorage
) -> None:
    web.post("/measure/type/", typed(left_internal="30"))
    cleared.save_preferences(Preferences(at=time(18, 30)))
    assert 'href="/plan/calendar.ics" download' in web.get("/plan/").content.decode()
    answer = web.get("/plan/calendar.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert answer.content.startswith(b"BEGIN:VCALENDAR")
    assert b"T183000" in answer.content
    assert b"BEGIN:VALARM" in answer.content
