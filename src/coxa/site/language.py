"""The language of whoever asks, where no view is there to find it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from coxa.site.upload_limit import Scope


def language_of(scope: Scope) -> str:
    """The one that a browser asks for, among those that coxa speaks."""
    asked = dict(scope["headers"]).get(b"accept-language", b"")
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = asked.decode("latin-1")
    return get_language_from_request(request)
