"""Settings, voice: which voice speaks, how fast and how loud; kept by the browser, not by us."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coxa.site.pages.voice_words import voice_words


@require_safe
def voice(request: HttpRequest) -> HttpResponse:
    context = {"place": "settings", "words": voice_words()}
    return render(request, "coxa/voice.html", context)
