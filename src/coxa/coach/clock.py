"""The clock: what a reported time means, and what falls due by it.

The clock runs only in a phase that has an end, and not while paused. A report may be

- *early*: nothing falls due, the time counts;
- *a little late*: phases change at their own ends, so lateness never adds up;
- *from the past*: nothing happens;
- *far too late* (the machine slept, the page was closed): nobody knows what the person did
  meanwhile, so none of it counts, and the session pauses where it was last heard of.
"""

from __future__ import annotations

from collections.abc import Callable

from coxa.coach import phases
from coxa.coach.events import PauseReason
from coxa.coach.state import Phase, State
from coxa.coach.words import pause_cues, phase_cues
from coxa.records import Cue

AT_THE_END: dict[Phase, Callable[[State], State]] = {
    Phase.INTRO: phases.get_ready,
    Phase.SWITCH_SIDES: phases.get_ready,
    Phase.GET_READY: phases.move,
    Phase.MOVE: phases.hold,
    Phase.HOLD: phases.come_back,
    Phase.RETURN: phases.after_rep,
    Phase.REST: phases.move,
    Phase.ASK_PAIN: phases.unanswered,
}
"""What follows when a phase has run its time."""


def advance(state: State, t_s: float) -> tuple[State, tuple[Cue, ...]]:
    """The state at ``t_s`` by the session's clock, with the cues that fell due on the way."""
    if not state.running or t_s <= state.t_s:
        return state, ()
    if state.phase_ends_s is not None and t_s > state.phase_ends_s + state.pace.grace_s:
        interrupted = state.but(paused=PauseReason.GAP)
        return interrupted, pause_cues(interrupted)
    cues: list[Cue] = []
    while state.phase_ends_s is not None and t_s >= state.phase_ends_s:
        state = AT_THE_END[state.phase](_at(state, state.phase_ends_s))
        cues.extend(phase_cues(state))
    return (_at(state, t_s) if state.running else state), tuple(cues)


def _at(state: State, t_s: float) -> State:
    """The same phase at a later time: the hold under way has so much less left."""
    if state.phase is not Phase.HOLD or state.phase_ends_s is None:
        return state.but(t_s=t_s)
    left_s = min(max(0.0, state.phase_ends_s - t_s), state.part.dose.hold_s)
    return state.but(t_s=t_s, hold_left_s=left_s)
