"""Three screens before a comparison, its sealed record, its end; looking draws nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from coxa.experiment import draw_schedule
from coxa.quantities import Side
from coxa.records import DoneSet, Preferences, Session
from coxa.site.storage import DjangoStorage
from tests.site.test_pages import typed


@pytest.fixture
def measured(web: Client, cleared: DjangoStorage) -> DjangoStorage:
    web.post("/measure/type/", typed(left_internal="30"))
    return cleared


def page(web: Client, address: str) -> str:
    answer = web.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def exercised(storage: DjangoStorage) -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    done = DoneSet(
        at=at, exercise_id="clamshell", side=Side.LEFT, set_number=1, reps_done=8, hold_done_s=2
    )
    storage.save_session(Session(id="a" * 32, started_at=at, planned=(), done=(done,)))


def test_the_plan_leads_through_three_screens(web: Client, measured: DjangoStorage) -> None:
    assert 'href="/plan/compare/"' in page(web, "/plan/")
    first = page(web, "/plan/compare/")
    assert "Step 1 of 3" in first
    assert 'href="/plan/compare/length/"' in first
    second = page(web, "/plan/compare/length/")
    assert "Step 2 of 3" in second
    assert second.count('name="weeks"') == 4
    assert 'value="6" checked' in second
    third = page(web, "/plan/compare/draw/?weeks=8")
    assert "Step 3 of 3" in third
    assert "after 8 weeks of training and 24 readings of each hip, 3 a week" in third
    assert measured.experiments() == []


def test_who_does_not_want_it_is_told_why_the_answer_is_weaker(
    web: Client, measured: DjangoStorage
) -> None:
    first = page(web, "/plan/compare/")
    assert "Just train" in first
    assert "Without a hip that waits, nobody can tell training from time" in first


def test_the_second_screen_says_what_would_show_with_these_readings(
    web: Client, measured: DjangoStorage
) -> None:
    second = page(web, "/plan/compare/length/")
    assert "A gain of 3° would probably not show, even after 12 weeks." in second
    assert "taken as yours are, 3 a week" in second
    measured.save_preferences(Preferences(weekdays=(0, 3)))
    assert "taken as yours are, 2 a week" in page(web, "/plan/compare/length/")


def test_confirmed_it_is_drawn_once_sealed_and_shown(web: Client, measured: DjangoStorage) -> None:
    answer = web.post("/plan/compare/draw/", {"weeks": "8"})
    assert answer.headers["Location"] == "/plan/compare/record/"
    drawn = measured.experiment()
    assert drawn is not None
    assert drawn.planned_readings == 24
    record = page(web, "/plan/compare/record/")
    assert f"the {drawn.first_side.value} hip trains from" in record
    assert drawn.sha256 in record
    assert str(drawn.seed) in record
    assert "are still those that were drawn" in record
    assert f"the {drawn.first_side.value} hip trains from" in page(web, "/plan/")
    assert web.post("/plan/compare/draw/", {"weeks": "4"}).status_code == 400
    assert measured.experiment() == drawn
    assert web.get("/plan/compare/").headers["Location"] == "/plan/compare/record/"


@pytest.mark.parametrize("weeks", ["", "5", "-6", "6; drop", "9" * 400])
def test_a_length_that_is_not_offered_draws_nothing(
    web: Client, measured: DjangoStorage, weeks: str
) -> None:
    assert web.post("/plan/compare/draw/", {"weeks": weeks}).headers["Location"].endswith("length/")
    assert web.get("/plan/compare/draw/", {"weeks": weeks}).headers["Location"].endswith("length/")
    assert measured.experiment() is None
    assert "Nothing was drawn yet" in page(web, "/plan/compare/length/")


def test_an_ended_one_stays_in_the_record(web: Client, measured: DjangoStorage) -> None:
    web.post("/plan/compare/draw/", {"weeks": "6"})
    drawn = measured.experiment()
    assert drawn is not None
    web.post("/plan/compare/stop/")
    assert measured.experiment() is None
    (ended,) = measured.experiments()
    assert ended.sha256 == drawn.sha256
    assert ended.ended_at is not None
    assert "You ended it on" in page(web, "/plan/compare/record/")
    assert "The comparison that you ended" in page(web, "/plan/") or "compare" in page(
        web, "/plan/"
    )
    web.post("/plan/compare/draw/", {"weeks": "6"})
    assert "A comparison had been drawn before" in page(web, "/plan/compare/record/")


def test_after_an_exercise_nothing_is_drawn_again(web: Client, measured: DjangoStorage) -> None:
    web.post("/plan/compare/draw/", {"weeks": "6"})
    exercised(measured)
    web.post("/plan/compare/stop/")
    for answer in (
        web.get("/plan/compare/"),
        web.get("/plan/compare/length/"),
        web.post("/plan/compare/draw/", {"weeks": "6"}),
    ):
        assert answer.status_code == 400
        assert "before the first exercise" in answer.content.decode()
    assert len(measured.experiments()) == 1
    assert 'href="/plan/compare/record/"' in page(web, "/plan/")


def test_a_schedule_that_was_changed_is_told(web: Client, measured: DjangoStorage) -> None:
    drawn = draw_schedule(1, datetime(2026, 3, 1, tzinfo=UTC), date(2026, 3, 1), weeks=6)
    other_day = drawn.first_side_starts_on + timedelta(days=1)
    measured.save_experiment(drawn.model_copy(update={"first_side_starts_on": other_day}))
    assert "no longer fair" in page(web, "/plan/")
    assert "changed the record of the draw" in page(web, "/plan/compare/record/")


def test_a_schedule_from_before_there_was_a_length_is_shown(
    web: Client, measured: DjangoStorage
) -> None:
    measured.save_experiment(draw_schedule(1, datetime(2026, 3, 1, tzinfo=UTC), date(2026, 3, 1)))
    record = page(web, "/plan/compare/record/")
    assert "are still those that were drawn" in record
    assert "Fixed beforehand" not in record


def test_one_exercise_all_the_same_is_warned_of(web: Client, measured: DjangoStorage) -> None:
    assert "both hips are only measured" not in page(web, "/session/")
    web.post("/plan/compare/draw/", {"weeks": "6"})
    assert "both hips are only measured" in page(web, "/session/")


def test_looking_changes_nothing(web: Client, cleared: DjangoStorage) -> None:
    for address in ("", "length/", "draw/?weeks=6", "record/"):
        web.get(f"/plan/compare/{address}")
    assert web.get("/plan/compare/stop/").status_code == 405
    assert cleared.experiments() == []
