"""Stands before the whole app where other machines can reach it: without the code, nothing."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from django.core.signing import BadSignature, TimestampSigner
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from coxa.records import Message
from coxa.site.codes import same_code
from coxa.site.gate.names import is_own_name, only_header
from coxa.site.gate.tries import Tries
from coxa.site.language import language_of
from coxa.site.upload_limit import Application, Receive, Scope, Send
from coxa.wording import say

COOKIE = "coxa-code"
COOKIE_S = 12 * 3600
MOST_BODY_BYTES = 1000
# The one style sheet of the page stands in it, under a number of this program's run.
POLICY = (
    "default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class Gate:
    """An ASGI application around the app, which it shows only to who has typed the code.

    Who has is known by a signed cookie; the signature holds for this code, so that a new start asks
    anew. Wrong codes are counted (:class:`Tries`).
    """

    def __init__(self, inner: Application, code: str, tries: Tries | None = None) -> None:
        self._inner = inner
        self._code = code
        self._tries = tries or Tries()
        self._signer = TimestampSigner(salt=f"{__name__}:{code}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = is_own_name(only_header(scope, b"host"))
        if known and self._has_the_code(scope):
            await self._inner(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif not known:
            await _answer(send, 400, b"", [])
        elif scope["method"] == "POST":
            await self._try(scope, receive, send)
        else:
            await self._ask(scope, send, 401)

    def _has_the_code(self, scope: Scope) -> bool:
        try:
            cookies = SimpleCookie(only_header(scope, b"cookie"))
            self._signer.unsign(cookies[COOKIE].value, max_age=COOKIE_S)
        except (CookieError, KeyError, BadSignature):
            return False
        return True

    async def _try(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = (scope.get("client") or ("", 0))[0]
        wait_s = self._tries.wait_s(place)
        if wait_s:
            await self._ask(scope, send, 429, Message(id="code_wait", params=_minutes(wait_s)))
        elif same_code(await _typed(receive), self._code):
            cookie = SimpleCookie({COOKIE: self._signer.sign(secrets.token_hex(8))})
            for name, value in (("path", "/"), ("httponly", True), ("samesite", "Strict")):
                cookie[COOKIE][name] = value
            told = cookie[COOKIE].OutputString().encode()
            await _answer(send, 303, b"", [(b"location", b"/"), (b"set-cookie", told)])
        else:
            self._tries.count(place)
            await self._ask(scope, send, 403, Message(id="code_wrong"))

    async def _ask(
        self, scope: Scope, send: Send, status: int, wrong: Message | None = None
    ) -> None:
        nonce = secrets.token_urlsafe(16)
        language = language_of(scope)
        with translation.override(language):
            context = {"nonce": nonce, "wrong": wrong and say(wrong, gettext), "language": language}
            page = render_to_string("coxa/code.html", context)
        kind = (b"content-type", b"text/html; charset=utf-8")
        policy = (b"content-security-policy", POLICY.format(nonce=nonce).encode())
        await _answer(send, status, page.encode(), [kind, policy])


def _minutes(wait_s: float) -> dict[str, str | int | float | bool]:
    return {"minutes": int(wait_s // 60) + 1}


async def _typed(receive: Receive) -> str:
    """What stands in the form's one field; nothing where the request is no such form."""
    body, more = b"", True
    while more and len(body) <= MOST_BODY_BYTES:
        event = await receive()
        body += event.get("body", b"")
        more = event["type"] == "http.request" and event.get("more_body", False)
    if len(body) > MOST_BODY_BYTES:
        return ""
    return parse_qs(body.decode("utf-8", "replace")).get("code", [""])[0]


async def _answer(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    plain = [
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers + plain})
    await send({"type": "http.response.body", "body": body})
