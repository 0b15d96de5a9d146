"""Blocked means blocked: every way to build, start, go on with or take away a session is tried."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from coxa.records import PainReport, PainTime, ScreeningAnswers
from coxa.safety import QUESTIONS, Consequence
from tests.site.test_pages import typed

if TYPE_CHECKING:
    from django.test import Client

    from coxa.site.storage import DjangoStorage

CLOSED_BY_A_PINCH = "seated-internal-rotation"
ALL_NO = {question.id: False for question in QUESTIONS}
NOTHING_TO_DO = 400
"""The plan has no dose: there is nothing to start."""
Block = Callable[["DjangoStorage"], None]


def now() -> datetime:
    return datetime.now(UTC)


def answered(**yes: bool) -> Block:
    def block(storage: DjangoStorage) -> None:
        storage.add_screening(ScreeningAnswers(at=now(), answers=ALL_NO | yes))

    return block


def half_answered(storage: DjangoStorage) -> None:
    storage.add_screening(ScreeningAnswers(at=now(), answers={"changed_since": True}))


def hurts_too_much(storage: DjangoStorage) -> None:
    storage.add_pain(PainReport(at=now(), score=8))


def two_bad_mornings(storage: DjangoStorage) -> None:
    for days_ago, score in ((3, 4), (0, 6)):
        at = now() - timedelta(days=days_ago)
        storage.add_pain(PainReport(at=at, score=score, when=PainTime.NEXT_MORNING))


BLOCKING = {
    question.id: answered(**{question.id: True} | {question.asked_if or question.id: True})
    for question in QUESTIONS
    if question.consequence in (Consequence.SAME_DAY, Consequence.BLOCK_ALL)
}
BY_ANSWERS = BLOCKING | {"half answered": half_answered}
BY_ANYTHING = BY_ANSWERS | {"much pain": hurts_too_much, "two bad mornings": two_bad_mornings}


@pytest.fixture
def web(cleared: DjangoStorage) -> Client:
    """A person with a first reading, free so far."""
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.post("/measure/type/", typed(left_internal="30", right_internal="32"))
    assert len(cleared.readings()) == 2
    return client


def post(web: Client, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = web.post(path, body, "application/json")
    return answer.status_code, answer.json()


def send(web: Client, session_id: str, number: int, **event: Any) -> tuple[int, dict[str, Any]]:
    body = {"number": number, "event": event}
    return post(web, f"/api/sessions/{session_id}/events", body)


def begun(web: Client, exercise: str = CLOSED_BY_A_PINCH) -> str:
    status, reply = post(web, "/api/sessions", {"exercise_id": exercise, "side": "left"})
    assert status == 200
    session_id = str(reply["id"])
    assert send(web, session_id, 0, kind="begin", t_s=0)[0] == 200
    return session_id


def refused(answer: Any) -> bool:
    """Told no, or led to the questions or to the reason."""
    if answer.status_code == 302:
        return str(answer.headers["Location"]).startswith("/questions/")
    return bool(answer.status_code == 403)


@pytest.mark.parametrize("block", BY_ANYTHING.values(), ids=BY_ANYTHING)
def test_no_session_starts(web: Client, cleared: DjangoStorage, block: Block) -> None:
    block(cleared)
    for form in (
        {},
        {"early": "1"},
        {"exercise": "clamshell", "side": "both"},
        {"exercise": "clamshell", "early": "1", "doses": "[]"},
    ):
        answer = web.post("/session/begin/", form)
        assert refused(answer) or answer.status_code == NOTHING_TO_DO, form
    for body in ({}, {"exercise_id": "clamshell"}, {"exercise_id": "clamshell", "side": "left"}):
        status, told = post(web, "/api/sessions", body)
        assert status == 403 or told["id"] == "coach_nothing_to_do", told
    assert not cleared.sessions()


@pytest.mark.parametrize("block", BY_ANSWERS.values(), ids=BY_ANSWERS)
def test_a_session_under_way_goes_no_further_but_can_be_ended(
    web: Client, cleared: DjangoStorage, block: Block
) -> None:
    session_id = begun(web)
    block(cleared)
    for kind in ("tick", "next", "resume", "begin"):
        status, told = send(web, session_id, 1, kind=kind, t_s=5)
        assert status == 403, kind
        assert told["message"]
    assert len(cleared.session_events(session_id)) == 1
    assert refused(web.get(f"/session/{session_id}/"))
    assert refused(web.get("/session/"))
    assert send(web, session_id, 1, kind="pause", t_s=5)[0] == 200
    assert send(web, session_id, 2, kind="pain", t_s=5, score=2)[0] == 200
    assert send(web, session_id, 3, kind="stop", t_s=5)[0] == 200


@pytest.mark.parametrize("block", [hurts_too_much, two_bad_mornings])
def test_pain_from_before_keeps_a_session_from_being_resumed(
    web: Client, cleared: DjangoStorage, block: Block
) -> None:
    block(cleared)
    cleared.add_screening(ScreeningAnswers(at=now(), answers=ALL_NO))
    assert post(web, "/api/sessions", {"exercise_id": "clamshell"})[0] == 403
    assert not cleared.sessions()


@pytest.mark.parametrize("block", BY_ANYTHING.values(), ids=BY_ANYTHING)
def test_no_plan_is_built_shown_printed_or_drawn(
    web: Client, cleared: DjangoStorage, block: Block
) -> None:
    assert web.get("/plan/").context["plan"].days
    block(cleared)
    made = web.get("/api/you/plan?start_now=true").json()
    today = now().astimezone().date().isoformat()
    assert not [day for day in made["days"] if day["doses"] and day["day"] == today]
    if block is not hurts_too_much:
        assert not made["days"]
    assert refused(web.post("/plan/compare/draw/", {"weeks": "6"}))
    assert cleared.experiment() is None
    calendar = web.get("/plan/calendar.ics")
    assert refused(calendar) or today.replace("-", "").encode() not in calendar.content
    for address in ("/plan/", "/plan/handout/", "/plan/handout.pdf"):
        answer = web.get(address)
        assert refused(answer) or b"Start the session" not in answer.content


def test_what_one_answer_closes_is_closed_on_every_way(web: Client, cleared: DjangoStorage) -> None:
    session_id = begun(web)
    answered(groin_pinch=True)(cleared)
    body = {"exercise_id": CLOSED_BY_A_PINCH, "side": "left"}
    status, told = post(web, "/api/sessions", body)
    assert (status, told["id"]) == (403, "then_groin_pinch")
    form = {"exercise": CLOSED_BY_A_PINCH, "side": "left"}
    assert web.post("/session/begin/", form).status_code == 403
    assert send(web, session_id, 1, kind="tick", t_s=5)[0] == 403
    assert send(web, session_id, 1, kind="resume", t_s=5)[0] == 403
    assert web.get(f"/session/{session_id}/").status_code == 403
    assert len(cleared.sessions()) == 1
    for day in web.get("/api/you/plan?start_now=true").json()["days"]:
        assert CLOSED_BY_A_PINCH not in [dose["exercise_id"] for dose in day["doses"]]
    assert post(web, "/api/sessions", {"exercise_id": "clamshell", "side": "left"})[0] == 200


@pytest.mark.parametrize(
    "forged",
    [
        {"doses": [{"exercise_id": CLOSED_BY_A_PINCH, "side": "left", "sets": 9, "hold_s": 120}]},
        {"exercise_id": "clamshell", "variant_id": "harder"},
        {"exercise_id": "clamshell", "sets": 10, "hold_s": 120},
        {"exercise_id": "clamshell", "cleared": True},
    ],
)
def test_no_client_says_how_much_or_that_it_may(
    web: Client, cleared: DjangoStorage, forged: dict[str, Any]
) -> None:
    assert post(web, "/api/sessions", forged)[0] == 422
    assert not cleared.sessions()


def test_a_stop_sign_asks_everything_before_the_next_session_but_not_within_one(
    web: Client, cleared: DjangoStorage
) -> None:
    session_id = begun(web)
    told = {"kind": "pain", "t_s": 2, "score": 0, "groin_pinch": True}
    assert send(web, session_id, 1, **told)[0] == 200
    assert send(web, session_id, 2, kind="tick", t_s=4)[0] == 200
    assert send(web, session_id, 3, kind="stop", t_s=6)[0] == 200
    status, blocked = post(web, "/api/sessions", {"exercise_id": "clamshell"})
    assert (status, blocked["id"]) == (403, "blocked_unanswered")
    assert web.get("/session/").headers["Location"].startswith("/questions/")


def test_a_session_that_was_left_open_long_ago_stays_closed(
    web: Client, cleared: DjangoStorage
) -> None:
    session_id = begun(web)
    session = cleared.session(session_id)
    long_ago = session.started_at - timedelta(hours=5)
    cleared.save_session(session.model_copy(update={"started_at": long_ago}))
    for kind in ("resume", "tick", "next"):
        assert send(web, session_id, 1, kind=kind, t_s=5)[0] in (400, 403)
    assert len(cleared.session_events(session_id)) == 1
