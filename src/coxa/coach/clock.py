"""The clock: what a reported time means, and what falls due by it.

The clock runs in every phase that has an end or waits to see something, and not while paused. It
stands where a question waits for its answer. ``State.next_tick_s`` says when a report is wanted: at
the end of a phase, or earlier, when a reminder or a correction falls due. A report may be

- *early*: nothing falls due, the time counts;
- *a little late*: phases change at their own ends, so lateness never adds up;
- *from the past*: nothing happens;
- *far too late* (the machine slept, the page was closed): nobody knows what the person did
  meanwhile, so none of it counts, and the session pauses where it was last heard of.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from coxa.coach import corrections, phases, sight
from coxa.coach.events import PauseReason
from coxa.coach.state import Phase, State, Timer
from coxa.coach.words import pause_cues, phase_cues
from coxa.records import Cue

Stepped = tuple[State, tuple[Cue, ...]]

AT_THE_END: dict[Phase, Callable[[State], State]] = {
    Phase.INTRO: phases.into_position,
    Phase.SWITCH_SIDES: phases.into_position,
    Phase.GET_READY: phases.begin_work,
    Phase.MOVE: phases.hold,
    Phase.HOLD: phases.come_back,
    Phase.RETURN: phases.after_rep,
    Phase.REST: phases.begin_work,
    Phase.ASK_PAIN: phases.unanswered,
}
"""What follows when a phase has run its time."""


ON_TIMER: dict[Timer, Callable[[State], Stepped]] = {
    Timer.GIVE_UP_WAITING: sight.given_up_waiting,
    Timer.SLIPPED: sight.slipped,
    Timer.PRAISE: corrections.praise,
    Timer.CORRECT: corrections.correct,
    Timer.REMIND: sight.remind,
}
"""What follows when a timer has run out; of two at the same moment the first here goes first."""


def advance(state: State, t_s: float) -> Stepped:
    """The state at ``t_s`` by the session's clock, with the cues that fell due on the way."""
    if not state.running or t_s <= state.t_s:
        return state, ()
    if state.next_tick_s is not None and t_s > state.next_tick_s + state.pace.grace_s:
        interrupted = phases.pause(state, PauseReason.GAP)
        return interrupted, pause_cues(interrupted)
    state, cues = _run(state, t_s)
    return (_at(state, t_s) if state.running else state), cues


def settle(state: State) -> Stepped:
    """The state with all done that is due now."""
    return _run(corrections.with_fault_due(state), state.t_s)


def _run(state: State, until_s: float) -> Stepped:
    cues: list[Cue] = []
    while state.next_tick_s is not None and state.next_tick_s <= until_s:
        state, said = _due(_at(state, state.next_tick_s))
        state = corrections.with_fault_due(state)
        cues.extend(said)
    return state, tuple(cues)


def _due(state: State) -> Stepped:
    if state.phase_ends_s is not None and state.phase_ends_s <= state.t_s:
        onward = AT_THE_END[state.phase](state)
        return onward, phase_cues(onward)
    timer = next(one for one in ON_TIMER if state.timers.get(one, inf) <= state.t_s)
    return ON_TIMER[timer](state.timed(timer, None))


def _at(state: State, t_s: float) -> State:
    """The same phase at a later time: the hold under way has so much less left."""
    if state.phase is not Phase.HOLD or state.phase_ends_s is None:
        return state.but(t_s=t_s)
    left_s = min(max(0.0, state.phase_ends_s - t_s), state.part.dose.hold_s)
    return state.but(t_s=t_s, hold_left_s=left_s)
