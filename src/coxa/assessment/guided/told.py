"""What the person tells: skip, again, pause, stop, and the pinch that ends every test."""

from __future__ import annotations

from coxa.assessment.guided import parts, placing
from coxa.assessment.guided.events import Press, Remark
from coxa.assessment.guided.state import MEASURING, Break, GuidedState, Phase
from coxa.assessment.guided.words import Stepped, say, silent
from coxa.records import Message, Priority

NOT_OVERLOOKED = frozenset({Remark.NOBODY, Remark.SEVERAL, Remark.NOT_SEATED})
"""Without these there is nothing to measure."""


def told(state: GuidedState, press: Press) -> Stepped:
    """What follows from a press."""
    match press:
        case Press.PINCH:
            return ended(state.but(pinched=True), "live_pinch")
        case Press.STOP:
            return ended(state, "live_stopped")
        case Press.PAUSE:
            return _pause(state)
        case Press.GO_ON:
            return _go_on(state)
        case Press.AGAIN:
            return _again(state)
        case Press.SKIP:
            return _skip(state)


def ended(state: GuidedState, message_id: str) -> Stepped:
    """Over before its end; what counts so far stays."""
    stopped = parts.let_go(state).but(
        phase=Phase.STOPPED, paused=None, remark=None, ending=Message(id=message_id)
    )
    return say(stopped, message_id, priority=Priority.URGENT)


def _pause(state: GuidedState) -> Stepped:
    if state.paused is Break.ASKED:
        return silent(state)
    paused = parts.let_go(state).but(paused=Break.ASKED, clear_since_s=None, hitch=None)
    return say(paused, "live_paused_asked")


def _go_on(state: GuidedState) -> Stepped:
    """From here on as after a gap: once all is well for a moment."""
    if state.paused is not Break.ASKED:
        return silent(state)
    return silent(state.but(paused=Break.GAP, clear_since_s=None))


def _again(state: GuidedState) -> Stepped:
    """The movement under way from its start; while resting, the one that was just done."""
    if state.phase not in MEASURING or state.phase is Phase.NEUTRAL or not state.takes:
        return silent(state)
    if state.phase is Phase.REST and state.part_index > 0:
        state = state.but(part_index=state.part_index - 1)
    state = parts.without_part(state).but(short=0)
    state = state.but(skipped=tuple(part for part in state.skipped if part != state.part_index))
    return parts.go(state, "live_go") if state.paused is None else silent(parts.let_go(state))


def may_skip(state: GuidedState) -> bool:
    """Whether a skip changes anything now."""
    match state.phase:
        case Phase.PLACE:
            return state.remark is not None and state.remark not in NOT_OVERLOOKED
        case Phase.RAISE_HAND | Phase.NEUTRAL:
            return True
        case Phase.GO | Phase.HOLD | Phase.BACK:
            return state.paused is None
        case _:
            return False


def _skip(state: GuidedState) -> Stepped:
    if not may_skip(state):
        return silent(state)
    match state.phase:
        case Phase.PLACE:
            assert state.remark is not None  # else there is nothing to skip
            overlooked = (*state.overlooked, state.remark)
            return silent(state.but(overlooked=overlooked, remark=None, trouble=None))
        case Phase.RAISE_HAND:
            return placing.hand_seen(state, "live_hand_skipped")
        case Phase.NEUTRAL:
            return silent(state.but(overlooked=(*state.overlooked, Remark.LEANING)))
        case Phase.GO | Phase.HOLD | Phase.BACK:
            left_out = parts.without_part(state)
            return parts.after_part(left_out.but(skipped=(*state.skipped, state.part_index)))
        case _:
            return silent(state)
