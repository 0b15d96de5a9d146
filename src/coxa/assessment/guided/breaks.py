"""Interruptions: somebody walks in, the person gets up, the page is hidden. Nothing counts then."""

from __future__ import annotations

from coxa.assessment.guided import parts
from coxa.assessment.guided.events import Look, Place, Remark
from coxa.assessment.guided.state import Break, GuidedState, Phase
from coxa.assessment.guided.words import Stepped, ask_again, now_s, say, silent
from coxa.quantities import Side
from coxa.records import Priority

HITCH_S = 0.8
"""A hitch that is over sooner is not worth a word."""
CLEAR_S = 1.0
STILL_AWAY_AGAIN_S = 15.0
HANG_AGAIN_S = 4.0
MAX_SHIFT = 0.15
"""In shank lengths, about six centimetres: the person sits elsewhere, or the camera does."""
MAX_SCALE = 0.08

BREAKS = {
    Remark.NOBODY: Break.NOBODY,
    Remark.SEVERAL: Break.SEVERAL,
    Remark.NOT_SEATED: Break.STOOD_UP,
}


def break_in(state: GuidedState, look: Look) -> Break | None:
    """What in this frame makes measuring impossible."""
    if look.remark in BREAKS and look.remark is not None:
        return BREAKS[look.remark]
    hidden = any(look.swing_deg(side) is None for side in watched(state, look))
    return Break.HIDDEN if hidden else None


def watched(state: GuidedState, look: Look) -> tuple[Side, ...]:
    """The legs that must be seen: both by a camera, those of the plan by a phone."""
    if look.place is not None:
        return tuple(Side)
    return tuple({part.side for part in state.plan.parts})


def watch(state: GuidedState, look: Look) -> GuidedState:
    """Remember since when something has been in the way."""
    hitch = break_in(state, look)
    if hitch is state.hitch:
        return state
    return state.but(hitch=hitch, hitch_since_s=look.time_s)


def lasts(state: GuidedState) -> bool:
    """What is in the way does not go by itself."""
    return now_s(state) - state.hitch_since_s >= HITCH_S


def interrupt(state: GuidedState, reason: Break) -> Stepped:
    """Stand still. The repeat under way is let go; those that count stay."""
    paused = parts.let_go(state).but(paused=reason, clear_since_s=None, hitch=None)
    return say(paused, f"live_paused_{reason.value}", priority=Priority.URGENT)


def wait(state: GuidedState, look: Look) -> Stepped:
    """Go on once all has been well for a moment; a pause that was asked for waits for a word."""
    if state.paused is Break.ASKED:
        return silent(state)
    reason = break_in(state, look) if state.phase is not Phase.PLACE else None
    if reason is not None:
        waiting = state.but(clear_since_s=None)
        if reason is state.paused:
            return ask_again(waiting, f"live_paused_{reason.value}", STILL_AWAY_AGAIN_S)
        return silent(waiting.but(paused=reason))
    if state.clear_since_s is None:
        return silent(state.but(clear_since_s=look.time_s))
    if look.time_s - state.clear_since_s < CLEAR_S:
        return silent(state)
    return _go_on(state, look)


def _go_on(state: GuidedState, look: Look) -> Stepped:
    going = state.but(paused=None, hitch=None, prompts=0, since_s=look.time_s)
    if state.phase not in {Phase.GO, Phase.REST}:
        return say(going.but(still=None, trouble_since_s=look.time_s), "live_going_on")
    if moved_away(state, look):
        return parts.hang_anew(going, "live_sits_differently")
    if not parts.quiet(state):
        # The leg may still be on its way back; if it stays there, it hangs in another place.
        if state.clear_since_s is not None and look.time_s - state.clear_since_s > 2 * HANG_AGAIN_S:
            return parts.hang_anew(going, "live_sits_differently")
        return ask_again(state, "live_let_them_hang", HANG_AGAIN_S)
    return parts.go(going, "live_going_on_with")


def moved_away(state: GuidedState, look: Look) -> bool:
    """The body is not where it was when it hung still."""
    if not state.takes or state.take.rest.place is None or look.place is None:
        return False
    return differs(state.take.rest.place, look.place)


def differs(rest: Place, now: Place, most: float = MAX_SHIFT) -> bool:
    """By more than ``most`` shank lengths, or nearer or further away."""
    shift = max(
        abs(now.hips_x - rest.hips_x),
        abs(now.hips_y - rest.hips_y),
        abs(now.knees_x - rest.knees_x),
        abs(now.knees_y - rest.knees_y),
    )
    scale = abs(now.shank_px / rest.shank_px - 1)
    return shift > most * rest.shank_px or scale > MAX_SCALE
