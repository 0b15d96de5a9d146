"""One step of a guided test: a state and an event in, the next state and the cues out. Pure.

Every event is harmless at every moment: what makes no sense in a phase changes nothing, and a frame
from the past is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp

from coxa.assessment.guided import breaks, moving, neutral, placing, told
from coxa.assessment.guided.events import Clock, Event, Look, Told
from coxa.assessment.guided.plan import GuidedPlan
from coxa.assessment.guided.state import MEASURING, Break, GuidedState, Legs, Phase
from coxa.assessment.guided.words import Stepped, now_s, silent

GAP_S = 2.0
"""Longer without a frame, and nobody knows what the person did meanwhile."""
SMOOTH_S = 0.1
MAX_TEST_S = 14 * 60.0
"""Longer than any test takes; a capture keeps the last fifteen minutes."""

HANDLERS: dict[Phase, Callable[[GuidedState, Look], Stepped]] = {
    Phase.PLACE: placing.place,
    Phase.RAISE_HAND: placing.raise_hand,
    Phase.NEUTRAL: neutral.hang_still,
    Phase.GO: moving.move,
    Phase.HOLD: moving.move,
    Phase.BACK: moving.come_back,
    Phase.REST: moving.rest,
}


def start(plan: GuidedPlan, *, phase: Phase = Phase.PLACE) -> GuidedState:
    """A test about to begin. A phone, which sees no hands, begins at ``Phase.NEUTRAL``."""
    return GuidedState(plan=plan, phase=phase)


def step(state: GuidedState, event: Event) -> Stepped:
    """What becomes of a test at an event, and what is to be said, shown or sounded."""
    if state.over:
        return silent(state)
    match event:
        case Look():
            return _looked(state, event)
        case Clock():
            return _time_passed(state, event.time_s)
        case Told():
            return told.told(state, event.press)


def replay(state: GuidedState, events: Iterable[Event]) -> GuidedState:
    """Where a test stands after some events."""
    for event in events:
        state, _ = step(state, event)
    return state


def _looked(state: GuidedState, look: Look) -> Stepped:
    if state.t_s is None:
        first = state.but(t_s=look.time_s, since_s=look.time_s, trouble_since_s=look.time_s)
        return placing.greet(first)
    passed_s = look.time_s - state.t_s
    if not passed_s > 0:
        return silent(state)
    if state.mirrored:
        look = look.exchanged()
    state = state.but(t_s=look.time_s, legs=_smoothed(state.legs, look, passed_s))
    if state.takes and look.time_s - state.takes[0].from_s > MAX_TEST_S:
        return told.ended(state, "live_too_long")
    if state.paused is None and passed_s > GAP_S:
        return breaks.interrupt(state, Break.GAP)
    if state.paused is not None:
        waiting = state.but(clear_since_s=None) if passed_s > GAP_S else state
        return breaks.wait(waiting, look)
    if state.phase in MEASURING:
        state = breaks.watch(state, look)
        if state.hitch is not None and breaks.lasts(state):
            return breaks.interrupt(state, state.hitch)
        if state.hitch is not None:
            return silent(state)
    return HANDLERS[state.phase](state, look)


def _time_passed(state: GuidedState, t_s: float) -> Stepped:
    """No frame came: a test under way pauses."""
    if state.t_s is None or state.paused is not None or not t_s - now_s(state) > GAP_S:
        return silent(state)
    return breaks.interrupt(state, Break.GAP) if state.phase in MEASURING else silent(state)


def _smoothed(legs: Legs, look: Look, passed_s: float) -> Legs:
    share = 1 - exp(-passed_s / SMOOTH_S)
    return Legs.model_construct(
        left_deg=_towards(legs.left_deg, look.left_deg, share),
        right_deg=_towards(legs.right_deg, look.right_deg, share),
    )


def _towards(last: float | None, new: float | None, share: float) -> float | None:
    """A step from the last value to the new one; the new one itself where there was none."""
    return new if new is None or last is None else last + share * (new - last)
