"""One step of a session: a state and an event in, the next state and the cues out. Pure.

Every event is harmless at every moment: what makes no sense in a phase changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coxa.coach import phases
from coxa.coach.clock import advance, settle
from coxa.coach.events import (
    Begin,
    Camera,
    Effort,
    Event,
    Next,
    Pain,
    Pause,
    Resume,
    Sight,
    Stop,
    Tick,
)
from coxa.coach.pain import pain_told
from coxa.coach.sight import camera_turned, seen
from coxa.coach.state import WORKING, Phase, State
from coxa.coach.words import pause_cues, phase_cues, resume_cues
from coxa.records import Cue, Message

Stepped = tuple[State, tuple[Cue, ...]]


def step(state: State, event: Event) -> Stepped:
    """What becomes of a session at an event, and what is to be said, shown or sounded."""
    if state.over:
        return state, ()
    now, due = advance(state, event.t_s)
    then, said = _handle(now, event)
    if _is_another(now, then):
        due = tuple(cue for cue in due if cue.at_s <= now.t_s)
    then, more = settle(then)
    return then, (*due, *said, *more)


def _is_another(before: State, after: State) -> bool:
    """Whether a new phase, or a pause, makes void what was still to be said."""
    return (before.phase, before.phase_started_s, before.phase_ends_s, before.paused) != (
        after.phase,
        after.phase_started_s,
        after.phase_ends_s,
        after.paused,
    )


def replay(state: State, events: Iterable[Event]) -> State:
    """Where a session stands after all the events of its log."""
    for event in events:
        state, _ = step(state, event)
    return state


def _handle(state: State, event: Event) -> Stepped:
    match event:
        case Begin():
            return _begin(state)
        case Tick():
            return state, ()
        case Camera() | Sight():
            return _seen(state, event)
        case Pause():
            return _pause(state, event)
        case Resume():
            return _resume(state)
        case Next():
            return _next(state)
        case Pain():
            return pain_told(state, event)
        case Effort():
            return _effort(state, event)
        case Stop():
            return _entered(phases.stopped(state, Message(id="coach_stopped_by_person")))


def _seen(state: State, event: Camera | Sight) -> Stepped:
    return camera_turned(state, event) if isinstance(event, Camera) else seen(state, event)


def _begin(state: State) -> Stepped:
    if state.phase is not Phase.WAITING:
        return state, ()
    return _entered(phases.introduce(state))


def _pause(state: State, event: Pause) -> Stepped:
    if not state.running:
        return state, ()
    paused = phases.pause(state, event.reason)
    return paused, pause_cues(paused)


def _resume(state: State) -> Stepped:
    if state.paused is None:
        return state, ()
    going_on = state.but(paused=None)
    match state.phase:
        case Phase.REST:
            return going_on, resume_cues(going_on)
        case Phase.RETURN:
            return _entered(_with_countdown(phases.after_rep(going_on)))
        case _:
            return _entered(AGAIN[state.phase](going_on))


AGAIN: dict[Phase, Callable[[State], State]] = {
    Phase.INTRO: phases.introduce,
    Phase.SWITCH_SIDES: phases.switch_sides,
    Phase.POSITION: phases.into_position,
    Phase.GET_READY: phases.into_position,
    Phase.MOVE: phases.into_position,
    Phase.HOLD: phases.into_position,
    Phase.ASK_PAIN: phases.ask_pain,
}
"""Where a session goes on after a pause: the person first finds back into the position, and what
was left of a hold is then held."""


def _with_countdown(state: State) -> State:
    return phases.into_position(state) if state.phase in WORKING else state


def _next(state: State) -> Stepped:
    skipped = ON_NEXT.get(state.phase)
    return (state, ()) if skipped is None else _entered(skipped(state))


def _by_the_clock(state: State) -> State:
    return phases.get_ready(state.but(by_clock=True))


ON_NEXT: dict[Phase, Callable[[State], State]] = {
    Phase.INTRO: phases.into_position,
    Phase.SWITCH_SIDES: phases.into_position,
    Phase.REST: phases.into_position,
    Phase.POSITION: _by_the_clock,
    Phase.GET_READY: phases.end_set,
    Phase.MOVE: phases.end_set,
    Phase.HOLD: phases.end_set,
    Phase.RETURN: phases.end_set,
    Phase.ASK_PAIN: phases.unanswered,
    Phase.ASK_EFFORT: phases.finished,
}
"""What *next* leads to: out of a wait into the work, out of the work to the end of the set; out of
the wait for the start pose to the clock, for this exercise and side."""


def _effort(state: State, event: Effort) -> Stepped:
    if state.phase is not Phase.ASK_EFFORT:
        return state, ()
    return _entered(phases.finished(state.but(effort=event.score, note=event.note)))


def _entered(state: State) -> Stepped:
    """A state that has just entered a phase, with that phase's cues."""
    return state, phase_cues(state)
