"""Putting right: one cue at a time, never nagging, praised once when it is mended.

A fault is shown as long as it is seen. It is spoken at once, again only after a while, and at most
three times in a set; between two corrections of any kind there is a breath.
"""

from __future__ import annotations

from coxa.coach.state import WORKING, Correction, Phase, State, Timer, Told
from coxa.coach.words import COUNTDOWN_S, COUNTED_FROM_S
from coxa.records import Cue, CueKind, Message, Priority

Stepped = tuple[State, tuple[Cue, ...]]

AGAIN_S = 8.0
BREATH_S = 4.0
MOST_TIMES = 3
PRAISE_AFTER_S = 0.3
"""A fault that goes because the person gets up is told as gone a moment before they are."""


def fault_seen(state: State, fault_id: str | None) -> State:
    """A fault is there from now on."""
    if fault_id not in state.part.fault_ids:
        return state
    order = state.part.fault_ids
    there = tuple(known for known in order if known == fault_id or known in state.eyes.faults)
    seen = state.timed(Timer.PRAISE, None).eyeing(faults=there, mended=None)
    if not _at_work(state):
        return seen
    noted = tuple(known for known in order if known == fault_id or known in state.seen.faults)
    return seen.noting(faults=noted)


def fault_gone(state: State, fault_id: str | None) -> State:
    """A fault is there no more."""
    if fault_id is None or fault_id not in state.eyes.faults:
        return state
    gone = state.eyeing(faults=tuple(one for one in state.eyes.faults if one != fault_id))
    told = state.seen.told_of(fault_id)
    if told is None or told.praised or not _at_work(state):
        return gone
    return gone.eyeing(mended=fault_id).timed(Timer.PRAISE, state.t_s + PRAISE_AFTER_S)


def shown(state: State) -> Message | None:
    """The one cue to show, as long as its fault is there."""
    fault = _foremost(state)
    return _words(fault) if fault and _at_work(state) else None


def with_fault_due(state: State) -> State:
    """The state with the time at which the fault that is seen may be spoken of."""
    fault = _foremost(state)
    if fault is None or not state.running or not _at_work(state):
        return state.timed(Timer.CORRECT, None)
    return state.timed(Timer.CORRECT, _may_be_told_s(state, fault.fault_id))


def correct(state: State) -> Stepped:
    """Speak of the fault that is seen."""
    fault = _foremost(state)
    if fault is None:
        return state, ()
    return _noted(state, fault.fault_id), (_cue(state, _words(fault)),)


def praise(state: State) -> Stepped:
    """Say once that a fault is mended."""
    mended = state.eyes.mended
    quiet = state.timed(Timer.PRAISE, None).eyeing(mended=None)
    told = tuple(
        one.model_copy(update={"praised": True}) if one.what == mended else one
        for one in quiet.seen.told
    )
    return quiet.noting(told=told), (_cue(quiet, Message(id="coach_mended")),)


def tell(state: State, what: str, message_id: str) -> Stepped:
    """Say something that is to be put right, unless it was said just now or often enough."""
    due_s = _may_be_told_s(state, what)
    if due_s is None or due_s > state.t_s:
        return state, ()
    return _noted(state, what), (_cue(state, Message(id=message_id)),)


def _foremost(state: State) -> Correction | None:
    """The most important fault that is there and may still be spoken of, else that is there."""
    there = [one for one in state.part.corrections if one.fault_id in state.eyes.faults]
    open_still = [one for one in there if not _often_enough(state, one.fault_id)]
    return next(iter((*open_still, *there)), None)


def _may_be_told_s(state: State, what: str) -> float | None:
    if _often_enough(state, what):
        return None
    told = state.seen.told_of(what)
    since_s = [one.last_s + BREATH_S for one in state.seen.told]
    if told is not None:
        since_s.append(told.last_s + AGAIN_S)
    return _not_over_the_count(state, max(since_s, default=state.t_s))


def _not_over_the_count(state: State, due_s: float) -> float:
    """Nothing is put right while the last seconds of a long hold are counted."""
    if state.phase is not Phase.HOLD or state.phase_ends_s is None:
        return due_s
    counted = state.phase_ends_s - state.phase_started_s >= COUNTED_FROM_S
    from_s, to_s = state.phase_ends_s - COUNTDOWN_S - 0.5, state.phase_ends_s
    return to_s if counted and from_s <= max(due_s, state.t_s) < to_s else due_s


def _often_enough(state: State, what: str) -> bool:
    told = state.seen.told_of(what)
    return told is not None and told.times >= MOST_TIMES


def _noted(state: State, what: str) -> State:
    before = state.seen.told_of(what) or Told(what=what, times=0, last_s=state.t_s)
    now = before.model_copy(update={"times": before.times + 1, "last_s": state.t_s})
    others = tuple(one for one in state.seen.told if one.what != what)
    return state.noting(told=(*others, now))


def _at_work(state: State) -> bool:
    return state.led_by_sight and state.phase in WORKING


def _words(fault: Correction) -> Message:
    return Message(id="coach_words", params={"words": fault.cue})


def _cue(state: State, message: Message) -> Cue:
    """Behind whatever is being said."""
    return Cue(at_s=state.t_s, kind=CueKind.SAY, priority=Priority.LOW, message=message)
