"""What the moving figure asks for: an exercise's motion, the muscles below the skin, its words."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_response_headers
from django.utils.translation import gettext
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from coxa.body import Does, LegMuscles, Works, muscles_of
from coxa.body.figure import motion
from coxa.catalogue import load_catalogue
from coxa.errors import InvalidRecord
from coxa.quantities import Side

MOST_TURN_DEG = 60.0
KEEP_S = 3600


@require_safe
@gzip_page
def moving(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """Every bone over one loop, for ``?side=left|right``; ``own_deg`` is one's own end of range."""
    exercise = load_catalogue().exercise(exercise_id)
    side = _side(request.GET.get("side", ""))
    answer = JsonResponse(motion(exercise, side, _own_deg(request.GET.get("own_deg"))).to_dict())
    patch_response_headers(answer, cache_timeout=KEEP_S)
    return answer


@require_safe
@gzip_page
def muscles(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """Where the muscles run, and what those of either leg do in this exercise."""
    own_deg = _own_deg(request.GET.get("own_deg"))
    found = muscles_of(load_catalogue().exercise(exercise_id), own_deg)
    answer = JsonResponse(
        {"paths": _paths(), "effect": _doing(found.effect), "other": _doing(found.other)}
    )
    patch_response_headers(answer, cache_timeout=KEEP_S)
    return answer


def figure_words(name: str) -> dict[str, Any]:
    """The data block that ``frontend/src/figure/words.ts`` reads."""
    return {
        "picture": gettext("A moving figure does this exercise: {name}.").format(name=name),
        "keys": gettext("Arrow keys turn it, plus and minus bring it nearer, space stops it."),
        "play": gettext("Play"),
        "pause": gettext("Pause"),
        "speed": gettext("Speed"),
        "speeds": {"1": "1×", "0.5": "½×", "0.25": "¼×"},
        "side": gettext("Side"),
        "left": gettext("Left"),
        "right": gettext("Right"),
        "view": gettext("Look from"),
        "views": {
            "front": gettext("the front"),
            "side": gettext("the side"),
            "above": gettext("above"),
            "coach": gettext("the camera's place"),
        },
        "muscles": gettext("Bones and muscles"),
        "does": {
            "lengthens": gettext("gets longer"),
            "shortens": gettext("gets shorter"),
            "works": gettext("works"),
        },
        "shortHolds": gettext("Short holds"),
        "moving": gettext("Show it moving"),
        "loading": gettext("The moving figure is on its way …"),
        "cannot": gettext("This browser cannot draw the moving figure, so here are pictures."),
        "start": gettext("Start position"),
        "move": gettext("Move"),
        "hold": gettext("Hold: {seconds} s"),
        "back": gettext("And back"),
    }


def _side(told: str) -> Side:
    try:
        return Side(told)
    except ValueError as fault:
        raise InvalidRecord("invalid_record", where="side", problem="left or right") from fault


def _own_deg(told: str | None) -> float | None:
    if told is None:
        return None
    try:
        own_deg = float(told)
    except ValueError as fault:
        raise InvalidRecord("invalid_record", where="own_deg", problem="a number") from fault
    if not abs(own_deg) <= MOST_TURN_DEG:
        raise InvalidRecord(
            "invalid_record", where="own_deg", problem=f"at most {MOST_TURN_DEG:.0f} either way"
        )
    return own_deg


def _doing(leg: LegMuscles) -> dict[str, str]:
    """What the figure paints: who chiefly works, else who gets longer or shorter."""
    found = {}
    for muscle in leg.muscles:
        if muscle.works is Works.CHIEFLY:
            found[muscle.id] = "works"
        elif muscle.does is not Does.NEITHER:
            found[muscle.id] = str(muscle.does)
    return found


@lru_cache(maxsize=1)
def _paths() -> Any:
    text = (files("coxa.body") / "data/muscle_paths.json").read_text(encoding="utf-8")
    known = json.loads(text)
    return {"joints": known["joints"], "muscles": known["muscles"]}
