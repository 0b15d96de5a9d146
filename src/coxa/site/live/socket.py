"""The live socket beside Django: who opens it is checked, then one live test is served."""

from __future__ import annotations

import asyncio

from coxa.errors import CoxaError, InvalidRecord, UsageFault
from coxa.site.live import records
from coxa.site.live.handshake import read_handshake
from coxa.site.live.line import REFUSED, HungUp, Line
from coxa.site.live.messages import Hello, read_message
from coxa.site.live.registry import LiveTests
from coxa.site.live.session import LiveSession
from coxa.site.upload_limit import Application, Receive, Scope, Send


class LiveSocket:
    """An ASGI application that takes every socket, and hands all else to the one it stands before.

    A socket of a stranger's page is refused before it is open (HTTP 403); anything that goes wrong
    later is told in words, then the socket is closed.
    """

    def __init__(self, inner: Application, tests: LiveTests) -> None:
        self._inner = inner
        self._tests = tests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._inner(scope, receive, send)
            return
        await receive()  # the request to connect, which carries nothing
        handshake = read_handshake(scope)
        if handshake is None:
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await send({"type": "websocket.accept"})
        line = Line(receive, send, handshake.language)
        try:
            session = await self._opened(handshake.id, line)
            await session.serve(line)
        except CoxaError as fault:
            await line.refuse(fault)
        except HungUp:
            return

    async def _opened(self, test_id: str, line: Line) -> LiveSession:
        """The test that the page's first message asks for."""
        try:
            async with asyncio.timeout(self._tests.limits.hello_s):
                event = await line.hear()
        except TimeoutError as fault:
            raise UsageFault("live_no_hello") from fault
        text = event.get("text")
        if text is None:
            raise InvalidRecord("live_message_unreadable")
        hello = read_message(Hello, text)
        await records.require_test_allowed()
        return self._tests.admit(test_id, hello)
