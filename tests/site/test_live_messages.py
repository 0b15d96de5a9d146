"""The live socket: what it takes from a page, and what it refuses in words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from coxa.site.live.messages import MOST_FRAMES
from coxa.site.live.registry import LiveTests, Ticket
from coxa.site.live.session import Limits
from coxa.site.live.socket import LiveSocket
from coxa.site.storage import DjangoStorage
from tests.site.live_fixtures import app, clock, packet, refused, tests, ticket, words
from tests.site.live_page import Clock, Page, play

__all__ = ["app", "clock", "tests", "ticket"]


@pytest.mark.parametrize(
    "said",
    [
        b"bytes",
        "",
        "no json",
        "[" * 4000,
        '{"kind": "hello"}',
        json.dumps({"kind": "hello", "ticket": "x", "width_px": -1, "height_px": 480}),
        '{"kind":"hello","ticket":"x","width_px":640,"height_px":480,"fps":NaN}',
        json.dumps({"kind": "answer", "answer": "pinch"}),
    ],
)
def test_a_first_word_that_is_no_hello_ends_it(
    app: LiveSocket, ticket: Ticket, said: bytes | str
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        assert await page.open()
        page.frame(said) if isinstance(said, bytes) else page.text(said)
        await refused(page, "live_message_unreadable")

    play(scene)


def _a_long_text(page: Page) -> None:
    page.text(json.dumps({"kind": "answer", "answer": "stop", "reason": "ä" * 2100}))


@pytest.mark.parametrize(
    ("send", "message_id", "code"),
    [
        (lambda page: page.frame(packet() * MOST_FRAMES + b"0"), "live_message_too_large", 1009),
        (lambda page: page.frame(packet() * (MOST_FRAMES + 1)), "live_message_too_large", 1009),
        (lambda page: page.frame(packet() + b"0"), "live_message_unreadable", 1008),
        (lambda page: page.frame(packet() * 3 + packet()[:-1]), "live_message_unreadable", 1008),
        (
            lambda page: page.frame(packet(0) + packet(1, time_s=np.nan)),
            "live_message_unreadable",
            1008,
        ),
        (_a_long_text, "live_message_too_large", 1009),
        (lambda page: page.frame(b""), "live_message_unreadable", 1008),
        (lambda page: page.frame(packet()[:-1]), "live_message_unreadable", 1008),
        (lambda page: page.frame(packet(time_s=np.nan)), "live_message_unreadable", 1008),
        (lambda page: page.frame(packet(image_px=1e9)), "live_message_unreadable", 1008),
        (
            lambda page: page.text('{"kind":"answer","answer":"dance"}'),
            "live_message_unreadable",
            1008,
        ),
        (lambda page: page.text("{"), "live_message_unreadable", 1008),
    ],
)
def test_what_is_no_part_of_a_test_closes_the_line_in_plain_words(
    app: LiveSocket,
    cleared: DjangoStorage,
    ticket: Ticket,
    send: Callable[[Page], None],
    message_id: str,
    code: int,
) -> None:
    async def scene() -> None:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        send(page)
        await refused(page, message_id, code)

    play(scene)


def test_a_frame_is_answered_with_what_to_do_at_most_ten_times_a_second(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock
) -> None:
    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for number in range(60):
            page.frame(packet(number))
            await asyncio.sleep(0)
            clock.now_s += 1 / 30
        page.press("stop")
        return [heard for heard in await page.hear_all() if heard["kind"] == "view"]

    views = play(scene)
    first = views[0]
    assert first["view"]["phase"] == "place"
    assert first["view"]["caption"] == first["cues"][0]["text"] == words("live_sit_down")
    assert 15 <= len(views) <= 24
    numbers = [view["number"] for view in views]
    assert numbers == sorted(numbers)


def test_frames_of_one_message_are_taken_in_their_order_and_answered_once(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket, clock: Clock, tests: LiveTests
) -> None:
    tests.limits = Limits()  # nothing is told by the clock within the moment that this takes
    messages = [range(1), range(1, 5), range(5, 5 + MOST_FRAMES)]

    async def scene() -> list[dict[str, Any]]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for numbers in messages:
            clock.now_s += 0.13
            page.frame(b"".join(packet(number) for number in numbers))
            await page.understood()
        page.press("stop")
        return [heard for heard in await page.hear_all() if heard["kind"] == "view"]

    numbers = [view["number"] for view in play(scene)]
    assert numbers[: len(messages)] == [0, 4, 4 + MOST_FRAMES]


def test_frames_that_come_twice_or_late_are_left_out(
    app: LiveSocket, cleared: DjangoStorage, ticket: Ticket
) -> None:
    async def scene() -> dict[str, Any]:
        page = Page(app, ticket.test_id)
        await page.hello(ticket.secret)
        for numbers in ((0,), (1, 5, 3), (5, 4), (6, 6)):
            page.frame(b"".join(packet(number) for number in numbers))
        await page.hear_until("view")
        await page.break_off()
        return await Page(app, ticket.test_id).hello("", secret=page.secret)

    assert play(scene)["next_number"] == 7
