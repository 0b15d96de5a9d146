"""The session: what is due today or one exercise only, the player, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from coxa.app.comparison import waits_now
from coxa.app.screening import clearance
from coxa.app.session_gate import let_session_go_on
from coxa.app.session_resume import open_session, resume_session
from coxa.app.session_start import doses_of, start_session
from coxa.app.session_summary import summarise
from coxa.app.session_today import early_start, plan_today, single_exercises
from coxa.catalogue import load_catalogue
from coxa.quantities import Side
from coxa.records import Dose
from coxa.site.catalogue import catalogue, in_this_language
from coxa.site.pages.common import now, storage_for
from coxa.site.pages.session_camera import camera_context
from coxa.site.pages.session_words import player_words

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
SIDES: dict[str, tuple[Side, ...]] = {
    "both": tuple(Side),
    "left": (Side.LEFT,),
    "right": (Side.RIGHT,),
}


def ask_before_session(view: View[P]) -> View[P]:
    """Send people to the questions while they are open, and to the reason when it is no."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        cleared = clearance(storage_for(request), now())
        if cleared.must_ask and not cleared.same_day:
            return redirect(f"{reverse('screening')}?{urlencode({'next': request.path})}")
        if not cleared.sessions_allowed:
            return redirect("screening-result")
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@ask_before_session
def session(request: HttpRequest) -> HttpResponse:
    """What is due today, how long it takes, what is needed; or one exercise only."""
    storage = storage_for(request)
    offer, note = plan_today(storage, now=now())
    early, cost = early_start(storage, now=now())
    context = {
        "place": "today",
        "open": open_session(storage, now()),
        "offer": offer,
        "equipment": [in_this_language(thing) for thing in offer.equipment],
        "note": note,
        "early": early,
        "waits": waits_now(storage, now=now()),
        "cost": cost,
        "singles": [
            (in_this_language(exercise), takes)
            for exercise, takes in single_exercises(storage, now=now())
        ],
        "exercises": catalogue().exercises,
    }
    return render(request, "coxa/session.html", context)


@require_POST
@ask_before_session
def begin(request: HttpRequest) -> HttpResponse:
    """Start the session that was chosen and open the player."""
    storage = storage_for(request)
    started = start_session(storage, _chosen(request), now=now())
    return redirect("session-player", started.session.id)


@require_safe
@ensure_csrf_cookie
def player(request: HttpRequest, session_id: str) -> HttpResponse:
    """The player; a session that is over shows what was done instead."""
    storage = storage_for(request)
    running = resume_session(storage, session_id)
    if running.state.over:
        return redirect("session-done", session_id)
    let_session_go_on(storage, running.session)
    context = {"session": running.session, "words": player_words()}
    context |= camera_context(running.session)
    return render(request, "coxa/session_player.html", context)


@require_safe
def done(request: HttpRequest, session_id: str) -> HttpResponse:
    """Done against planned, and one sentence that is true."""
    storage = storage_for(request)
    running = resume_session(storage, session_id)
    context = {
        "place": "today",
        "summary": summarise(storage, running.session, now()),
        "ending": running.state.ending,
        "over": running.state.over,
        "exercises": catalogue().exercises,
    }
    return render(request, "coxa/session_done.html", context)


def _chosen(request: HttpRequest) -> Sequence[Dose]:
    exercise_id = request.POST.get("exercise", "")
    if not exercise_id:
        due = early_start if "early" in request.POST else plan_today
        return due(storage_for(request), now=now())[0].doses
    sides = SIDES.get(request.POST.get("side", ""), SIDES["both"])
    return doses_of(load_catalogue().exercise(exercise_id), sides)


urlpatterns = [
    path("", session, name="session"),
    path("begin/", begin, name="session-begin"),
    path("<str:session_id>/", player, name="session-player"),
    path("<str:session_id>/done/", done, name="session-done"),
]
