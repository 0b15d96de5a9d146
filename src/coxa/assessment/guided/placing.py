"""Before the test: the person finds the place, and raises the right hand.

The hand settles what no picture shows by itself: whether it is mirrored. The pose model names sides
by the body it sees, so in a mirrored picture a raised right hand is a left one. So that somebody
who confuses left and right is not taken for a mirrored camera, the wrong hand is asked about once.
"""

from __future__ import annotations

from coxa.assessment.guided.breaks import break_in
from coxa.assessment.guided.events import Look, Remark
from coxa.assessment.guided.state import GuidedState, Legs, Phase
from coxa.assessment.guided.words import SENTENCE_S, Stepped, ask_again, now_s, say, silent
from coxa.quantities import Side

STEADY_S = 0.8
"""A remark that goes by itself is not worth a word."""
CLEAR_S = 1.2
REMARK_AGAIN_S = 8.0
HAND_S = 0.6
HAND_AGAIN_S = 8.0


def greet(state: GuidedState) -> Stepped:
    """The first word."""
    return say(state, "live_sit_down" if state.phase is Phase.PLACE else "live_hang_still")


def place(state: GuidedState, look: Look) -> Stepped:
    """One remark at a time, until all is well for a moment."""
    remark = None if look.remark in state.overlooked else look.remark
    t_s = look.time_s
    if remark is not state.trouble:
        state = state.but(trouble=remark, trouble_since_s=t_s)
    lasts_s = t_s - state.trouble_since_s
    if remark is None:
        if lasts_s >= CLEAR_S and t_s - state.said_s >= SENTENCE_S:
            return ask_for_the_hand(state.but(remark=None))
        return silent(state.but(remark=None) if lasts_s >= STEADY_S else state)
    if lasts_s < STEADY_S or t_s - state.said_s < SENTENCE_S:
        return silent(state)
    if remark is state.remark:
        return ask_again(state, f"live_{remark.value}", REMARK_AGAIN_S)
    return say(state.but(remark=remark, prompts=0), f"live_{remark.value}")


def ask_for_the_hand(state: GuidedState) -> Stepped:
    """Go on to the raised hand."""
    asking = state.but(
        phase=Phase.RAISE_HAND, since_s=now_s(state), prompts=0, hand=None, hand_since_s=None
    )
    return say(asking, "live_raise_right_hand")


def raise_hand(state: GuidedState, look: Look) -> Stepped:
    """Wait for the right hand; the left one, twice, means a mirrored picture."""
    if break_in(state, look) is not None:
        return _leave_after_a_while(state, look)
    state = state.but(trouble=None, trouble_since_s=look.time_s)
    hand = _hand(look)
    if hand is not state.hand:
        return silent(state.but(hand=hand, hand_since_s=look.time_s))
    raised_s = 0.0 if state.hand_since_s is None else look.time_s - state.hand_since_s
    if hand is None or state.hand_since_s is None or raised_s < HAND_S:
        return ask_again(state, "live_raise_right_hand", HAND_AGAIN_S)
    if hand is Side.RIGHT:
        return hand_seen(state, "live_hand_seen")
    if state.wrong_hands:
        # What is known of the legs so far is the other one's.
        turned = state.but(mirrored=True, legs=Legs())
        return hand_seen(turned, "live_mirrored")
    # Only a hand that has come down and is raised again counts once more.
    return say(state.but(wrong_hands=1, hand_since_s=None), "live_other_hand")


def hand_seen(state: GuidedState, message_id: str) -> Stepped:
    """Go on to the stillness."""
    still = state.but(
        phase=Phase.NEUTRAL, since_s=now_s(state), prompts=0, still=None, hand=None, remark=None
    )
    return say(still, message_id)


def _hand(look: Look) -> Side | None:
    if look.left_hand == look.right_hand:
        return None
    return Side.LEFT if look.left_hand else Side.RIGHT


def _leave_after_a_while(state: GuidedState, look: Look) -> Stepped:
    """Whoever has got up once more is placed once more."""
    trouble = look.remark or Remark.ANKLES_HIDDEN
    if trouble is not state.trouble:
        return silent(state.but(trouble=trouble, trouble_since_s=look.time_s))
    if look.time_s - state.trouble_since_s < STEADY_S:
        return silent(state)
    return place(state.but(phase=Phase.PLACE, since_s=look.time_s, remark=None), look)
