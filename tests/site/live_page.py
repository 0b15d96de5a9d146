"""A page's end of the live socket, without a browser and without a network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from asgiref.sync import async_to_sync
from django.db import connections

from coxa.site.live.socket import LiveSocket

R = TypeVar("R")
HEADERS = {"host": "localhost", "origin": "http://localhost", "accept-language": "en"}
HELLO = {
    "kind": "hello",
    "secret": None,
    "width_px": 640,
    "height_px": 640,
    "camera": "a camera",
    "fps": 30,
    "user_agent": "a browser",
}
SOON_S = 60.0


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


class Page:
    """Opens a socket, says things, hears what comes."""

    def __init__(self, app: LiveSocket, test_id: str, **headers: str | None) -> None:
        told = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
        self.scope = {
            "type": "websocket",
            "scheme": "ws",
            "path": f"/live/{test_id}",
            "headers": [(n.encode(), v.encode()) for n, v in told.items() if v is not None],
        }
        self._app = app
        self._to_server: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._to_page: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._closed = False
        self.secret: str | None = None

    async def open(self) -> bool:
        """Whether the socket was accepted."""
        self._to_server.put_nowait({"type": "websocket.connect"})
        self._serving = asyncio.create_task(
            self._app(self.scope, self._to_server.get, self._from_server)
        )
        answer: str = (await self._next())["type"]
        return answer == "websocket.accept"

    async def hello(self, ticket: str, **more: object) -> dict[str, Any]:
        """Open, say hello, and hear the answer."""
        assert await self.open()
        self.say(HELLO | {"ticket": ticket} | more)
        answer = await self.hear()
        self.secret = answer.get("secret")
        return answer

    def say(self, what: dict[str, object]) -> None:
        self.text(json.dumps(what))

    def text(self, text: str) -> None:
        self._to_server.put_nowait({"type": "websocket.receive", "text": text})

    def press(self, answer: str) -> None:
        self.say({"kind": "answer", "answer": answer, "reason": None})

    def frame(self, packet: bytes) -> None:
        self._to_server.put_nowait({"type": "websocket.receive", "bytes": packet})

    async def understood(self) -> None:
        """Wait until the server has taken in all that was sent."""
        while not self._to_server.empty():
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)

    async def hear(self) -> dict[str, Any]:
        """The next message, or ``{"kind": "closed", "code": ...}``."""
        event = await self._next()
        if event["type"] == "websocket.close":
            return {"kind": "closed", "code": event["code"]}
        heard: dict[str, Any] = json.loads(event["text"])
        return heard

    async def hear_all(self) -> list[dict[str, Any]]:
        """Everything until the server hangs up."""
        heard = [await self.hear()]
        while heard[-1]["kind"] != "closed":
            heard.append(await self.hear())
        await asyncio.wait_for(self._serving, SOON_S)
        return heard

    async def hear_until(self, kind: str) -> dict[str, Any]:
        while (heard := await self.hear())["kind"] != kind:
            assert heard["kind"] != "closed", heard
        return heard

    async def break_off(self) -> None:
        """The network is gone."""
        self._to_server.put_nowait({"type": "websocket.disconnect", "code": 1006})
        self._closed = True
        await asyncio.wait_for(self._serving, SOON_S)

    async def _next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self._to_page.get(), SOON_S)

    async def _from_server(self, event: Any) -> None:
        if self._closed:
            raise OSError
        self._to_page.put_nowait(dict(event))
        if event["type"] == "websocket.close":
            self._closed = True
            self._to_server.put_nowait({"type": "websocket.disconnect", "code": event["code"]})


def play(scene: Callable[[], Coroutine[Any, Any, R]]) -> R:
    """Run a scene in a loop of its own, which sees the database of the test.

    In a thread of its own, since a browser test may have left a loop in this one.
    """
    shared = connections["default"]
    shared.inc_thread_sharing()

    def work() -> R:
        connections["default"] = shared

        async def act() -> R:
            return await scene()

        return async_to_sync(act)()

    try:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(work).result()
    finally:
        shared.dec_thread_sharing()
