"""The zero: both legs hang still for a moment, and hang where hanging legs are seen."""

from __future__ import annotations

from coxa.assessment.guided import parts
from coxa.assessment.guided.breaks import differs, watched
from coxa.assessment.guided.events import Look, Place, Remark
from coxa.assessment.guided.state import GuidedState, Legs, Rest, Still, Take
from coxa.assessment.guided.words import Stepped, ask_again
from coxa.quantities import Side

STILL_DEG = 2.0
"""What wavers less hangs still; landmarks of a still leg flicker by half a degree."""
MAX_OFF_DEG = 6.0
"""A shank further from where a hanging one is seen is held aside; the reading would be refused."""
MAX_ASIDE_DEG = 4.5
MAX_SLIDE = 0.08
"""In shank lengths: three centimetres on the seat are not still."""
ASK_AGAIN_S = 8.0


def hang_still(state: GuidedState, look: Look) -> Stepped:
    """Wait for the stillness, and keep its mean."""
    if look.left_hand or look.right_hand:
        return ask_again(state.but(still=None), "live_hand_down", ASK_AGAIN_S)
    still = state.still
    if still is None or not _near(state.legs, still.anchor) or _slid(still.place, look.place):
        begun = Still(since_s=look.time_s, anchor=state.legs, place=look.place)
        return ask_again(state.but(still=begun), "live_hang_still", ASK_AGAIN_S)
    still = _added(still, look)
    state = state.but(still=still)
    if look.time_s - still.since_s < state.plan.neutral_s:
        return ask_again(state, "live_hang_still", ASK_AGAIN_S)
    askew = None if Remark.LEANING in state.overlooked else _askew(look)
    if askew is not None:
        # The old stillness goes on being watched, so that the word comes once in a while only.
        return ask_again(state, askew, ASK_AGAIN_S / 2)
    return parts.go(_begun(state, look, still), "live_go", beep=True)


def _near(legs: Legs, anchor: Legs) -> bool:
    for now_deg, then_deg in (
        (legs.left_deg, anchor.left_deg),
        (legs.right_deg, anchor.right_deg),
    ):
        if (now_deg is None) != (then_deg is None):
            return False
        if now_deg is not None and then_deg is not None and abs(now_deg - then_deg) > STILL_DEG:
            return False
    return True


def _slid(then: Place | None, now: Place | None) -> bool:
    return then is not None and now is not None and differs(then, now, MAX_SLIDE)


def _added(still: Still, look: Look) -> Still:
    return still.model_copy(
        update={
            "left_sum_deg": still.left_sum_deg + (look.left_deg or 0.0),
            "right_sum_deg": still.right_sum_deg + (look.right_deg or 0.0),
            "count": still.count + 1,
        }
    )


def _begun(state: GuidedState, look: Look, still: Still) -> GuidedState:
    seen = watched(state, look)
    mean = Legs(
        left_deg=still.left_sum_deg / still.count if Side.LEFT in seen else None,
        right_deg=still.right_sum_deg / still.count if Side.RIGHT in seen else None,
    )
    rest = Rest(legs=mean, place=look.place)
    take = Take(from_s=still.since_s, to_s=look.time_s, rest=rest)
    return state.but(takes=(*state.takes, take), still=None)


def _askew(look: Look) -> str | None:
    """Which way the legs do not hang, where that is known."""
    left_deg, right_deg = look.left_off_deg, look.right_off_deg
    if left_deg is None or right_deg is None:
        return None
    if abs(left_deg - right_deg) / 2 > MAX_ASIDE_DEG:
        return f"live_{Remark.LEANING.value}"
    if abs(left_deg) > MAX_OFF_DEG or abs(right_deg) > MAX_OFF_DEG:
        worse = "left" if abs(left_deg) > abs(right_deg) else "right"
        return f"live_not_hanging_{worse}"
    return None
