"""The language of whoever asks, where no view is there to find it."""

from __future__ import annotations

from django.http import HttpRequest, parse_cookie
from django.utils.translation import get_language_from_request

from coxa.site.upload_limit import Scope


def language_of(scope: Scope) -> str:
    """The one that was chosen, else the one that a browser asks for, of those that coxa speaks."""
    headers = dict(scope["headers"])
    request = HttpRequest()
    request.COOKIES = parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))
    request.META["HTTP_ACCEPT_LANGUAGE"] = headers.get(b"accept-language", b"").decode("latin-1")
    return get_language_from_request(request)
