"""The live socket: who may open it, and how it is taken up again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from django.utils import timezone

from coxa.app.screening import report_pinch
from coxa.site.live.registry import LiveTests, Ticket
from coxa.site.live.socket import LiveSocket
from coxa.site.measuring import jobs
from coxa.site.models import Job
from coxa.site.models.job import JobState
from coxa.site.storage import DjangoStorage
from tests.live_sitter import Run
from tests.site.live_fixtures import (
    QUICK,
    app,
    clock,
    nowhere,
    packet,
    refused,
    tests,
    ticket,
    whole_test,
    words,
)
from tests.site.live_page import HEADERS, Clock, Page, play

__all__ = ["app", "clock", "tests", "ticket", "whole_test"]


# --- Who may open it


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None},
        {"origin": "null"},
        {"origin": "http://elsewhere.example"},
        {"origin": "http://localhost:9"},
        {"origin": "https://localhost"},
        {"host": "elsewhere.example", "origin": "http://elsewhere.example"},
        {"host": None, "origin": "http://"},
        {"host": "localhost@elsewhere.example"},
    ],
)
def test_a_strangers_page_is_turned_away_before_the_socket_is_open(
    app: LiveSocket, ticket: Ticket, headers: dict[str, str | None]
) -> None:
    assert not play(Page(app, ticket.test_id, **headers).open)


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST"])
def test_the_app_may_open_it_by_each_of_its_own_names(
    app: LiveSocket, ticket: Ticket, host: str
) -> None:
    assert play(Page(app, ticket.test_id, host=host, origin=f"http://{host}").open)


def test_two_origins_are_none(app: LiveSocket, ticket: Ticket) -> None:
    page = Page(app, ticket.test_id)
    page.scope["headers"].append((b"origin", HEADERS["origin"].encode()))  # type: ignore[attr-defined]
    assert not play(page.open)


@pytest.mark.parametrize("path", ["/live/", "/", "/live/x", f"/live/{'0' * 32}/more", "/api/"])
def test_there_is_no_other_socket(app: LiveSocket, path: str) -> None:
    page = Page(app, "")
    page.scope["path"] = path
    assert not play(page.open)


def test_nobody_begins_without_a_ticket(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket
) -> None:
    async def scene() -> None:
        for test_id, secret in (("0" * 32, ticket.secret), (ticket.test_id, "guessed")):
            page = Page(app, test_id)
            assert (await page.hello(secret))["id"] == "live_ticket_unknown"

    play(scene)


def test_a_ticket_opens_one_test_once(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket
) -> None:
    async def scene() -> None:
        first = Page(app, ticket.test_id)
        welcome = await first.hello(ticket.secret)
        assert welcome == {"kind": "welcome", "secret": first.secret, "next_number": 0}
        again = await Page(app, ticket.test_id).hello(ticket.secret)
        assert again["id"] == "live_ticket_unknown"

    play(scene)


def test_a_ticket_grows_old_and_only_a_few_lie_about(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, tests: LiveTests, clock: Clock
) -> None:
    pushed_out = tests.issue(after_exercise=None)
    for _ in range(tests.MOST_TICKETS):
        tests.issue(after_exercise=None)

    async def scene(of: Ticket) -> str:
        return str((await Page(app, of.test_id).hello(of.secret)).get("id"))

    assert play(lambda: scene(pushed_out)) == "live_ticket_unknown"
    old = tests.issue(after_exercise=None)
    clock.now_s += tests.TICKET_S + 1
    assert play(lambda: scene(old)) == "live_ticket_unknown"


def test_a_blocked_person_gets_no_page_and_no_test(
    app: LiveSocket, web: Client, cleared: DjangoStorage, ticket: Ticket
) -> None:
    report_pinch(cleared, at=timezone.localtime())
    assert web.get("/measure/live/").status_code == 403
    assert web.post("/measure/live/", {"after_exercise": "no"}).status_code == 403

    async def scene() -> None:
        page = Page(app, ticket.test_id)
        assert (await page.hello(ticket.secret))["kind"] == "fault"
        assert (await page.hear())["kind"] == "closed"

    play(scene)


def test_before_the_questions_there_is_no_test(
    app: LiveSocket, web: Client, storage: DjangoStorage, ticket: Ticket
) -> None:
    assert web.get("/measure/live/")["Location"].startswith("/questions/")
    answer = play(lambda: Page(app, ticket.test_id).hello(ticket.secret))
    assert answer["kind"] == "fault"


def test_whoever_says_nothing_is_hung_up_on(app: LiveSocket, ticket: Ticket) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        assert await page.open()
        await refused(page, "live_no_hello")

    play(scene)


# --- A line that breaks


def test_a_broken_line_is_taken_up_with_the_secret_and_nothing_else(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock, whole_test: Run
) -> None:
    """Once for long while the person sits down, once for a moment in the middle of the test."""
    packets = whole_test.packets
    breaks = {15: QUICK.away_s - 1, len(packets) // 2: 1.0}

    async def scene() -> dict[str, Any]:
        page, sent = Page(app, ticket.test_id), 0
        await page.hello(ticket.secret)
        for count, away_s in breaks.items():
            for one in packets[sent:count]:
                page.frame(one)
            await page.break_off()
            clock.now_s += away_s
            wrong = await Page(app, ticket.test_id).hello(ticket.secret, secret="guessed")
            assert wrong["id"] == "live_gone"
            before, page = page, Page(app, ticket.test_id)
            welcome = await page.hello(ticket.secret, secret=before.secret)
            assert welcome == {"kind": "welcome", "secret": before.secret, "next_number": count}
            # The page does not know what came through, and sends some of it again.
            sent = count - 5
        for one in packets[sent:]:
            page.frame(one)
        return await page.hear_until("done")

    job = Job.objects.get(pk=play(scene)["job"])
    measurement = jobs.measurement_of(job)
    assert measurement is not None
    assert len(measurement.accepted) == 4


def test_a_second_window_with_the_secret_takes_the_place_of_the_first(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket
) -> None:
    async def scene() -> None:
        first, second = Page(app, ticket.test_id), Page(app, ticket.test_id)
        await first.hello(ticket.secret)
        assert (await second.hello("", secret=first.secret))["kind"] == "welcome"
        await refused(first, "live_continued_elsewhere")
        second.frame(packet())
        assert (await second.hear())["kind"] == "view"

    play(scene)


@pytest.mark.parametrize("frames", [0, 1.0])
def test_after_a_minute_what_was_done_waits_as_a_job_and_an_empty_test_is_gone(
    app: LiveSocket,
    cleared: DjangoStorage,
    ticket: Ticket,
    clock: Clock,
    tests: LiveTests,
    whole_test: Run,
    frames: float,
) -> None:
    # All but the last second: the last repeat is not counted yet, the others are.
    count = round((len(whole_test.packets) - 15) * frames)

    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for one in whole_test.packets[:count]:
            page.frame(one)
        await page.break_off()
        clock.now_s += QUICK.away_s + 1
        while tests.running or tests._session._ending.done() is False:  # type: ignore[union-attr]
            await asyncio.sleep(0.01)
        late = Page(app, ticket.test_id)
        await late.hello("", secret=page.secret)
        return await late.hear_all()

    *_, last, closed = play(scene)
    if frames:
        assert last == {"kind": "done", "job": Job.objects.get().id}
        assert closed["code"] == 1000
    else:
        assert last["id"] == "live_nothing_read"
        assert not Job.objects.exists()


def test_without_frames_it_pauses_then_ends(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock, whole_test: Run
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for one in whole_test.packets[: len(whole_test.packets) // 2]:
            page.frame(one)
        await page.understood()
        clock.now_s += 3
        while not (await page.hear_until("view"))["view"]["paused"]:
            pass
        clock.now_s += QUICK.idle_s
        assert (await page.hear_all())[-2]["kind"] == "done"

    play(scene)
    assert Job.objects.get().state == JobState.DONE


def test_no_test_lasts_for_ever(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        clock.now_s += QUICK.whole_s - 10
        page.frame(packet())
        await page.hear_until("view")
        clock.now_s += 11
        await refused(page, "live_nothing_read")

    play(scene)


def test_after_the_app_was_started_again_the_page_is_told_plainly(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        await page.break_off()
        restarted = LiveSocket(nowhere, LiveTests())
        again = Page(restarted, ticket.test_id)
        gone = await again.hello(ticket.secret, secret=page.secret)
        assert gone["message"] == words("live_gone")
        new = await Page(restarted, ticket.test_id).hello(ticket.secret)
        assert new["message"] == words("live_ticket_unknown")

    play(scene)
    assert not Job.objects.exists()


# --- One at a time


def test_a_second_test_is_told_of_the_first_and_may_take_over(
    app: LiveSocket, web: Client, cleared: DjangoStorage, ticket: Ticket, tests: LiveTests
) -> None:
    early = tests.issue(after_exercise=False)

    async def scene() -> None:
        post = sync_to_async(web.post)
        first = Page(app, ticket.test_id)
        await first.hello(ticket.secret)
        told = await Page(app, early.test_id).hello(early.secret)
        assert told["message"] == words("live_another_runs")
        page = await post("/measure/live/", {"after_exercise": "no"})
        assert page.status_code == 409
        assert "A live test is still open" in page.content.decode()
        page = await post("/measure/live/", {"after_exercise": "no", "take_over": "on"})
        issued = page.context["ticket"]
        assert tests.running
        second = Page(app, issued.test_id)
        assert (await second.hello(issued.secret))["kind"] == "welcome"
        await refused(first, "live_taken_over")
        second.frame(packet())
        assert (await second.hear())["kind"] == "view"

    play(scene)
    assert not Job.objects.exists()


def test_deleting_everything_ends_a_test_that_runs(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, tests: LiveTests
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        await asyncio.to_thread(tests.forget)
        await refused(page, "live_forgotten")

    play(scene)
    assert not tests.running
