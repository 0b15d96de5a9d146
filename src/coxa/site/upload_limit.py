"""Turns away what is larger than any upload may be, before a byte too many reaches the disk.

Django keeps the whole body of a request in a temporary file before any of its handlers sees it.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from coxa.records import Message
from coxa.wording import say

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

BESIDES_BYTES = 1024 * 1024
"""What a form may hold besides its file."""


class _TooLarge(Exception):
    """More has arrived than was allowed."""


class UploadLimit:
    """An ASGI application around another one, which gets no more than the largest upload."""

    def __init__(self, inner: Application) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        most = settings.COXA_MAX_UPLOAD_BYTES + BESIDES_BYTES
        if _announced(scope) > most:
            await _refuse(scope, send)
            return
        arrived = 0

        async def counted() -> Event:
            nonlocal arrived
            event = await receive()
            arrived += len(event.get("body", b""))
            if arrived > most:
                raise _TooLarge
            return event

        try:
            await self._inner(scope, counted, send)
        except _TooLarge:
            await _refuse(scope, send)


def _announced(scope: Scope) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


async def _refuse(scope: Scope, send: Send) -> None:
    gigabytes = round(settings.COXA_MAX_UPLOAD_BYTES / 1024**3)
    told = say(Message(id="upload_too_large", params={"gigabytes": gigabytes}), gettext)
    kind, body = b"text/plain; charset=utf-8", told
    if scope["path"].startswith("/api/"):
        kind, body = b"application/json", json.dumps({"id": "upload_too_large", "message": told})
    headers = [(b"content-type", kind), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
