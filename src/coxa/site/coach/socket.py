"""The watch socket beside Django: a sense organ of the player's page, which writes nothing.

One page watches at a time: a second one, such as the same page after a reload, takes over.
"""

from __future__ import annotations

import asyncio
import re

from coxa.app.watch_exercise import Looks, Watched, WatchedCamera, what_to_watch
from coxa.errors import CoxaError, InvalidRecord, UsageFault
from coxa.records import RecordId
from coxa.site.coach.messages import Hello, LookFor, looks, watching
from coxa.site.coach.ticket import check_ticket
from coxa.site.live.handshake import read_handshake
from coxa.site.live.line import REFUSED, HungUp, Line
from coxa.site.live.messages import read_frames, read_message
from coxa.site.live.records import in_a_thread
from coxa.site.storage import DjangoStorage
from coxa.site.upload_limit import Application, Event, Receive, Scope, Send

ADDRESS = re.compile(r"/coach/([0-9a-f]{32})")
HELLO_S = 10.0
IDLE_S = 120.0
"""A page that shows nothing for so long has gone without closing its line."""


class WatchSocket:
    """An ASGI application that takes sockets of sessions, and hands on all else."""

    def __init__(self, inner: Application, *, hello_s: float = HELLO_S) -> None:
        self._inner = inner
        self._hello_s = hello_s
        self._line: Line | None = None
        """The one that watches just now."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket" or not scope["path"].startswith("/coach/"):
            await self._inner(scope, receive, send)
            return
        await receive()  # the request to connect, which carries nothing
        handshake = read_handshake(scope, ADDRESS)
        if handshake is None:
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await send({"type": "websocket.accept"})
        line = Line(receive, send, handshake.language)
        try:
            camera = await self._opened(handshake.id, line)
            await self._alone(line)
            await _serve(handshake.id, line, camera)
        except CoxaError as fault:
            await line.refuse(fault)
        except HungUp:
            return
        finally:
            if self._line is line:
                self._line = None

    async def _opened(self, session_id: RecordId, line: Line) -> WatchedCamera:
        """The camera of the page that says hello with a good ticket."""
        hello = read_message(Hello, _text(await _heard(line, self._hello_s)))
        check_ticket(hello.ticket, session_id)
        return WatchedCamera(hello.width_px, hello.height_px)

    async def _alone(self, line: Line) -> None:
        before, self._line = self._line, line
        if before is not None:
            await before.refuse(UsageFault("watch_continued_elsewhere"))


async def _serve(session_id: RecordId, line: Line, camera: WatchedCamera) -> None:
    """Take what a line brings until it ends."""
    turn = 0
    while True:
        event = await _heard(line, IDLE_S)
        if event.get("text") is not None:
            asked = read_message(LookFor, _text(event))
            await _look_for(asked, session_id, camera)
            turn = asked.turn
            await line.tell(watching(asked))
        elif found := await _take(event.get("bytes") or b"", camera):
            await line.tell(looks(found, turn))


async def _look_for(asked: LookFor, session_id: RecordId, camera: WatchedCamera) -> None:
    """Posing the figure takes a while, and needs the records: both beside the event loop."""
    await asyncio.to_thread(camera.look_for, await _what_to_watch(session_id, asked))


@in_a_thread
def _what_to_watch(session_id: RecordId, asked: LookFor) -> Watched:
    return what_to_watch(DjangoStorage(), session_id, asked.exercise_id, asked.side)


async def _take(message: bytes, camera: WatchedCamera) -> Looks | None:
    """Looking takes some milliseconds: the page's other requests need not wait for it."""
    packets = read_frames(message)
    try:
        return await asyncio.to_thread(camera.take, packets)
    except InvalidRecord as fault:
        raise InvalidRecord("live_message_unreadable") from fault


async def _heard(line: Line, within_s: float) -> Event:
    try:
        async with asyncio.timeout(within_s):
            return await line.hear()
    except TimeoutError as fault:
        raise UsageFault("watch_silent") from fault


def _text(event: Event) -> str:
    text = event.get("text")
    if text is None:
        raise InvalidRecord("live_message_unreadable")
    return str(text)
