"""What the coach says at moments that the camera saw: a word each, at once."""

from __future__ import annotations

from coxa.coach.state import Body, Phase, State
from coxa.coach.words import after_word, phase_cues, say_now
from coxa.records import Cue, CueKind

WORTH_SAYING_S = 3.0
"""What is left of a hold is told from here on; less of it is over before it is said."""


def found_cues(state: State) -> tuple[Cue, ...]:
    """The start pose is seen: what comes, and the countdown."""
    begun = state.reps_done > 0 or state.hold_left_s is not None or state.set_number > 1
    word = say_now(state, "coach_seen_again" if begun else "coach_seen")
    return (word, *_without_first_word(phase_cues(state)))


def at_the_end_again(state: State, *, quietly: bool) -> tuple[Cue, ...]:
    """In the band again: how much is left, and what is still to be heard of the hold."""
    left_s = state.hold_left_s or 0.0
    rest = _without_first_word(phase_cues(state))
    if quietly:
        return rest
    if left_s < WORTH_SAYING_S:
        return (say_now(state, "coach_hold"), *rest)
    return (say_now(state, "coach_hold_left", seconds=round(left_s)), *rest)


def own_end_cues(state: State) -> tuple[Cue, ...]:
    """Where the person is now counts as the end."""
    return after_word(say_now(state, "coach_own_end"), phase_cues(state))


def waiting_cues(state: State, *, offers: bool) -> tuple[Cue, ...]:
    """A kind reminder of what is waited for; after a while the clock is offered instead."""
    return (say_now(state, _reminder(state, offers=offers)),)


def _reminder(state: State, *, offers: bool) -> str:
    moving = state.eyes.body is Body.MOVING
    match state.phase:
        case Phase.POSITION:
            return "coach_position_offer" if offers else "coach_position_again"
        case Phase.HOLD:
            return "coach_further_again"
        case _ if state.phase is Phase.RETURN or state.eyes.spent:
            return "coach_all_the_way_back"
        case _:
            return "coach_half" if moving else "coach_when_ready"


def _without_first_word(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    first = next((cue for cue in cues if cue.kind is CueKind.SAY), None)
    return tuple(cue for cue in cues if cue is not first)
