"""Measure with a phone on the shin: choices, then the code and how far the phone is."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from typing import Any

import segno
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coxa.app.measure_phone import ReadTake, one_a_leg
from coxa.app.screening import clearance, require_test_allowed
from coxa.errors import CoxaError
from coxa.quantities import Side, Test
from coxa.safety import allowed_tests
from coxa.site.catalogue import catalogue
from coxa.site.pages.common import ask_first, now, storage_for
from coxa.site.pages.warm_up import WarmUpForm
from coxa.site.phone.listener import Listener
from coxa.site.phone.registry import phone_tests
from coxa.site.phone.session import Choices, PhoneSession, Stage
from coxa.site.phone.voice import Speaker, Voice
from coxa.site.templatetags.coxa import test_name
from coxa.wording import say_error

QUIET_ZONE = 4
"""Of the square: as the standard wants, in its own dots."""
VOICELESS = {"none", "asleep"}
"""What a page says of itself that cannot speak, or not yet (frontend/src/laptop)."""
LOOK_EVERY_MS = {Stage.RUNNING: 250}
"""What is asked for must be seen at once."""
LOOK_ELSE_EVERY_MS = 700


class PhoneForm(WarmUpForm):
    """Which test, which leg first, and whether the hips are warm."""

    test = forms.TypedChoiceField(coerce=Test)
    side = forms.TypedChoiceField(
        coerce=Side,
        choices=[
            (Side.LEFT.value, _("Left")),
            (Side.RIGHT.value, _("Right")),
        ],
        error_messages={"required": _("Please choose a leg.")},
    )

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST if request.method == "POST" else None)
        self.tests = allowed_tests(clearance(storage_for(request), now()))
        self.fields["test"].choices = [  # type: ignore[attr-defined]
            (test.value, test_name(test)) for test in Test if test in self.tests
        ]
        # Whichever goes second is warmer and more practised, so chance decides.
        first = request.GET.get("test", self.tests[0].value if self.tests else "")
        self.initial["test"] = first
        self.initial["side"] = secrets.choice(list(Side)).value
        self.answer_from_sessions(request)


@require_http_methods(["GET", "HEAD", "POST"])
@ask_first
def measure_phone(request: HttpRequest) -> HttpResponse:
    """The choices; once they are made, the code and the phone's own server behind it."""
    require_test_allowed(storage_for(request), now=now())
    if request.method != "POST" and phone_tests.running and "anew" not in request.GET:
        return _session_page(request)
    form = PhoneForm(request)
    wrong = ""
    if request.method == "POST" and form.is_valid():
        require_test_allowed(storage_for(request), form.cleaned_data["test"], now())
        try:
            phone_tests.begin(Choices(**form.cleaned_data))
            return redirect("phone")
        except CoxaError as fault:
            wrong = say_error(fault, gettext)
    context = {"place": "measure", "form": form, "wrong": wrong, "running": phone_tests.running}
    status = 422 if request.method == "POST" else 200
    return render(request, "coxa/measure_phone.html", context, status=status)


@require_safe
def phone_state(request: HttpRequest) -> HttpResponse:
    """How far it is, when that is not what the page shows already."""
    return _shown(request)


@require_POST
def phone_press(request: HttpRequest) -> HttpResponse:
    """A button on the laptop."""
    listener = phone_tests.current
    if listener is not None:
        _press(listener.session, request.POST.get("press", ""))
    return _shown(request) if "HX-Request" in request.headers else redirect("phone")


def _shown(request: HttpRequest) -> HttpResponse:
    state = _state(request)
    if state is None:
        return _go(request, reverse("phone"))
    session, shown, digest = state
    if session.pinched:
        return _go(request, reverse("pinch"))
    if session.job_id is not None:
        return _go(request, reverse("job", args=[session.job_id]))
    if request.GET.get("seen") == digest:
        return HttpResponse(status=204)
    return HttpResponse(shown)


def _press(session: PhoneSession, pressed: str) -> None:
    kind, _, side = pressed.partition("-")
    if kind == "begin" and side in set(Side):
        session.begin(Side(side))
    elif kind == "stop":
        session.stop()
    elif kind == "speak" and side in set(Speaker):
        session.voice.chosen = Speaker(side)
    elif kind == "finish":
        session.finish()
    elif kind == "pinch":
        session.pinch()
    elif kind == "end":
        session.forget()


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """To another page, whether a part of this one asked or the browser itself."""
    if "HX-Request" not in request.headers:
        return redirect(address)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response


def _session_page(request: HttpRequest) -> HttpResponse:
    state = _state(request)
    assert state is not None
    context = {"place": "measure", "state": mark_safe(state[1])}
    return render(request, "coxa/measure_phone_test.html", context)


def _state(request: HttpRequest) -> tuple[PhoneSession, str, str] | None:
    """The session, what is shown of it, and a mark of just this sight."""
    listener = phone_tests.current
    if listener is None:
        return None
    page = (request.POST if request.method == "POST" else request.GET).get("voice", "")
    context = _context(listener, page)
    digest = hashlib.sha256(repr(sorted(context.items())).encode()).hexdigest()[:16]
    # Only for a moment, and read once: no other sight.
    says = {"says_it": listener.session.voice.is_for(page), "seen": digest}
    shown = render_to_string("coxa/parts/phone_state.html", context | says, request)
    return listener.session, shown, digest


def _context(listener: Listener, page: str) -> dict[str, Any]:
    session = listener.session
    first, *others = listener.addresses
    return {
        "stage": session.stage.value,
        "test": session.choices.test,
        "side": session.side,
        "first_side": session.choices.side,
        "look_every_ms": LOOK_EVERY_MS.get(session.stage, LOOK_ELSE_EVERY_MS),
        "step": session.step,
        **_voice(session.voice, page),
        "repeats": catalogue().tests[session.choices.test].repeats,
        "away": session.away,
        "turned_away": session.pairing.turned_away,
        "asked": session.asked is not None,
        "address": first,
        "others": others,
        "code": session.pairing.code,
        "fingerprint": listener.fingerprint,
        "square": _square(first, session) if session.stage is Stage.WAITING else "",
        "results": _results(session.read),
        "last_worked": bool(session.read) and session.read[-1].worth_keeping,
        "next_side": _next_side(session.read),
        "fault": session.fault and say_error(session.fault, gettext),
        "pinched": session.pinched,
    }


def _results(takes: Sequence[ReadTake]) -> list[dict[str, Any]]:
    """What counts of each leg; a reason that holds for both ways is told once."""
    counting = one_a_leg(takes)
    found = []
    for side in [side for side in Side if side in counting]:
        readings = counting[side].measurement.readings
        reasons = {reason.id: reason for one in readings for reason in one.reasons}
        found.append({"side": side, "readings": readings, "reasons": list(reasons.values())})
    return found


def _next_side(takes: Sequence[ReadTake]) -> Side | None:
    """The leg that most people want to do next: a failed one anew, then the other one."""
    if not takes:
        return None
    last = takes[-1]
    if not last.worth_keeping:
        return last.side
    counting = one_a_leg(takes)
    return next((s for s in Side if s not in counting or not counting[s].worth_keeping), None)


def _voice(voice: Voice, page: str) -> dict[str, Any]:
    """Who speaks, and why this page does not where it was asked to."""
    able = page != "" and page not in VOICELESS
    lent = able and voice.lend(page)
    asked = voice.chosen is Speaker.LAPTOP
    return {
        "speaker": voice.chosen.value,
        "cue": voice.step,
        "aloud": voice.aloud,
        "voiceless": page if asked and page in VOICELESS else "",
        "another_speaks": asked and able and not lent,
    }


def _square(address: str, session: PhoneSession) -> SafeString:
    """The address with the code behind its #, which browsers never send."""
    code = segno.make(f"{address}#{session.pairing.code}", error="m", micro=False)
    drawn = code.svg_inline(border=QUIET_ZONE, light="#fff", omitsize=True, svgclass="qr")
    return mark_safe(drawn)
