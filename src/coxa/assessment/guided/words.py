"""How a guided test speaks: few words, in time, one thing at a time."""

from __future__ import annotations

from coxa.assessment.guided.state import GuidedState
from coxa.records import Cue, CueKind, Message, Priority

Stepped = tuple[GuidedState, tuple[Cue, ...]]

SENTENCE_S = 2.5
"""Nothing new is said sooner after the last word, unless the movement itself asks for it."""


def silent(state: GuidedState) -> Stepped:
    """Nothing is to be said."""
    return state, ()


def say(
    state: GuidedState,
    message_id: str,
    *,
    priority: Priority = Priority.NORMAL,
    beep: bool = False,
    **params: str | float,
) -> Stepped:
    """Say it now, after a beep if wanted; it stays as the caption until the next word."""
    at_s = now_s(state)
    message = Message(id=message_id, params=dict(params))
    spoken = Cue(at_s=at_s, kind=CueKind.SAY, priority=priority, message=message)
    sound = (Cue(at_s=at_s, kind=CueKind.BEEP),) if beep else ()
    return state.but(caption=message, said_s=at_s), (*sound, spoken)


def ask_again(state: GuidedState, message_id: str, after_s: float) -> Stepped:
    """Ask once more when nothing has been said for a while; silent before."""
    if now_s(state) - state.said_s < after_s:
        return silent(state)
    return say(state.but(prompts=state.prompts + 1), message_id)


def now_s(state: GuidedState) -> float:
    """Time of the last frame; 0 before the first."""
    return 0.0 if state.t_s is None else state.t_s
