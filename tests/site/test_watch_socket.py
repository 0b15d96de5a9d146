"""The watch socket: who may open it, what it tells, and that it writes nothing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from coxa.quantities import Side
from coxa.records import Dose, Message, Session
from coxa.site.coach.socket import WatchSocket
from coxa.site.coach.ticket import ticket_for
from coxa.site.storage import DjangoStorage
from coxa.wording import say
from tests.site.live_page import HEADERS, play
from tests.site.live_page import Page as LivePage
from tests.synthetic_exercise import HEIGHT_PX, WIDTH_PX, frames, reps
from tests.watch_page import packets

SESSION, OTHER = "1" * 32, "2" * 32
TOGETHER = 2
"""Frames in a message, as the page sends them at 15 a second."""


async def elsewhere(scope: Any, receive: Any, send: Any) -> None:
    """Stands behind the watch socket."""
    await send({"type": "websocket.close", "code": 4000})


class Page(LivePage):
    """A player's page."""

    def __init__(self, app: WatchSocket, path: str = SESSION, **headers: str | None) -> None:
        super().__init__(app, path, **headers)  # type: ignore[arg-type]
        self.scope["path"] = f"/coach/{path}"

    async def greet(self, ticket: str | None = None, **more: object) -> None:
        assert await self.open()
        size = {"width_px": WIDTH_PX, "height_px": HEIGHT_PX}
        ticket = ticket_for(SESSION) if ticket is None else ticket
        self.say({"kind": "hello", "ticket": ticket} | size | more)

    async def watch(self, exercise_id: str, side: str = "left", turn: int = 1) -> dict[str, Any]:
        self.say({"kind": "exercise", "exercise_id": exercise_id, "side": side, "turn": turn})
        return await self.hear()

    async def refused(self, message_id: str, code: int = 1008) -> None:
        *_, fault, closed = await self.hear_all()
        words = say(Message(id=message_id))
        assert fault == {"kind": "fault", "id": message_id, "message": words}
        assert closed == {"kind": "closed", "code": code}


@pytest.fixture
def app() -> WatchSocket:
    return WatchSocket(elsewhere, hello_s=0.2)


@pytest.fixture
def session(storage: DjangoStorage) -> Session:
    why = Message(id="session_chosen", params={"exercise": "it"})
    doses = [
        Dose(exercise_id=of, side=Side.LEFT, sets=1, reps=2, hold_s=2, reason=why)
        for of in ("clamshell", "reverse-clam")
    ]
    kept = Session(id=SESSION, started_at=datetime.now(UTC), planned=tuple(doses))
    storage.save_session(kept)
    return kept


def film(exercise: str = "clamshell", until_s: float = 8.0) -> list[bytes]:
    from coxa.catalogue import load_catalogue

    found = load_catalogue().exercise(exercise)
    return list(packets(frames(found, Side.LEFT, reps(1.0), until_s)))


def test_a_repetition_is_told_with_how_long_ago_each_moment_was(
    app: WatchSocket, session: Session, storage: DjangoStorage
) -> None:
    async def scene() -> list[dict[str, Any]]:
        page = Page(app)
        await page.greet()
        assert await page.watch("clamshell", turn=7) == {"kind": "watching", "turn": 7}
        sent, heard = film(), []
        for first in range(0, len(sent), TOGETHER):
            page.frame(b"".join(sent[first : first + TOGETHER]))
            heard.append(await page.hear())
            assert heard[-1]["number"] == min(first + TOGETHER, len(sent)) - 1
        await page.break_off()
        return heard

    heard = play(scene)
    assert {answer["turn"] for answer in heard} == {7}
    seen = [one for answer in heard for one in answer["seen"]]
    whole = ["in-position", "moving", "at-end", "left-end", "back"]
    assert [one["what"] for one in seen] == whole
    assert all(0 <= one["ago_s"] < 0.2 for one in seen)
    assert any(
        0.9 < answer["glimpse"]["share"] < 1.1 for answer in heard if answer["glimpse"]["share"]
    )
    assert storage.session(SESSION) == session
    assert not storage.session_events(SESSION)


def test_another_exercise_is_watched_from_its_own_start(app: WatchSocket, session: Session) -> None:
    async def scene() -> list[str]:
        page = Page(app)
        await page.greet()
        await page.watch("clamshell", turn=1)
        await page.watch("reverse-clam", turn=2)
        page.frame(b"".join(film("reverse-clam", 1.2)[:14]))
        return [one["what"] for one in (await page.hear())["seen"]]

    assert play(scene) == ["in-position"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None},
        {"origin": "http://elsewhere.example"},
        {"host": "elsewhere.example", "origin": "http://elsewhere.example"},
    ],
)
def test_a_strangers_page_is_turned_away(app: WatchSocket, headers: dict[str, str | None]) -> None:
    assert not play(Page(app, SESSION, **headers).open)


def test_only_sockets_of_sessions_are_taken(app: WatchSocket) -> None:
    page = Page(app)
    page.scope["path"] = "/live/" + SESSION

    async def scene() -> dict[str, Any]:
        assert not await page.open()
        return {"origin": HEADERS["origin"]}

    assert play(scene)
    page = Page(app, "x")
    assert not play(page.open)


@pytest.mark.parametrize("ticket", ["", "guessed", "of-another-session"])
def test_without_its_own_ticket_nothing_is_watched(
    app: WatchSocket, session: Session, ticket: str
) -> None:
    async def scene() -> None:
        page = Page(app)
        await page.greet(ticket_for(OTHER) if ticket == "of-another-session" else ticket)
        await page.refused("watch_ticket_unknown")

    play(scene)


def test_a_ticket_grows_old(
    app: WatchSocket, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.signing.time.time", lambda: 1000.0)
    old = ticket_for(SESSION)
    monkeypatch.undo()

    async def scene() -> None:
        page = Page(app)
        await page.greet(old)
        await page.refused("watch_ticket_unknown")

    play(scene)


def test_one_page_watches_at_a_time(app: WatchSocket, session: Session) -> None:
    async def scene() -> None:
        first, second = Page(app), Page(app)
        await first.greet()
        await first.watch("clamshell")
        await second.greet()
        assert (await second.watch("clamshell"))["kind"] == "watching"
        await first.refused("watch_continued_elsewhere")
        second.frame(film()[0])
        assert (await second.hear())["kind"] == "looks"

    play(scene)


def test_a_page_that_says_nothing_is_hung_up_on(app: WatchSocket) -> None:
    async def scene() -> None:
        page = Page(app)
        assert await page.open()
        await page.refused("watch_silent")

    play(scene)


@pytest.mark.parametrize(
    ("said", "message_id", "code"),
    [
        ("{}", "live_message_unreadable", 1008),
        ('{"kind": "answer", "answer": "pinch"}', "live_message_unreadable", 1008),
        (b"half a frame", "live_message_unreadable", 1008),
        (b"", "live_message_unreadable", 1008),
        (bytes(17 * 816), "live_message_too_large", 1009),
        ("x" * 5000, "live_message_too_large", 1009),
    ],
)
def test_what_is_no_message_ends_the_line(
    app: WatchSocket, session: Session, said: str | bytes, message_id: str, code: int
) -> None:
    async def scene() -> None:
        page = Page(app)
        await page.greet()
        page.text(said) if isinstance(said, str) else page.frame(said)
        await page.refused(message_id, code)

    play(scene)


def test_what_the_catalogue_does_not_have_is_told(app: WatchSocket, session: Session) -> None:
    async def scene() -> dict[str, Any]:
        page = Page(app)
        await page.greet()
        return await page.watch("no-such")

    assert play(scene)["kind"] == "fault"


def test_the_server_answers_others_while_the_figure_is_posed(
    app: WatchSocket, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Posing happens beside the event loop."""
    import time

    from coxa.app import watch_exercise

    def slowly(*_: object) -> object:
        time.sleep(0.5)
        return None

    monkeypatch.setattr(watch_exercise, "watcher_of", slowly)

    async def scene() -> int:
        page = Page(app)
        await page.greet()
        asking, turns = asyncio.create_task(page.watch("clamshell")), 0
        while not asking.done():
            await asyncio.sleep(0.01)
            turns += 1
        return turns

    assert play(scene) > 20
