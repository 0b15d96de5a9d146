"""Many people: one's own gain to share, other people's gains put together; nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from coxa.app.answer import current_answer
from coxa.app.pool import lent
from coxa.app.share import own_share
from coxa.app.storage import Storage
from coxa.errors import UsageFault
from coxa.evidence import (
    Pooled,
    SeriesAnswer,
    Share,
    SideAnswer,
    borrowed_words,
    dose_words,
    group_words,
    headline,
    pool_headline,
    pool_shares,
)
from coxa.exchange import (
    MAX_POOL_BYTES,
    RejectedPool,
    for_screens,
    forest_plot,
    forest_table,
    pool_figures_table,
    read_shares,
    write_share,
)
from coxa.quantities import Side
from coxa.records import Message
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import now, storage_for, words_of_page
from coxa.wording import say_error

FAULTS_SHOWN = 10


@dataclass(frozen=True)
class PoolView:
    """One kind of gain with its picture and its tables."""

    pooled: Pooled
    first: Message
    others: tuple[Message, ...]
    details: tuple[Message, ...]
    plot: SafeString
    figures: SafeString
    table: SafeString


@dataclass(frozen=True)
class BorrowedView:
    """One hip's own answer, and the one that borrows."""

    series: SeriesAnswer
    side: Side
    says: Message
    borrowed: Message


@require_http_methods(["GET", "HEAD", "POST"])
def many_people(request: HttpRequest) -> HttpResponse:
    """The own share to be read, and the files of others to be put together."""
    storage = storage_for(request)
    context: dict[str, object] = {"place": "settings"} | _own(storage)
    if request.method == "POST":
        context |= _together(storage, request.FILES.getlist("shares"))
    return render(request, "coxa/pool.html", context, status=422 if "wrong" in context else 200)


@require_safe
def share(request: HttpRequest) -> HttpResponse:
    """The own share as a file; the plain page of faults where there is none yet."""
    response = HttpResponse(write_share(_share(storage_for(request))), "application/json")
    response["Content-Disposition"] = 'attachment; filename="coxa-share.json"'
    return response


def _share(storage: Storage) -> Share:
    return own_share(storage, catalogue(), now().date(), now().tzinfo)


def _own(storage: Storage) -> dict[str, object]:
    try:
        own = _share(storage)
    except UsageFault as nothing:
        return {"nothing_to_share": say_error(nothing, gettext)}
    return {"own": own, "own_file": json.dumps(own.to_dict(), indent=2)}


def _together(storage: Storage, files: Sequence[UploadedFile[Any]]) -> dict[str, object]:
    if not files:
        return {"wrong": gettext("Choose at least one file that coxa wrote for sharing.")}
    try:
        # A byte more than any such file has is enough to refuse it.
        shares = read_shares((one.name or "", one.read(MAX_POOL_BYTES + 1)) for one in files)
    except RejectedPool as rejected:
        faults = rejected.faults[:FAULTS_SHOWN]
        return {"wrong": say_error(rejected, gettext), "faults": faults}
    found = pool_shares(shares)
    return {
        "found": found,
        "pools": [_view(one) for one in found.pools],
        "borrowed": _borrowed(storage, shares),
    }


def _view(pooled: Pooled) -> PoolView:
    words = words_of_page()
    first, *others = pool_headline(pooled)
    plot = for_screens(lambda width: forest_plot(pooled, width=width, words=words))
    return PoolView(
        pooled=pooled,
        first=first,
        others=tuple(others),
        details=(*dose_words(pooled), *group_words(pooled), *pooled.notes),
        plot=mark_safe(plot),
        figures=mark_safe(pool_figures_table(pooled, words)),
        table=mark_safe(forest_table(pooled, words=words)),
    )


def _borrowed(storage: Storage, shares: Sequence[Share]) -> list[BorrowedView]:
    by_series = lent(storage, shares)
    if not by_series:
        return []
    answered = current_answer(storage, now().tzinfo, lent=by_series)
    sides = [
        (series, side, own) for series in answered.series for side, own in series.sides.items()
    ]
    return [view for one in sides if (view := _borrowed_view(*one)) is not None]


def _borrowed_view(series: SeriesAnswer, side: Side, own: SideAnswer) -> BorrowedView | None:
    borrowed = borrowed_words(own)
    if borrowed is None:
        return None
    return BorrowedView(series, side, headline(series, side), borrowed)
