"""One opening of the live socket: what comes in, what goes out, and hanging up with a reason."""

from __future__ import annotations

import json
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from coxa.errors import CoxaError
from coxa.records import Message
from coxa.site.upload_limit import Event, Receive, Send
from coxa.wording import say, say_error

ALL_WELL, REFUSED = 1000, 1008
CODES = {"live_message_too_large": 1009}
"""Codes of a close, RFC 6455 section 7.4.1."""

GONE = (OSError, RuntimeError)
"""How servers say that the other side is gone, or has been hung up on."""


class HungUp(Exception):
    """The other side is gone."""


class Line:
    """Speaks JSON, in the language of the page at its other end."""

    def __init__(self, receive: Receive, send: Send, language: str) -> None:
        self._receive = receive
        self._send = send
        self._language = language
        self._open = True
        self._hung_up = False

    async def hear(self) -> Event:
        """The next message: its ``text`` or its ``bytes``.

        What was sent before the line broke is still heard: it may be a pinch.

        Raises
        ------
        HungUp
            When there will be none.
        """
        event = await self._receive()
        if event["type"] != "websocket.receive" or self._hung_up:
            self._open = False
            raise HungUp
        return event

    async def tell(self, what: dict[str, Any]) -> None:
        """Send; silently nothing once the line is closed."""
        if not self._open:
            return
        try:
            await self._send({"type": "websocket.send", "text": json.dumps(what)})
        except GONE:
            self._open = False

    async def refuse(self, fault: CoxaError) -> None:
        """Say in words why it does not go on, and close the line."""
        with translation.override(self._language):
            message = say_error(fault, gettext)
        await self.tell({"kind": "fault", "id": fault.message_id, "message": message})
        await self.hang_up(CODES.get(fault.message_id, REFUSED))

    async def hang_up(self, code: int = ALL_WELL) -> None:
        """Close the line, once."""
        if self._hung_up or not self._open:
            return
        self._open, self._hung_up = False, True
        try:
            await self._send({"type": "websocket.close", "code": code})
        except GONE:
            return

    def words(self, message: Message | None) -> str | None:
        """A message in the language of the page."""
        if message is None:
            return None
        with translation.override(self._language):
            return say(message, gettext)
