"""Sessions over the API and their pages: typed, guarded, safe to repeat, in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from coxa.quantities import Side
from coxa.records import ScreeningAnswers

if TYPE_CHECKING:
    from django.test import Client

    from coxa.site.storage import DjangoStorage

STRETCH = "seated-internal-rotation"


def post(web: Client, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = web.post(path, body, "application/json")
    return answer.status_code, answer.json()


def started(web: Client, **body: str) -> dict[str, Any]:
    status, reply = post(web, "/api/sessions", {"exercise_id": STRETCH} | body)
    assert status == 200, reply
    return reply


def send(web: Client, session: dict[str, Any], number: int, **event: Any) -> dict[str, Any]:
    body = {"number": number, "event": event}
    status, reply = post(web, f"/api/sessions/{session['id']}/events", body)
    assert status == 200, reply
    return reply


def test_a_session_starts_waiting_and_speaks_when_it_begins(
    web: Client, cleared: DjangoStorage
) -> None:
    """The answer carries words, not message ids."""
    session = started(web, side="left")
    assert (session["screen"]["phase"], session["next_number"]) == ("waiting", 0)
    reply = send(web, session, 0, kind="begin", t_s=0)
    assert reply["screen"]["phase"] == "intro"
    assert reply["cues"][0]["text"] == "Seated turn-in stretch. Left hip."
    assert reply["screen"]["now"] == "Get into position"


def test_reading_a_session_tells_where_it_stands_and_says_nothing_again(
    web: Client, cleared: DjangoStorage
) -> None:
    session = started(web)
    sent = send(web, session, 0, kind="begin", t_s=0)
    found = web.get(f"/api/sessions/{session['id']}").json()
    assert found["screen"] == sent["screen"]
    assert (found["cues"], found["next_number"]) == ([], 1)


def test_an_event_sent_twice_is_answered_alike(web: Client, cleared: DjangoStorage) -> None:
    session = started(web)
    first = send(web, session, 0, kind="begin", t_s=0)
    assert send(web, session, 0, kind="begin", t_s=0) == first
    assert len(cleared.session_events(session["id"])) == 1


def test_a_second_window_is_told_so(web: Client, cleared: DjangoStorage) -> None:
    session = started(web)
    send(web, session, 0, kind="begin", t_s=0)
    body = {"number": 0, "event": {"kind": "stop", "t_s": 0}}
    status, fault = post(web, f"/api/sessions/{session['id']}/events", body)
    assert (status, fault["id"]) == (400, "session_out_of_step")
    assert "another window" in fault["message"]


def test_blocked_means_blocked_whatever_is_sent(web: Client, storage: DjangoStorage) -> None:
    """Without answers neither the API nor the form starts a session."""
    status, fault = post(web, "/api/sessions", {"exercise_id": STRETCH})
    assert (status, fault["id"]) == (403, "blocked_unanswered")
    web.post("/session/begin/", {"exercise": STRETCH})
    assert storage.sessions() == []


def test_an_answer_that_closes_everything_stops_an_open_session(
    web: Client, cleared: DjangoStorage
) -> None:
    session = started(web)
    answers = cleared.screenings()[-1].answers | {"hip_joint_condition": True}
    cleared.add_screening(ScreeningAnswers(at=datetime.now(UTC), answers=answers))
    body = {"number": 0, "event": {"kind": "begin", "t_s": 0}}
    status, _ = post(web, f"/api/sessions/{session['id']}/events", body)
    assert status == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"number": -1, "event": {"kind": "begin", "t_s": 0}},
        {"number": 0, "event": {"kind": "dance", "t_s": 0}},
        {"number": 0, "event": {"kind": "pain", "t_s": 0, "score": 11}},
        {"number": 0, "event": {"kind": "tick", "t_s": 1e300}},
        {"number": 0, "event": {"kind": "begin", "t_s": 0}, "extra": 1},
    ],
)
def test_what_is_no_event_is_turned_down(
    web: Client, cleared: DjangoStorage, body: dict[str, Any]
) -> None:
    session = started(web)
    status, fault = post(web, f"/api/sessions/{session['id']}/events", body)
    assert status == 422
    assert fault["message"]
    assert cleared.session_events(session["id"]) == []


def test_an_unknown_session_is_not_found(web: Client, cleared: DjangoStorage) -> None:
    assert web.get(f"/api/sessions/{'0' * 32}").status_code == 404
    assert web.get(f"/session/{'0' * 32}/").status_code == 404
    assert web.get(f"/session/{'0' * 32}/done/").status_code == 404


def test_another_site_cannot_send_events(cleared: DjangoStorage) -> None:
    """Without the token of a page of this app nothing is taken."""
    from django.test import Client

    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    answer = strict.post("/api/sessions", {"exercise_id": STRETCH}, "application/json")
    assert answer.status_code == 403
    assert cleared.sessions() == []


def test_one_exercise_for_one_side_opens_the_player(web: Client, cleared: DjangoStorage) -> None:
    answer = web.post("/session/begin/", {"exercise": "clamshell", "side": "right"})
    (session,) = cleared.sessions()
    assert answer.headers["Location"] == f"/session/{session.id}/"
    assert [dose.side for dose in session.planned] == [Side.RIGHT]
    assert b"<coxa-player" in web.get(answer.headers["Location"]).content


def test_a_session_that_is_over_shows_what_was_done(web: Client, cleared: DjangoStorage) -> None:
    session = started(web)
    send(web, session, 0, kind="begin", t_s=0)
    send(web, session, 1, kind="stop", t_s=1)
    answer = web.get(f"/session/{session['id']}/")
    assert answer.headers["Location"].endswith("/done/")
    assert b"nothing is lost" in web.get(answer.headers["Location"]).content


def test_the_front_end_reads_exactly_what_the_api_sends(root: Path) -> None:
    """The fields in frontend/src/player/protocol.ts are those of the API's records."""
    from coxa.site.api.sessions import Reply, Screen, SpokenCue

    protocol = (root / "frontend/src/player/protocol.ts").read_text(encoding="utf-8")
    records: dict[str, type[BaseModel]] = {"Reply": Reply, "Screen": Screen, "Cue": SpokenCue}
    for name, record in records.items():
        body = re.search(rf"export interface {name} {{(.*?)\n}}", protocol, re.DOTALL)
        assert body is not None
        assert set(re.findall(r"^  (\w+):", body[1], re.MULTILINE)) == set(record.model_fields)


def test_the_front_end_finds_every_word_on_the_page(root: Path) -> None:
    """The fields in frontend/src/player/words.ts are those of the page's data block."""
    from coxa.site.pages.session_words import player_words

    source = (root / "frontend/src/player/words.ts").read_text(encoding="utf-8")
    body = re.search(r"export interface PlayerWords {(.*?)\n}", source, re.DOTALL)
    assert body is not None
    assert set(re.findall(r"^  (\w+):", body[1], re.MULTILINE)) == set(player_words())
