"""Settings: your records, about you, safety questions, what this is."""

from __future__ import annotations

from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.site.pages.common import storage_for


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    storage = storage_for(request)
    context = {
        "place": "settings",
        "count": len(storage.readings()),
        "folder": configured.HOME.path,
        "languages": configured.LANGUAGES,
    }
    return render(request, "coxa/settings.html", context)
