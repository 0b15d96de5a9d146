"""Who may open a live socket: a page of this app alone, by a name that the app answers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, parse_cookie
from django.utils import translation

from coxa.site.upload_limit import Scope

ADDRESS = re.compile(r"/live/([0-9a-f]{32})")
SCHEMES = {"ws": "http", "wss": "https"}
"""Scheme of a socket -> that of the page it belongs to."""


@dataclass(frozen=True)
class Handshake:
    """What is known of a page before it has said a word."""

    id: str
    """What the address names: a test, a session."""
    language: str


def read_handshake(scope: Scope, address: re.Pattern[str] = ADDRESS) -> Handshake | None:
    """Check where a socket comes from; ``None``: it is not let in.

    A browser lets any page of the world open a socket to this machine, with the cookies of the
    app. It does tell, truly, where that page came from: the origin must be the app's own, and the
    host one that the app is reached by (else a stranger's name could be pointed here).
    """
    named = address.fullmatch(scope["path"])
    request = _as_request(scope)
    try:
        own = f"{SCHEMES.get(scope['scheme'], '')}://{request.get_host()}"
    except DisallowedHost:
        return None
    if named is None or _only(scope, b"origin").lower() != own.lower():
        return None
    return Handshake(named[1], translation.get_language_from_request(request))


def _as_request(scope: Scope) -> HttpRequest:
    """The handshake in the form that Django's own checks take."""
    request = HttpRequest()
    request.META["HTTP_HOST"] = _only(scope, b"host")
    request.META["HTTP_ACCEPT_LANGUAGE"] = _only(scope, b"accept-language")
    request.COOKIES = parse_cookie(_only(scope, b"cookie"))
    return request


def _only(scope: Scope, name: bytes) -> str:
    """The one header of this name; nothing when it is absent or comes twice."""
    values = [value for header, value in scope["headers"] if header.lower() == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""
