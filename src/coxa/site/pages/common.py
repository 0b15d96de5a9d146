"""What pages share: the store, the time, the guard before tests, drawings in page words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from coxa.app.screening import clearance, no_more_tests_today
from coxa.app.storage import Storage
from coxa.exchange import Words
from coxa.records import Message
from coxa.site.storage import DjangoStorage
from coxa.wording import say

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def storage_for(request: HttpRequest) -> Storage:
    """The records of whoever asks; there is one person to a data folder."""
    return DjangoStorage()


def now() -> datetime:
    """Now, in the person's own time zone."""
    return timezone.localtime()


def ask_first(view: View[P]) -> View[P]:
    """Send people to the questions when those are open, and to the reason when tests are closed.

    Where pain has ended the day, nobody is asked first only to hear that: the view itself says so.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        storage = storage_for(request)
        cleared = clearance(storage, now())
        if cleared.must_ask and not cleared.because and no_more_tests_today(storage, now()):
            return view(request, *args, **kwargs)
        if cleared.must_ask and not cleared.same_day:
            return redirect(f"{reverse('screening')}?{urlencode({'next': request.path})}")
        if not cleared.tests_allowed:
            return redirect("screening-result")
        return view(request, *args, **kwargs)

    return guarded


def next_address(request: HttpRequest, otherwise: str) -> str:
    """Where to go on to: an address of this app that was handed along, or ``otherwise``."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/"):
        return wanted
    return reverse(otherwise)


def _say(message: Message) -> str:
    return say(message, gettext)


def _day(day: date) -> str:
    return date_format(day, "j M")


def words_of_page() -> Words:
    """How drawings speak on a page: in the page's own language."""
    return Words(say=_say, day=_day)
