"""What the phone's own server answers: one page, one script, two addresses to send to."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from coxa.errors import CoxaError, InvalidRecord, UsageFault
from coxa.site.gate.names import only_header
from coxa.site.language import language_of
from coxa.site.phone.messages import FromPhone, Join, read_message
from coxa.site.phone.replies import heard_reply, joined_reply
from coxa.site.phone.session import PhoneSession
from coxa.site.phone.words import phone_words
from coxa.site.upload_limit import Receive, Scope, Send
from coxa.wording import say_error

log = logging.getLogger(__name__)

MOST_BODY_BYTES = 512 * 1024
BUNDLE = "static/built/phone.js"
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "permissions-policy": (
        "accelerometer=(self), gyroscope=(self), magnetometer=(self), screen-wake-lock=(self), "
        "camera=(), microphone=(), geolocation=()"
    ),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
STATUS = {
    "phone_code_wrong": 403,
    "phone_code_closed": 403,
    "phone_code_expired": 403,
    "phone_another_paired": 409,
    "phone_not_let_in": 403,
}

Answer = tuple[int, str, bytes]


class PhoneApp:
    """An ASGI application for one session; nothing else of coxa can be reached through it.

    Parameters
    ----------
    hosts
        What the ``Host`` header may say: an address with its port.
    """

    def __init__(self, session: PhoneSession, hosts: Sequence[str]) -> None:
        self._session = session
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            status, kind, body = await self._answer(scope, receive)
        except CoxaError as fault:
            status, kind, body = _told(scope, fault)
        except Exception:
            log.exception("A request of a phone could not be answered.")
            status, kind, body = 500, "text/plain", b""
        headers = HEADERS | {"content-type": kind, "content-length": str(len(body))}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        if only_header(scope, b"host") not in self._hosts:
            return 400, "text/plain", b""
        asked = scope["method"], scope["path"]
        if asked == ("GET", "/"):
            return 200, "text/html; charset=utf-8", await _in_thread(lambda: _page(scope))
        if asked == ("GET", "/phone.js"):
            return 200, "text/javascript; charset=utf-8", _bundle()
        if asked == ("POST", "/join"):
            join = read_message(Join, await _body(scope, receive))
            return await self._reply(scope, lambda: self._join(join))
        if asked == ("POST", "/test"):
            self._require_known(scope)
            said = read_message(FromPhone, await _body(scope, receive))
            return await self._reply(scope, lambda: self._hear(said))
        return 404, "text/plain", b""

    def _join(self, join: Join) -> dict[str, Any]:
        token = self._session.pairing.pair(join.code, join.phone)
        return joined_reply(self._session, token)

    def _hear(self, said: FromPhone) -> dict[str, Any]:
        self._session.hear(said)
        return heard_reply(self._session)

    def _require_known(self, scope: Scope) -> None:
        scheme, _, token = only_header(scope, b"authorization").partition(" ")
        if scheme != "Bearer" or not self._session.pairing.knows(token):
            raise UsageFault("phone_not_let_in")

    async def _reply(self, scope: Scope, work: Callable[[], dict[str, Any]]) -> Answer:
        def in_language() -> bytes:
            with translation.override(language_of(scope)):
                return json.dumps(work()).encode()

        return 200, "application/json", await _in_thread(in_language)


async def _in_thread(work: Callable[[], bytes]) -> bytes:
    """Beside the event loop, where the records may be touched."""

    def closing() -> bytes:
        close_old_connections()
        try:
            return work()
        finally:
            close_old_connections()

    return await sync_to_async(closing, thread_sensitive=False)()


async def _body(scope: Scope, receive: Receive) -> bytes:
    """What was posted, if a page of this very server may have posted it, and not too much.

    Another site's page can send here too, but not as JSON without asking first, which is never
    answered; and its origin would be another one.
    """
    own = f"https://{only_header(scope, b'host')}"
    kind = only_header(scope, b"content-type").partition(";")[0].strip().lower()
    if only_header(scope, b"origin") != own or kind != "application/json":
        raise UsageFault("phone_not_let_in")
    body, more = b"", True
    while more:
        event = await receive()
        if event["type"] != "http.request":
            raise InvalidRecord("phone_message_unreadable")
        body += event.get("body", b"")
        if len(body) > MOST_BODY_BYTES:
            raise InvalidRecord("phone_message_unreadable")
        more = event.get("more_body", False)
    return body


def _page(scope: Scope) -> bytes:
    language = language_of(scope)
    with translation.override(language):
        context = {"language": language, "words": phone_words()}
        return render_to_string("coxa/phone_page.html", context).encode()


def _bundle() -> bytes:
    return (files("coxa.site") / BUNDLE).read_bytes()


def _told(scope: Scope, fault: CoxaError) -> Answer:
    with translation.override(language_of(scope)):
        told = {"id": fault.message_id, "message": say_error(fault, gettext)}
    status = STATUS.get(fault.message_id, fault.http_status)
    return status, "application/json", json.dumps(told).encode()
